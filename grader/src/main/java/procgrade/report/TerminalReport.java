package procgrade.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import procgrade.engine.CheckOutcome;
import procgrade.engine.Grade;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;
import procgrade.text.Amounts;
import procgrade.text.Visible;

/**
 * A grade as text for people: a line for each check, beneath it why it failed and what to look at, and at the end the
 * failures once more and the points. All methods are pure; a caller who prints the parts as they become known, in the
 * order {@link #heading}, {@link #check}, {@link #summary}, prints the same as {@link #whole}.
 *
 * <p>The colours only repeat what the words say. Control characters are escaped. Sentences are broken at blanks to fit the
 * width, and what continues a line is indented further than the line; commands stay whole, and so do lines of a source with
 * a mark beneath. A value of more than 160 characters ends after 130 with the number of those left out, a sentence
 * only after 1000, and of more than 40 lines of details the first 40 are shown.
 */
public final class TerminalReport {
    /** Width of a screen that nobody knows more about. */
    public static final int USUAL_WIDTH = 80;

    private static final int HANG = 2;
    private static final int TIME = 10;
    private static final int WORD = 5;
    private static final String INDENT = " ".repeat(2 + WORD + 2);
    private static final String DETAIL = INDENT + "  ";
    private static final String MORE = "...";
    private static final String LABEL = " ".repeat("help: ".length());

    /** What a compiler writes beneath a line of the source. */
    private static final Pattern MARK = Pattern.compile(" *\\^[ ^~]*");

    private final Palette palette;
    private final int width;
    private final boolean cutsFailures;

    /**
     * A report.
     *
     * @param palette whether it is coloured
     * @param width of a line in characters, at least 40
     */
    public TerminalReport(Palette palette, int width) {
        this(palette, width, true);
    }

    private TerminalReport(Palette palette, int width, boolean cutsFailures) {
        this.palette = palette;
        this.width = width;
        this.cutsFailures = cutsFailures;
    }

    /**
     * The same report for a file or a pipe: the failures at the end are not cut to the width, so that a search for them
     * finds why.
     *
     * @return a new report
     */
    public TerminalReport withWholeFailures() {
        return new TerminalReport(palette, width, false);
    }

    /**
     * The whole report.
     *
     * @param grade what to report
     * @return its lines
     */
    public List<String> whole(Grade grade) {
        List<String> lines = new ArrayList<>();
        lines.add(heading(grade.assignment(), grade.submission(), grade.buildTook()));
        if (grade.buildFailure().isEmpty()) {
            grade.checks().forEach(check -> lines.addAll(check(check)));
        }
        lines.addAll(summary(grade));
        return lines;
    }

    /**
     * The first line.
     *
     * @param assignment id of the assignment
     * @param submission name of the submission
     * @param build how long it took to build; empty if it failed
     * @return a line
     */
    public String heading(String assignment, String submission, Optional<Duration> build) {
        String title = Visible.line(assignment) + "  " + Visible.line(submission);
        String right = build.map(took -> "built in " + Amounts.roughly(took)).orElse("");
        return palette.strong(title) + rightAligned(title.length(), right);
    }

    /**
     * One check.
     *
     * @param outcome what became of it
     * @return its line, and why
     */
    public List<String> check(CheckOutcome outcome) {
        Finding finding = Words.disclosed(outcome);
        Verdict verdict = finding.verdict();
        List<String> lines = new ArrayList<>();
        String took = verdict == Verdict.SKIPPED ? "" : Amounts.finely(outcome.took());
        add(verdict, outcome.sentence(), took, lines);
        explain(finding, lines);
        if (!outcome.hidden()) {
            for (String fact : Visible.lines(outcome.facts())) {
                wrapped(fact, INDENT).forEach(line -> lines.add(INDENT + palette.faint(line)));
            }
        }
        return lines;
    }

    private void add(Verdict verdict, String sentence, String took, List<String> lines) {
        String word = Words.onScreen(verdict);
        List<String> text = Wrapped.words(Visible.text(sentence), width - INDENT.length() - TIME, 0);
        int used = INDENT.length() + text.get(0).length();
        lines.add("  " + painted(verdict, word) + " ".repeat(2 + WORD - word.length()) + text.get(0)
                + rightAligned(used, took));
        text.stream().skip(1).forEach(line -> lines.add(INDENT + line));
    }

    private String painted(Verdict verdict, String word) {
        return switch (verdict) {
            case PASSED -> palette.good(word);
            case SKIPPED, NOT_MEASURABLE -> palette.doubtful(word);
            default -> palette.bad(word);
        };
    }

    private String rightAligned(int used, String text) {
        return text.isEmpty() ? "" : " ".repeat(Math.max(2, width - used - text.length())) + palette.faint(text);
    }

    private void explain(Finding finding, List<String> lines) {
        if (!finding.rationale().isEmpty()) {
            wrapped(Visible.text(finding.rationale()), INDENT).forEach(line -> lines.add(INDENT + line));
        }
        if (!finding.expected().isEmpty() || !finding.actual().isEmpty()) {
            addValue("expected: ", finding.expected(), lines);
            addValue("actual:   ", finding.actual(), lines);
        }
        addDetails(Visible.lines(finding.details()), lines);
        if (!finding.help().isEmpty()) {
            List<String> help =
                    Wrapped.words(Visible.text(finding.help()), width - INDENT.length() - LABEL.length(), 0);
            lines.add(INDENT + palette.strong("help:") + " " + help.get(0));
            help.stream().skip(1).forEach(line -> lines.add(INDENT + LABEL + line));
        }
        if (!finding.command().isEmpty()) {
            lines.add(INDENT + palette.strong("try:") + "  " + Visible.text(finding.command()));
        }
    }

    /** The parts of a long value begin in the same column, so that expected and actual can be compared. */
    private void addValue(String label, String value, List<String> lines) {
        List<String> parts = Wrapped.characters(Visible.line(value), width - INDENT.length() - label.length());
        lines.add(INDENT + label + parts.get(0));
        parts.stream().skip(1).forEach(part -> lines.add(INDENT + " ".repeat(label.length()) + part));
    }

    private void addDetails(List<String> details, List<String> lines) {
        for (int i = 0; i < details.size(); i++) {
            boolean marked =
                    i + 1 < details.size() && MARK.matcher(details.get(i + 1)).matches();
            List<String> parts = marked ? List.of(details.get(i)) : wrapped(details.get(i), DETAIL);
            parts.forEach(part -> lines.add(DETAIL + part));
        }
    }

    private List<String> wrapped(String text, String indent) {
        return Wrapped.words(text, width - indent.length(), HANG);
    }

    /**
     * What follows the checks: a failed build, notes, the failures once more, and the points.
     *
     * @param grade what to report
     * @return its lines, an empty one first
     */
    public List<String> summary(Grade grade) {
        List<String> lines = new ArrayList<>();
        grade.buildFailure().ifPresent(failure -> {
            add(Verdict.BUILD_FAILED, Words.ofBuild(grade), "", lines);
            explain(failure, lines);
        });
        lines.add("");
        grade.notices().forEach(notice -> lines.addAll(wrapped("note: " + Visible.text(notice), "")));
        if (grade.buildFailure().isPresent()) {
            Finding failure = grade.buildFailure().get();
            lines.add(again("FAILED", Words.ofBuild(grade), failure));
        } else {
            failures(grade, lines);
        }
        lines.add(closing(grade));
        return lines;
    }

    private void failures(Grade grade, List<String> lines) {
        for (CheckOutcome outcome : grade.checks()) {
            Verdict verdict = outcome.finding().verdict();
            if (Words.isFailure(verdict)) {
                lines.add(again("FAILED", outcome.sentence(), Words.disclosed(outcome)));
            } else if (verdict == Verdict.GRADER_ERROR) {
                lines.add(again("ERROR", outcome.sentence(), Words.disclosed(outcome)));
            }
        }
    }

    /** One line, to be found at a glance: all of it stands above. */
    private String again(String word, String sentence, Finding finding) {
        String text = Visible.text(sentence) + " - " + Visible.text(finding.rationale());
        int room = width - word.length() - 1;
        List<String> whole = Wrapped.characters(text, room);
        String shown = whole.size() == 1 || !cutsFailures
                ? text
                : Wrapped.characters(text, room - MORE.length()).get(0).stripTrailing() + MORE;
        return palette.bad(word) + " " + shown;
    }

    /**
     * Begins with the submission and is never broken: readers of build logs take a line of counts alone for the result of
     * a test suite.
     */
    private static String closing(Grade grade) {
        List<String> parts = new ArrayList<>();
        parts.add(Amounts.points(grade.earned()) + " of " + Amounts.points(grade.countable()) + " points");
        double open = grade.points() - grade.countable();
        if (open > 0) {
            parts.add(Amounts.points(open) + " points could not be judged");
        }
        if (grade.buildFailure().isEmpty()) {
            add(parts, grade.count(Verdict.PASSED), "passed");
            add(parts, failed(grade), "failed");
            add(parts, grade.count(Verdict.SKIPPED), "skipped");
            add(parts, grade.count(Verdict.NOT_MEASURABLE), "not measurable");
            add(parts, grade.count(Verdict.GRADER_ERROR), "not graded by a fault of ours");
        } else {
            parts.add("not built");
        }
        parts.add("seed " + grade.seed());
        parts.add((grade.interrupted() ? "interrupted after " : "") + Amounts.roughly(grade.took()));
        return Visible.line(grade.submission()) + ": " + String.join(", ", parts);
    }

    static long failed(Grade grade) {
        return grade.checks().stream()
                .filter(check -> Words.isFailure(check.finding().verdict()))
                .count();
    }

    private static void add(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }
}
