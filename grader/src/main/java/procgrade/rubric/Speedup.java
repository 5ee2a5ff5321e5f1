package procgrade.rubric;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import procgrade.judge.OutputExpectation;

/**
 * Measures how much faster a program is with several workers than with one:
 *
 * <pre>
 * pi.speedup((n, workers) -&gt; args(n, workers, 1_000_000))
 *         .withWorkers(2)
 *         .sizes(300_000_000, 400_000_000)
 *         .prints(n -&gt; number("pi = ", Pi.upTo(n), 1e-9))
 *         .overSequential(n -&gt; args(n))
 *         .isAtLeast(1.5);
 * </pre>
 */
public final class Speedup {
    private final CheckSession session;
    private final BiFunction<Long, Integer, List<String>> arguments;
    private Function<Long, OutputExpectation> answer;
    private Optional<Function<Long, List<String>>> sequential = Optional.empty();
    private int workers;
    private long smallest;
    private long largest;

    Speedup(CheckSession session, BiFunction<Long, Integer, List<String>> arguments) {
        this.session = session;
        this.arguments = arguments;
    }

    /**
     * The number of workers that is compared with one worker; needs as many cores.
     *
     * @param count 2 or more
     * @return this
     */
    public Speedup withWorkers(int count) {
        workers = count;
        return this;
    }

    /**
     * The sizes of the problem. Each pair of runs has another one, so that no answer can be known in advance. A run
     * with one worker should take two to four seconds.
     *
     * @param low the smallest, 1 or more
     * @param high the largest, {@code low} or more
     * @return this
     */
    public Speedup sizes(long low, long high) {
        smallest = low;
        largest = high;
        return this;
    }

    /**
     * The answer, which is looked at in every run that is timed.
     *
     * @param expected all of standard output, for a size
     * @return this
     */
    public Speedup prints(Function<Long, OutputExpectation> expected) {
        answer = expected;
        return this;
    }

    /**
     * Compares with the assignment's sequential program, too, if there is one in this language: of that and the
     * program's own run with one worker, the faster one counts. So it does not help to slow down one's own.
     *
     * @param sequentialArguments its arguments for a size
     * @return this
     */
    public Speedup overSequential(Function<Long, List<String>> sequentialArguments) {
        sequential = Optional.of(sequentialArguments);
        return this;
    }

    /**
     * Measures until it is clear whether the program is fast enough. Nobody is faster by more than the cores that he keeps
     * busy: the processor time with several workers is a baseline, too. So this is for programs that compute; of those that
     * wait {@link Run#takesAtMost} says whether they do so at the same time. The bar is lowered by as much as the cores of this
     * machine, measured in the same minute, give less than they should.
     *
     * @param factor how many times as fast, more than 1 and at most the number of workers
     */
    public void isAtLeast(double factor) {
        if (workers < 2 || smallest < 1 || largest < smallest || answer == null || !(factor > 1) || factor > workers) {
            throw new RubricFault("a speedup needs withWorkers(2 or more), sizes(low, high), prints(...) and a factor"
                    + " above 1 that so many workers can reach: " + factor + " with " + workers + " workers, sizes "
                    + smallest + " to " + largest);
        }
        new SpeedupMeasurement(session, this).require(factor);
    }

    int workers() {
        return workers;
    }

    long draw(Inputs inputs) {
        return inputs.between(smallest, largest);
    }

    List<String> arguments(long size, int count) {
        return arguments.apply(size, count);
    }

    Optional<List<String>> sequentialArguments(long size) {
        return sequential.map(function -> function.apply(size));
    }

    OutputExpectation answer(long size) {
        return answer.apply(size);
    }
}
