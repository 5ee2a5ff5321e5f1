import static procgrade.rubric.Expectations.args;
import static procgrade.rubric.Expectations.lines;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import procgrade.judge.OutputExpectation;
import procgrade.rubric.Check;
import procgrade.rubric.Inputs;
import procgrade.rubric.Program;
import procgrade.rubric.RubricFor;
import procgrade.rubric.Run;

@RubricFor("primes_mw_sort")
class PrimesMwSortRubric {
    private static BitSet sieve = new BitSet();
    private static int sieved = -1;

    @Check(points = 7)
    void prints_the_primes(Program program, Inputs inputs) {
        // no root of these is a prime: what happens near the squares of primes is a check of its own
        check(program, inputs.between(600, 780), 3, 50);
        check(program, inputs.between(5_500, 6_200), 2, 500);
    }

    @Check(points = 5, needs = "prints_the_primes", hidden = true)
    void has_the_right_primes_at_the_edges(Program program, Inputs inputs) {
        for (int n : List.of(0, inputs.between(1, 2), 4, inputs.between(5, 10))) {
            check(program, n, 2, 10_000);
        }
        int square = inputs.oneOf(List.of(25, 49, 121, 9_409));
        check(program, square, 2, 10_000);
        check(program, square - 1, 2, 10_000);
        check(program, inputs.between(999, 1_001), 3, 7);
    }

    @Check(points = 7, needs = "prints_the_primes")
    void nprocs_workers_do_the_work_at_the_same_time(Program program, Inputs inputs) {
        // little to do is no reason for fewer workers; what it prints for so few is another check's affair
        program.run(inputs.between(4, 5), 4, 10_000).processes().workers(4);
        int n = about(program.inJava(25_000_000).inPython(3_600_000), inputs);
        check(program.undisturbed(), n, 3, n / 60)
                .processes()
                .workers(3)
                .shareTheWork()
                .allAtOnce()
                .masterOnlyCoordinates();
    }

    @Check(points = 5, needs = "prints_the_primes")
    void ends_when_the_results_are_more_than_the_buffer_holds(Program program, Inputs inputs) {
        // no root of these is a prime, either
        check(program, inputs.between(101_200, 109_500), 2, 10);
    }

    @Check(points = 4, needs = "prints_the_primes")
    void does_not_rely_on_luck(Program program, Inputs inputs) {
        // some hundred tasks, and a second of work: enough to hold the processes up at many places
        int n = about(program.inJava(12_000_000).inPython(1_200_000), inputs);
        check(program, n, 2, n / 800);
        program.resultsStayTheSame(3, n, 2, n / 800);
    }

    @Check(points = 4, needs = "prints_the_primes")
    void who_has_nothing_to_do_waits(Program program, Inputs inputs) {
        // one worker: a core is left over for a master that does not wait
        int n = about(program.inJava(22_000_000).inPython(2_600_000), inputs);
        check(program.undisturbed(), n, 1, n / 3).processes().waitQuietly();
    }

    @Check(points = 3, needs = "prints_the_primes")
    void every_process_ends_with_exit_code_0_and_none_is_left(Program program, Inputs inputs) {
        check(program, inputs.between(600, 780), 3, 100)
                .processes()
                .allExitWith(0)
                .noneLeft();
    }

    @Check(points = 5, needs = "prints_the_primes")
    void two_workers_are_faster_than_one(Program program) {
        int chunk = program.inJava(100_000).inPython(10_000);
        long n = program.inJava(20_000_000L).inPython(1_300_000L);
        program.speedup((size, workers) -> args(size, workers, chunk))
                .withWorkers(2)
                .sizes(n, n + n / 10)
                .prints(size -> expected(Math.toIntExact(size)))
                .overSequential(size -> args(size))
                .isAtLeast(program.inJava(1.2).inPython(1.4));
    }

    /** Another number each time, and one near which there is no square of a prime. */
    private static int about(int n, Inputs inputs) {
        int drawn = inputs.between(n, n + n / 10);
        return primesUpTo(drawn).get((int) Math.sqrt(drawn)) ? about(n, inputs) : drawn;
    }

    private static Run check(Program program, int n, int nprocs, int chunk) {
        return program.run(n, nprocs, chunk).prints(expected(n));
    }

    private static OutputExpectation expected(int n) {
        BitSet primes = primesUpTo(n);
        List<Integer> shown = new ArrayList<>();
        for (int p = primes.previousSetBit(n);
                p >= 0 && (n <= 1000 || shown.size() < 5);
                p = primes.previousSetBit(p - 1)) {
            shown.add(0, p);
        }
        return lines(
                "primes up to " + n + ": " + primes.get(0, n + 1).cardinality(),
                (n <= 1000 ? "" : "the last 5: ") + shown);
    }

    /** The sieve of Eratosthenes, kept for the next time: it takes long for the sizes that are timed. */
    private static synchronized BitSet primesUpTo(int n) {
        if (n > sieved) {
            sieved = n + n / 10 + 10;
            sieve = new BitSet(sieved + 1);
            sieve.set(2, sieved + 1);
            for (int p = 2; (long) p * p <= sieved; p = sieve.nextSetBit(p + 1)) {
                for (int multiple = p * p; multiple <= sieved; multiple += p) {
                    sieve.clear(multiple);
                }
            }
        }
        return sieve;
    }
}
