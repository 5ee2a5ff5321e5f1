package procgrade.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import procgrade.build.BuildOutcome;
import procgrade.engine.CheckOutcome;
import procgrade.engine.Grade;
import procgrade.engine.GradeListener;
import procgrade.judge.Verdict;
import procgrade.report.TerminalReport;

/** Prints a grade while it comes into being. */
class CheckProgress implements GradeListener {
    private final PrintWriter out;
    private final TerminalReport report;
    private final ProgressLine line;
    private final boolean streams;
    private final Map<String, GoingOn> goingOn = new HashMap<>();
    private boolean begun;

    /**
     * A printer.
     *
     * @param surroundings where to print
     * @param report makes the text
     * @param streams whether results are printed as they come; otherwise there is only the progress line
     */
    CheckProgress(Surroundings surroundings, TerminalReport report, boolean streams) {
        this.out = surroundings.out();
        this.report = report;
        this.line = new ProgressLine(surroundings);
        this.streams = streams;
    }

    @Override
    public void building(String program) {
        line.show("building " + program);
    }

    @Override
    public void built(String assignment, String submission, BuildOutcome outcome) {
        boolean success = outcome instanceof BuildOutcome.Built;
        begin(report.heading(assignment, submission, success ? Optional.of(outcome.took()) : Optional.empty()));
    }

    private void begin(String heading) {
        line.clear();
        if (streams && !begun) {
            out.println(heading);
        }
        begun = true;
    }

    @Override
    public void checking(String id, String sentence, int number, int total) {
        goingOn.put(id, new GoingOn(number, number + " of " + total + "  " + sentence, ""));
        show();
    }

    @Override
    public void running(String check, String command) {
        goingOn.computeIfPresent(check, (id, begun) -> begun.running(command));
        show();
    }

    @Override
    public void ended(String check) {
        goingOn.remove(check);
        show();
    }

    @Override
    public void checked(CheckOutcome outcome) {
        line.clear();
        if (streams && outcome.finding().verdict() != Verdict.BUILD_FAILED) {
            report.check(outcome).forEach(out::println);
        }
        show();
    }

    /** The first of those that go on, for whose end the outcomes of all others wait. */
    private void show() {
        String others = goingOn.size() < 2 ? "" : "  and " + (goingOn.size() - 1) + " more";
        goingOn.values().stream()
                .min(Comparator.comparingInt(GoingOn::number))
                .ifPresent(first -> line.show(first.sentence + others + first.command));
    }

    private record GoingOn(int number, String sentence, String command) {
        GoingOn running(String run) {
            return new GoingOn(number, sentence, "  (" + run + ")");
        }
    }

    /** Prints what comes after the checks. */
    void finish(Grade grade) {
        begin(report.heading(grade.assignment(), grade.submission(), grade.buildTook()));
        if (streams) {
            report.summary(grade).forEach(out::println);
        }
    }

    /** Takes the progress line away, whatever has happened. */
    void clear() {
        line.clear();
    }
}
