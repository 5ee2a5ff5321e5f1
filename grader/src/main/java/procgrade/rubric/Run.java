package procgrade.rubric;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import procgrade.judge.Endings;
import procgrade.judge.Evidence;
import procgrade.judge.Finding;
import procgrade.judge.OutputExpectation;
import procgrade.judge.TimeJudge;
import procgrade.judge.Verdict;

/**
 * One run of a program, and the verbs that ask something of it. Each verb but {@link #exits} first asks that the program
 * has ended by itself with exit code 0, or the one that {@code exits} has named; how it ended badly is what the student
 * reads then.
 */
public final class Run {
    private final CheckSession session;
    private final RunRequest request;
    private final Evidence evidence;
    private int exitCode;
    private boolean asked;

    Run(CheckSession session, RunRequest request, Evidence evidence) {
        this.session = session;
        this.request = request;
        this.evidence = evidence;
    }

    /**
     * It ends by itself with this exit code.
     *
     * @param code 0 to 255
     * @return this run; its other verbs accept the exit code, too
     */
    public Run exits(int code) {
        exitCode = code;
        return terminates();
    }

    /**
     * It ends by itself, with exit code 0.
     *
     * @return this run
     */
    public Run terminates() {
        asked = true;
        require(Endings.judge(evidence, exitCode));
        return this;
    }

    /**
     * It prints what it should.
     *
     * @param expectation all of standard output
     * @return this run
     */
    public Run prints(OutputExpectation expectation) {
        asked = true;
        require(Endings.judge(evidence, exitCode, expectation));
        return this;
    }

    /**
     * It prints exactly these lines in this order.
     *
     * @param lines all of standard output
     * @return this run
     */
    public Run printsLines(String... lines) {
        return prints(Expectations.lines(lines));
    }

    /**
     * It prints exactly these lines in any order.
     *
     * @param lines all of standard output
     * @return this run
     */
    public Run printsLinesInAnyOrder(String... lines) {
        return prints(Expectations.linesInAnyOrder(List.of(lines)));
    }

    /**
     * Its output has a property that is easier tested than written down.
     *
     * @param sentence what must be true, for the student: {@code the last line is that of main}
     * @param test of the lines of standard output
     * @return this run
     */
    public Run satisfies(String sentence, Predicate<List<String>> test) {
        if (!test.test(lines())) {
            require(Finding.of(Verdict.WRONG_OUTPUT, "the output is not as it should be")
                    .comparing(sentence, OutputExpectation.shown(evidence.output())));
        }
        return this;
    }

    /**
     * It takes no longer, because what it waits for, it waits for at the same time. For programs that sleep; how fast a
     * program computes is what {@link Program#speedup} measures. Who takes too long beside others that are graded is run
     * again undisturbed, and that run counts.
     *
     * @param most from start to end
     * @return this run
     */
    public Run takesAtMost(Duration most) {
        terminates();
        return timed(
                TimeJudge.takesAtMost(evidence, most, session.grading().usableCores()),
                alone -> alone.takesAtMost(most));
    }

    /**
     * It takes at least so long, because it really waits. For programs that sleep for a time that is given to them: who
     * ends sooner has not slept. Leave some tenths of a second of room, since the time counts from when the program was
     * seen to run. Who is too quick beside others that are graded is run again undisturbed, and that run counts.
     *
     * @param least from start to end
     * @return this run
     */
    public Run takesAtLeast(Duration least) {
        terminates();
        return timed(TimeJudge.takesAtLeast(evidence, least), alone -> alone.takesAtLeast(least));
    }

    private Run timed(Finding finding, Consumer<Run> again) {
        Optional<Run> alone = finding.passed() || request.undisturbed() ? Optional.empty() : session.runAlone(request);
        if (alone.isPresent()) {
            again.accept(alone.get().exits(exitCode));
        } else {
            require(finding);
        }
        return this;
    }

    /** {@return the lines of standard output} */
    public List<String> lines() {
        terminates();
        return OutputExpectation.lines(evidence.output());
    }

    /** {@return standard output} */
    public String output() {
        terminates();
        return evidence.output();
    }

    /** {@return standard error} */
    public String errors() {
        terminates();
        return evidence.errors();
    }

    /** {@return the verbs about its processes} */
    public Processes processes() {
        terminates();
        return new Processes(this, session.grading(), evidence);
    }

    /**
     * It prints what it has printed as usual. What goes wrong is said to do so only in this run, which is harder.
     *
     * @param usual what it prints otherwise, when it ends well
     * @param when what is different in this run, as the end of a sentence
     * @param help what to think of if the output is another one
     */
    void printsAlso(OutputExpectation usual, String when, String help) {
        asked = true;
        Finding finding = Endings.judge(evidence, exitCode, usual);
        switch (finding.verdict()) {
            // no fault of the program
            case PASSED, GRADER_ERROR -> require(finding);
            case WRONG_OUTPUT ->
                fail(finding.because("its result changes " + when)
                        .withHelp(finding.help().isEmpty() ? help : finding.help()));
            case DEADLOCK, NO_PROGRESS -> fail(finding.because("it hangs only " + when));
            default -> fail(finding.because("it fails only " + when));
        }
    }

    /** The same run of the reference solution, which ends well. */
    Evidence ofReference() {
        return session.runOurs(request.ofReference());
    }

    boolean wasAsked() {
        return asked;
    }

    String command() {
        return evidence.command();
    }

    void require(Finding finding) {
        if (!finding.passed()) {
            fail(compared(finding));
        }
    }

    private void fail(Finding finding) {
        throw new CheckFailure(finding.about(evidence.command()));
    }

    /**
     * A program that hangs in a run that was made harder is run as usual, too: if it ends well then, that tells more than
     * anything else.
     */
    private Finding compared(Finding finding) {
        boolean hangs = finding.verdict() == Verdict.DEADLOCK || finding.verdict() == Verdict.NO_PROGRESS;
        if (!hangs || !request.isHard()) {
            return finding;
        }
        Evidence usual = session.grading().run(request.asUsual());
        return Endings.judge(usual, exitCode).passed() ? finding.because(hard()) : finding;
    }

    private String hard() {
        return request.pipeBytes().isPresent()
                ? "it hangs only when the pipe buffer is small ("
                        + request.pipeBytes().getAsInt() + " bytes)"
                : "it hangs only when single processes are slower than others";
    }
}
