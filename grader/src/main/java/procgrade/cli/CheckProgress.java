package procgrade.cli;

import java.io.PrintWriter;
import java.util.Optional;
import procgrade.build.BuildOutcome;
import procgrade.engine.CheckOutcome;
import procgrade.engine.Grade;
import procgrade.engine.GradeListener;
import procgrade.judge.Verdict;
import procgrade.report.TerminalReport;

/** Prints a grade while it comes into being. */
final class CheckProgress implements GradeListener {
    private final PrintWriter out;
    private final TerminalReport report;
    private final ProgressLine line;
    private final boolean streams;
    private String check = "";
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
        check = number + " of " + total + "  " + sentence;
        line.show(check);
    }

    @Override
    public void running(String command) {
        line.show(check + "  (" + command + ")");
    }

    @Override
    public void checked(CheckOutcome outcome) {
        line.clear();
        if (streams && outcome.finding().verdict() != Verdict.BUILD_FAILED) {
            report.check(outcome).forEach(out::println);
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
