import static procgrade.rubric.Expectations.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import procgrade.judge.OutputExpectation;
import procgrade.rubric.Check;
import procgrade.rubric.Inputs;
import procgrade.rubric.Program;
import procgrade.rubric.RubricFor;
import procgrade.rubric.Run;

@RubricFor("isolation")
class IsolationRubric {
    @Check(points = 6)
    void prints_what_processes_see(Program program, Inputs inputs) {
        checkProcesses(program, inputs.between(2, 4), inputs);
    }

    @Check(points = 5)
    void prints_what_threads_see(Program program, Inputs inputs) {
        int tasks = inputs.between(2, 6);
        int number = inputs.between(5, 1000);
        program.run("thread", tasks, number).prints(threads(tasks, number));
    }

    @Check(points = 4, needs = "prints_what_processes_see")
    void each_task_is_a_process_of_its_own(Program program, Inputs inputs) {
        int tasks = inputs.between(3, 4);
        checkProcesses(program, tasks, inputs).processes().workers(tasks);
    }

    @Check(points = 3, needs = "prints_what_threads_see")
    void threads_take_no_process(Program program, Inputs inputs) {
        int number = inputs.between(5, 1000);
        program.run("thread", 3, number).prints(threads(3, number)).processes().none();
    }

    @Check(points = 3, needs = "prints_what_processes_see")
    void runs_one_task_at_a_time(Program program, Inputs inputs) {
        checkProcesses(program, 3, inputs).processes().oneAfterTheOther();
    }

    @Check(
            points = 2,
            needs = {"prints_what_processes_see", "prints_what_threads_see"},
            hidden = true)
    void is_right_at_the_edges(Program program) {
        program.run("process", 0, 7).prints(processes(0, 7));
        program.run("thread", 0, 7).prints(threads(0, 7));
        program.run("process", 1, 1_000_000).prints(processes(1, 1_000_000));
        program.run("thread", 20, 0).prints(threads(20, 0));
    }

    @Check(points = 2, needs = "prints_what_processes_see")
    void every_process_ends_with_exit_code_0_and_none_is_left(Program program, Inputs inputs) {
        checkProcesses(program, 2, inputs).processes().allExitWith(0).noneLeft();
    }

    private static Run checkProcesses(Program program, int tasks, Inputs inputs) {
        int number = inputs.between(5, 1000);
        return program.run("process", tasks, number).prints(processes(tasks, number));
    }

    /** Each process begins with main's values, and main sees nothing of what they change. */
    private static OutputExpectation processes(int tasks, int number) {
        List<String> expected = new ArrayList<>();
        for (int k = 1; k <= tasks; k++) {
            expected.add("process " + k + ": g1 = " + (number + 1) + " g2 = [" + k + "]");
        }
        expected.add("main: g1 = " + number + " g2 = []");
        return lines(expected);
    }

    /** Everybody sees what everybody before has changed. */
    private static OutputExpectation threads(int tasks, int number) {
        List<String> expected = new ArrayList<>();
        for (int k = 1; k <= tasks; k++) {
            expected.add("thread " + k + ": g1 = " + (number + k) + " g2 = " + upTo(k));
        }
        expected.add("main: g1 = " + (number + tasks) + " g2 = " + upTo(tasks));
        return lines(expected);
    }

    private static List<Integer> upTo(int k) {
        return IntStream.rangeClosed(1, k).boxed().toList();
    }
}
