import static procgrade.rubric.Expectations.args;
import static procgrade.rubric.Expectations.number;

import java.util.List;
import procgrade.judge.OutputExpectation;
import procgrade.rubric.Check;
import procgrade.rubric.Inputs;
import procgrade.rubric.Program;
import procgrade.rubric.RubricFor;
import procgrade.rubric.Run;

@RubricFor("pi_mw")
class PiMwRubric {
    /** Up to so many terms all are added up here, and the result must be so exact that the number pi is none. */
    private static final long FEW = 100_000;

    @Check(points = 8)
    void prints_pi(Program program, Inputs inputs) {
        // so few terms that the result is clearly not the number pi itself, and cannot be known by heart
        long n = 100 * inputs.between(10L, 30L);
        check(program, n, 4, 100);
    }

    @Check(points = 6, needs = "prints_pi", hidden = true)
    void has_the_right_result_at_the_edges(Program program, Inputs inputs) {
        for (long n : List.of(0L, 1L, 3L, 9_999L, 10_001L)) {
            program.run(n, 4).prints(pi(n));
        }
        // a chunk far too large
        long n = inputs.between(500L, 1_000L);
        check(program, n, 3, 1_000_000);
    }

    @Check(points = 8, needs = "prints_pi")
    void nprocs_workers_do_the_work_at_the_same_time(Program program, Inputs inputs) {
        long chunk = about(program.inJava(20_000_000L).inPython(900_000L), inputs);
        check(program.undisturbed(), 40 * chunk, 3, chunk)
                .processes()
                .workers(3)
                .computeAtLeast(leastWork(program))
                .shareTheWork()
                .allAtOnce()
                .masterOnlyCoordinates();
    }

    @Check(points = 6, needs = "prints_pi")
    void ends_for_many_small_tasks(Program program, Inputs inputs) {
        // tasks of one term, because the more terms, the nearer is the result to pi
        check(program, inputs.between(20_000L, 30_000L), 2, 1);
    }

    @Check(points = 4, needs = "prints_pi")
    void who_has_nothing_to_do_waits(Program program, Inputs inputs) {
        // one worker: a core is left over for a master that does not wait
        long chunk = about(program.inJava(120_000_000L).inPython(5_000_000L), inputs);
        check(program.undisturbed(), 4 * chunk, 1, chunk)
                .processes()
                .computeAtLeast(leastWork(program))
                .waitQuietly();
    }

    @Check(points = 3, needs = "prints_pi")
    void every_process_ends_with_exit_code_0_and_none_is_left(Program program, Inputs inputs) {
        check(program, 100 * inputs.between(8L, 12L), 3, 100)
                .processes()
                .allExitWith(0)
                .noneLeft();
    }

    @Check(points = 5, needs = "prints_pi")
    void two_workers_are_faster_than_one(Program program) {
        long chunk = program.inJava(1_000_000L).inPython(100_000L);
        long n = program.inJava(420_000_000L).inPython(12_000_000L);
        program.speedup((size, workers) -> args(size, workers, chunk))
                .withWorkers(2)
                .sizes(n, n + n / 10)
                .prints(PiMwRubric::pi)
                .overSequential(size -> args(size))
                .isAtLeast(program.inJava(1.2).inPython(1.4));
    }

    private static Run check(Program program, long n, int nprocs, long chunk) {
        return program.run(n, nprocs, chunk).prints(pi(n));
    }

    /** Who knows the number pi could print it for many terms: of what the solution's workers compute, so much. */
    private static double leastWork(Program program) {
        return program.inJava(0.3).inPython(0.02);
    }

    /** Another number each time: a program that is made for one number would not compute. */
    private static long about(long chunk, Inputs inputs) {
        return inputs.between(chunk, chunk + chunk / 10);
    }

    private static OutputExpectation pi(long n) {
        return number("pi = ", n > FEW ? midpoints(n) : sum(n), tolerance(n));
    }

    /** How much the last digits may differ, because partial sums arrive in any order. */
    private static double tolerance(long n) {
        return n > FEW ? 1e-9 : 1e-11;
    }

    private static double sum(long n) {
        double sum = 0.0;
        for (long i = 1; i <= n; i++) {
            double x = (i - 0.5) / n;
            sum += 4.0 / (1.0 + x * x);
        }
        return n > 0 ? sum / n : 0.0;
    }

    /** The sum is the midpoint rule; its error is known (Euler and Maclaurin), and adding up would take too long. */
    private static double midpoints(long n) {
        return Math.PI + 1.0 / (12.0 * n * n);
    }
}
