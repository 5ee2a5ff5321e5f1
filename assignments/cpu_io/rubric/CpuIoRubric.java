import static procgrade.rubric.Expectations.args;
import static procgrade.rubric.Expectations.lines;
import static procgrade.rubric.Expectations.linesInAnyOrder;

import java.math.BigInteger;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import procgrade.judge.OutputExpectation;
import procgrade.rubric.Check;
import procgrade.rubric.Inputs;
import procgrade.rubric.Program;
import procgrade.rubric.RubricFor;
import procgrade.rubric.Run;

@RubricFor("cpu_io")
class CpuIoRubric {
    private static final BigInteger FACTOR = BigInteger.valueOf(48271);
    private static final BigInteger MODULUS = BigInteger.valueOf(2147483647);

    @Check(points = 8)
    void prints_the_lines_of_all_tasks(Program program, Inputs inputs) {
        long steps = inputs.between(5_000L, 20_000L);
        program.run("cpu", 4, 2, steps).prints(cpu(4, steps));
        long milliseconds = inputs.between(20L, 60L);
        program.run("io", 4, 2, milliseconds).prints(io(4, milliseconds));
    }

    @Check(points = 5, needs = "prints_the_lines_of_all_tasks", hidden = true)
    void is_right_at_the_edges(Program program, Inputs inputs) {
        program.run("cpu", 1, 1, 0).prints(cpu(1, 0));
        long steps = inputs.between(1L, 1_000L);
        program.run("cpu", 5, 2, steps).prints(cpu(5, steps));
        program.run("cpu", 3, 3, 1).prints(cpu(3, 1));
        program.run("io", 3, 2, 0).prints(io(3, 0));
    }

    @Check(points = 6, needs = "prints_the_lines_of_all_tasks")
    void nprocs_processes_work_at_the_same_time(Program program, Inputs inputs) {
        long steps = about(program.inJava(120_000_000L).inPython(4_000_000L), inputs);
        program.undisturbed()
                .run("cpu", 6, 3, steps)
                .prints(cpu(6, steps))
                .processes()
                .workers(3)
                .computeAtLeast(leastWork(program))
                .allAtOnce();
    }

    @Check(points = 6, needs = "prints_the_lines_of_all_tasks")
    void the_processes_do_the_work_and_main_does_not(Program program, Inputs inputs) {
        // 6 tasks for 4 processes: two of these do 2, two do 1
        long steps = about(program.inJava(150_000_000L).inPython(5_000_000L), inputs);
        program.undisturbed()
                .run("cpu", 6, 4, steps)
                .prints(cpu(6, steps))
                .processes()
                .computeAtLeast(leastWork(program))
                .shareTheWork()
                .masterOnlyCoordinates();
    }

    @Check(points = 5, needs = "prints_the_lines_of_all_tasks")
    void eight_processes_wait_hardly_longer_than_one(Program program, Inputs inputs) {
        // 1 second at the same time, 8 one after the other; the rest is for the starts
        long milliseconds = inputs.between(950L, 1_050L);
        waits(program, 1, milliseconds);
        waits(program, 8, milliseconds).takesAtMost(Duration.ofMillis(milliseconds + 2_500));
    }

    @Check(points = 7, needs = "prints_the_lines_of_all_tasks")
    void two_processes_are_faster_than_one(Program program) {
        long steps = program.inJava(160_000_000L).inPython(5_000_000L);
        program.speedup((n, processes) -> args("cpu", 4, processes, n))
                .withWorkers(2)
                .sizes(steps, steps + steps / 10)
                .prints(n -> cpu(4, n))
                .overSequential(n -> args(4, n))
                .isAtLeast(1.3);
    }

    @Check(points = 3, needs = "prints_the_lines_of_all_tasks")
    void every_process_ends_with_exit_code_0_and_none_is_left(Program program, Inputs inputs) {
        long steps = inputs.between(500L, 1_500L);
        program.run("cpu", 2, 2, steps)
                .prints(cpu(2, steps))
                .processes()
                .allExitWith(0)
                .noneLeft();
    }

    /** A power of the factor gives the same number at once: of what the solution's processes compute, so much. */
    private static double leastWork(Program program) {
        return program.inJava(0.3).inPython(0.02);
    }

    /** Another number each time: a program that is made for one number would not compute. */
    private static long about(long steps, Inputs inputs) {
        return inputs.between(steps, steps + steps / 10);
    }

    private static Run waits(Program program, int processes, long milliseconds) {
        return program.run("io", processes, processes, milliseconds)
                .prints(io(processes, milliseconds))
                .takesAtLeast(Duration.ofMillis(milliseconds - 200));
    }

    private static OutputExpectation cpu(int tasks, long steps) {
        BigInteger power = FACTOR.modPow(BigInteger.valueOf(steps), MODULUS);
        return expected(
                tasks, k -> BigInteger.valueOf(k).multiply(power).mod(MODULUS).toString());
    }

    private static OutputExpectation io(int tasks, long milliseconds) {
        return expected(tasks, k -> "waited " + milliseconds + " ms");
    }

    private static OutputExpectation expected(int tasks, IntFunction<String> result) {
        return linesInAnyOrder(IntStream.rangeClosed(1, tasks)
                        .mapToObj(k -> "task " + k + ": " + result.apply(k))
                        .toList())
                .then(lines("main: all tasks are done"));
    }
}
