package procgrade.judge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import procgrade.observe.ProcessEnd;
import procgrade.run.StopReason;
import procgrade.standstill.Standstill;
import procgrade.standstill.WaitGraph;

/**
 * Judges how a run ended, which comes before everything else: what a program printed before it was stopped says little.
 * This is the only place that knows which verdict wins when several would fit:
 *
 * <ol>
 *   <li>somebody pressed Ctrl-C: nothing was found out about the program, so it is no fault of it
 *   <li>DEADLOCK, if it is proved, also if the time limit came first: a proof says more than a limit
 *   <li>OUTPUT_LIMIT, MEMORY_LIMIT, too many processes: the limit that was reached stopped the program early, so it
 *       would be wrong to say that it needed too much time
 *   <li>TIME_LIMIT if it computed until the end, NO_PROGRESS if it did not
 *   <li>CRASHED: only a program that was not stopped has an exit code of its own
 *   <li>WRONG_OUTPUT: only what a program printed until its proper end can be held against it
 * </ol>
 *
 * What it printed until then is kept in the details, and so is the crash of a worker: it is often the cause of the rest.
 */
public final class Endings {
    private static final String CRASH_FIRST = "look at the crash of the worker first: it may be the cause";

    private Endings() {}

    /**
     * Judges the end only.
     *
     * @param evidence what was recorded
     * @param exitCode the exit code that the program should end with, 0 to 255
     * @return PASSED if the program ended by itself with the exit code
     */
    public static Finding judge(Evidence evidence, int exitCode) {
        Optional<ProcessEnd> end = evidence.outcome().ending().end();
        if (end.isPresent()) {
            return judge(end.get(), exitCode, evidence);
        }
        Finding stopped =
                stopped(evidence, evidence.outcome().ending().stopped().orElseThrow());
        List<String> crashes = Crash.ofWorkers(evidence);
        if (crashes.isEmpty()) {
            return stopped;
        }
        List<String> details = new ArrayList<>(crashes);
        details.addAll(stopped.details());
        return stopped.withDetails(details).withHelp(CRASH_FIRST);
    }

    /**
     * Judges the end, and then the output.
     *
     * @param evidence what was recorded
     * @param exitCode the exit code that the program should end with, 0 to 255
     * @param expectation all that it should print
     * @return PASSED if both are right
     */
    public static Finding judge(Evidence evidence, int exitCode, OutputExpectation expectation) {
        Finding ending = judge(evidence, exitCode);
        Finding output = expectation.judge(evidence.output());
        if (!ending.passed()) {
            return ending.withDetails(
                    with(ending.details(), untilThen(evidence.output(), output).toArray(String[]::new)));
        }
        if (output.passed()) {
            return output;
        }
        List<String> crashes = Crash.ofWorkers(evidence);
        if (!crashes.isEmpty()) {
            return withFirst(crashes, output).withHelp(CRASH_FIRST);
        }
        List<String> errors = Crash.ofThreads(evidence);
        return errors.isEmpty()
                ? output
                : withFirst(errors, output).withHelp("look at that error first: it may be the cause");
    }

    private static Finding withFirst(List<String> lines, Finding finding) {
        return finding.withDetails(with(lines, finding.details().toArray(String[]::new)));
    }

    /** What was printed before a bad end, and what is wrong with it, a sentence each. */
    private static List<String> untilThen(String printed, Finding output) {
        if (output.passed()) {
            return List.of("until then it had printed all that it should");
        }
        List<String> lines = OutputExpectation.lines(printed);
        if (lines.isEmpty()) {
            return List.of("until then " + output.rationale());
        }
        String last = OutputExpectation.shown(lines.get(lines.size() - 1));
        List<String> told = new ArrayList<>();
        told.add("until then it printed " + (lines.size() == 1 ? "1 line: " : lines.size() + " lines, the last: ")
                + last);
        told.add("in this output " + output.rationale() + difference(output));
        told.addAll(output.details());
        return told;
    }

    /** Lines that are compared, not the words that stand there for the lack of one. */
    private static String difference(Finding output) {
        List<String> parts = new ArrayList<>();
        if (output.expected().startsWith("\"")) {
            parts.add("expected " + output.expected());
        }
        if (output.actual().startsWith("\"") || output.actual().startsWith("line ")) {
            parts.add("found " + output.actual());
        }
        return parts.isEmpty() ? "" : ": " + String.join(", ", parts);
    }

    private static Finding judge(ProcessEnd end, int exitCode, Evidence evidence) {
        if (end.equals(ProcessEnd.exited(exitCode))) {
            return Finding.PASSED;
        }
        if (end.isSuccess()) {
            return Finding.of(Verdict.WRONG_OUTPUT, "it ended with exit code 0 instead of " + exitCode)
                    .comparing("exit code " + exitCode, "exit code 0");
        }
        return Crash.ofMain(end, evidence.errors()).comparing("exit code " + exitCode, Signals.words(end));
    }

    private static Finding stopped(Evidence evidence, StopReason reason) {
        if (reason == StopReason.INTERRUPTED) {
            return Finding.of(Verdict.GRADER_ERROR, "the run was interrupted");
        }
        if (evidence.standstill().isPresent()) {
            return deadlock(evidence.standstill().get());
        }
        return switch (reason) {
            case OUTPUT_LIMIT ->
                limit(Verdict.OUTPUT_LIMIT, evidence, "it wrote more than a program may")
                        .withHelp("does a loop print in every round?");
            case MEMORY_LIMIT ->
                limit(Verdict.MEMORY_LIMIT, evidence, "it used more memory than a program may")
                        .withHelp("does it keep what it no longer needs?");
            case PROCESS_LIMIT ->
                limit(Verdict.WRONG_PROCESSES, evidence, "it had more processes or threads than a program may")
                        .withHelp("does a child process start children, too?");
            case DEADLOCK -> limit(Verdict.DEADLOCK, evidence, "its processes wait for each other for ever");
            case TIME_LIMIT -> outOfTime(evidence);
            case INTERRUPTED -> throw new IllegalStateException("handled above");
        };
    }

    private static Finding limit(Verdict verdict, Evidence evidence, String rationale) {
        return Finding.of(verdict, rationale + ", and was stopped after " + time(evidence));
    }

    private static Finding deadlock(Standstill standstill) {
        List<String> details = new ArrayList<>(WaitGraph.of(standstill).text());
        if (!standstill.advice().concept().isEmpty()) {
            details.add(standstill.advice().concept());
        }
        String which = standstill.whole() ? "deadlock: " : "deadlock of some of its processes: ";
        return Finding.of(Verdict.DEADLOCK, which + standstill.sentence())
                .withDetails(details)
                .withHelp(standstill.advice().direction());
    }

    private static Finding outOfTime(Evidence evidence) {
        String after = "it had not ended after " + time(evidence);
        if (evidence.activity().isEmpty()) {
            return Finding.of(Verdict.TIME_LIMIT, after);
        }
        String sentence = ": " + evidence.activity().get().sentence();
        return switch (evidence.activity().get().kind()) {
            case COMPUTING ->
                Finding.of(Verdict.TIME_LIMIT, after + " and was still computing" + sentence)
                        .withHelp("is it a loop without an end, or far more work than needed?");
            case POLLING ->
                noProgress(after + sentence)
                        .withHelp("what it waits for never comes; wait for it (get, join) instead of asking");
            case SLEEPING -> noProgress(after + sentence).withHelp("who should wake it, and when?");
            case AWAITING_INPUT ->
                noProgress(after + sentence).withHelp("nobody types: take what you need from the arguments");
            case WAITING ->
                noProgress(after + ", all its processes waited" + sentence)
                        .withHelp("who waits for what, and who should have sent it?");
            case STOPPED -> noProgress(after + sentence).withHelp("who sends SIGSTOP?");
        };
    }

    private static Finding noProgress(String rationale) {
        return Finding.of(Verdict.NO_PROGRESS, rationale);
    }

    private static String time(Evidence evidence) {
        Duration wall = evidence.outcome().wall();
        return Amount.seconds(wall);
    }

    private static List<String> with(List<String> details, String... more) {
        List<String> all = new ArrayList<>(details);
        all.addAll(List.of(more));
        return all;
    }
}
