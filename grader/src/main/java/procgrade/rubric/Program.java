package procgrade.rubric;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import procgrade.assignment.Language;
import procgrade.judge.OutputExpectation;

/** The program of the submission, as a rubric sees it: it can be run. Immutable. */
public final class Program {
    private static final int SMALLEST_PIPE = 4096;

    private final CheckSession session;
    private final Optional<Duration> limit;
    private final String input;
    private final OptionalInt pipeBytes;
    private final boolean undisturbed;
    private final OptionalLong holdUps;

    Program(CheckSession session) {
        this(session, Optional.empty(), "", OptionalInt.empty(), false, OptionalLong.empty());
    }

    private Program(
            CheckSession session,
            Optional<Duration> limit,
            String input,
            OptionalInt pipeBytes,
            boolean undisturbed,
            OptionalLong holdUps) {
        this.session = session;
        this.limit = limit;
        this.input = input;
        this.pipeBytes = pipeBytes;
        this.undisturbed = undisturbed;
        this.holdUps = holdUps;
    }

    /**
     * Runs the program to its end, or until it is stopped.
     *
     * @param arguments numbers and texts; each becomes one argument
     * @return the run; ask something of it, or the check is refused as a mistake
     */
    public Run run(Object... arguments) {
        return session.run(request(Expectations.args(arguments), RunRequest.Target.SUBMISSION));
    }

    /**
     * What the assignment's reference solution prints.
     *
     * @param arguments numbers and texts; each becomes one argument
     * @return its lines
     * @throws RubricFault if there is no reference solution in this language, or it does not end well
     */
    public List<String> reference(Object... arguments) {
        if (!session.grading().hasReference()) {
            throw new RubricFault("the assignment has no reference solution in "
                    + language().title() + ": name one in assignment.properties, or compute the answer in the rubric");
        }
        return OutputExpectation.lines(
                session.runOurs(request(Expectations.args(arguments), RunRequest.Target.REFERENCE))
                        .output());
    }

    /**
     * The same program with another time limit than the assignment's.
     *
     * @param time from start to end, more than zero
     * @return the program
     */
    public Program within(Duration time) {
        return new Program(session, Optional.of(time), input, pipeBytes, undisturbed, holdUps);
    }

    /**
     * The same program with something to read from its standard input, which is empty otherwise.
     *
     * @param text what it can read
     * @return the program
     */
    public Program withInput(String text) {
        return new Program(session, limit, text, pipeBytes, undisturbed, holdUps);
    }

    /**
     * The same program with queues whose pipes hold less, which shows deadlocks that luck hides.
     *
     * @param bytes capacity of each pipe; the system rounds it up to a page, 4096 bytes
     * @return the program
     */
    public Program withPipesOf(int bytes) {
        return new Program(session, limit, input, OptionalInt.of(bytes), undisturbed, holdUps);
    }

    /**
     * The same program, and nothing else that procgrade grades goes on while it runs: for runs that use all cores, in
     * which it matters who computed when. What {@link #speedup} measures is never disturbed.
     *
     * @return the program
     */
    public Program undisturbed() {
        return new Program(session, limit, input, pipeBytes, true, holdUps);
    }

    /**
     * The same program with processes that are held up: in the first seconds of a run single ones are stopped for up to a
     * tenth of a second, so that others overtake them. Shows deadlocks and wrong answers that luck hides.
     *
     * @param pass any number; together with the seed of the grading it decides who is stopped when
     * @return the program
     */
    public Program heldUp(int pass) {
        return new Program(
                session,
                limit,
                input,
                pipeBytes,
                undisturbed,
                OptionalLong.of(31 * session.grading().seed() + pass));
    }

    /**
     * Its result does not owe anything to luck: it is run as usual, then with pipes that hold {@value #SMALLEST_PIPE}
     * bytes, and then several times with processes held up. All runs must end well and print the same lines, in whatever
     * order. To be used with arguments for which it has some hundred tasks and takes about a second.
     *
     * @param passes how many times processes are held up, at least 1
     * @param arguments numbers and texts; each becomes one argument
     */
    public void resultsStayTheSame(int passes, Object... arguments) {
        OutputExpectation usual = Expectations.linesInAnyOrder(run(arguments).lines());
        withPipesOf(SMALLEST_PIPE)
                .run(arguments)
                .printsAlso(
                        usual,
                        "when the pipe buffer is small (" + SMALLEST_PIPE + " bytes)",
                        "what relies on all items being there at once?");
        for (int pass = 1; pass <= passes; pass++) {
            heldUp(pass)
                    .run(arguments)
                    .printsAlso(
                            usual,
                            "when single processes are slower than others (pass " + pass + " of " + passes + ", seed "
                                    + session.grading().seed() + ")",
                            "what relies on who comes first, or on how long something takes?");
        }
    }

    /**
     * Begins to measure how much faster several workers are than one.
     *
     * @param arguments gives the arguments of the program for a size and a number of workers
     * @return what is to be filled in
     */
    public Speedup speedup(BiFunction<Long, Integer, List<String>> arguments) {
        return new Speedup(session, arguments);
    }

    /** {@return the language of the submission} */
    public Language language() {
        return session.grading().language();
    }

    /**
     * Begins a value that depends on the language, such as a size: the same takes Python far longer.
     *
     * @param value the value for a submission in Java
     * @param <T> its type
     * @return the choice, to be completed by {@link Choice#inPython}
     */
    public <T> Choice<T> inJava(T value) {
        return new Choice<>(language(), value);
    }

    private RunRequest request(List<String> arguments, RunRequest.Target target) {
        return new RunRequest(arguments, target, limit, input, pipeBytes, false, undisturbed, holdUps);
    }
}
