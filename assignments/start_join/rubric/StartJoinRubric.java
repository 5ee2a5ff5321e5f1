import static procgrade.rubric.Expectations.interleaved;
import static procgrade.rubric.Expectations.lines;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import procgrade.judge.OutputExpectation;
import procgrade.rubric.Check;
import procgrade.rubric.Inputs;
import procgrade.rubric.Program;
import procgrade.rubric.RubricFor;
import procgrade.rubric.Run;

@RubricFor("start_join")
class StartJoinRubric {
    private static final String LAST = "main: the task has ended";

    @Check(points = 6)
    void prints_the_steps_of_both_in_order(Program program, Inputs inputs) {
        check(program, inputs.between(2, 5), inputs.between(2, 5), 50);
    }

    @Check(points = 5, needs = "prints_the_steps_of_both_in_order")
    void main_ends_last_whoever_has_more_steps(Program program, Inputs inputs) {
        program.run(0, 12, 100).prints(expected(0, 12));
        int main = inputs.between(5, 8);
        program.run(main, 1, 40).prints(expected(main, 1));
        program.run(0, 0, 0).prints(expected(0, 0));
    }

    @Check(points = 4, needs = "prints_the_steps_of_both_in_order")
    void the_task_is_a_child_process(Program program, Inputs inputs) {
        check(program, inputs.between(1, 3), inputs.between(2, 4), 20)
                .processes()
                .workers(1);
    }

    @Check(points = 4, needs = "prints_the_steps_of_both_in_order")
    void both_go_on_at_the_same_time(Program program, Inputs inputs) {
        // 1.5 seconds at the same time, 3 one after the other; the rest is for the starts
        int milliseconds = inputs.between(240, 260);
        check(program, 6, 6, milliseconds)
                .takesAtLeast(Duration.ofMillis(6 * milliseconds - 300))
                .takesAtMost(Duration.ofMillis(6 * milliseconds + 900));
    }

    @Check(points = 3, needs = "prints_the_steps_of_both_in_order")
    void main_waits_without_asking_again_and_again(Program program, Inputs inputs) {
        int milliseconds = inputs.between(480, 520);
        check(program, 0, 5, milliseconds)
                .takesAtLeast(Duration.ofMillis(5 * milliseconds - 300))
                .processes()
                .waitQuietly();
    }

    @Check(points = 3, needs = "prints_the_steps_of_both_in_order")
    void every_process_ends_with_exit_code_0_and_none_is_left(Program program, Inputs inputs) {
        check(program, inputs.between(1, 3), inputs.between(2, 4), 20)
                .processes()
                .allExitWith(0)
                .noneLeft();
    }

    /** The last line may come anywhere: that it is the last one is a check of its own. */
    private static Run check(Program program, int main, int task, int milliseconds) {
        return program.run(main, task, milliseconds)
                .prints(interleaved(List.of(steps("main", main), steps("task", task), List.of(LAST))));
    }

    private static OutputExpectation expected(int main, int task) {
        return interleaved(List.of(steps("main", main), steps("task", task))).then(lines(LAST));
    }

    private static List<String> steps(String who, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> who + ": step " + i + " of " + count)
                .toList();
    }
}
