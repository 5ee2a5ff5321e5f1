package procgrade.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import procgrade.engine.CheckOutcome;
import procgrade.engine.Grade;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;

/**
 * A grade as text for people: a line for each check, beneath it why it failed and what to look at, and at the end the
 * failures once more and the points. All methods are pure; a caller who prints the parts as they become known, in the
 * order {@link #heading}, {@link #check}, {@link #summary}, prints the same as {@link #whole}.
 *
 * <p>The colours only repeat what the words say. Control characters are escaped. A line of more than 160 characters
 * ends after 130 with the number of those left out, and of more than 40 lines of details the first 40 are shown.
 */
public final class TerminalReport {
    private static final int WIDTH = 80;
    private static final int WORD = 5;
    private static final String INDENT = " ".repeat(2 + WORD + 2);
    private static final String BUILD = "can be compiled";

    private final Palette palette;

    /**
     * A report.
     *
     * @param palette whether it is coloured
     */
    public TerminalReport(Palette palette) {
        this.palette = palette;
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
        lines.add(line(verdict, outcome.sentence(), took));
        explain(finding, lines);
        if (!outcome.hidden()) {
            Visible.lines(outcome.facts()).forEach(fact -> lines.add(INDENT + palette.faint(fact)));
        }
        return lines;
    }

    private String line(Verdict verdict, String sentence, String took) {
        String word = Words.onScreen(verdict);
        String text = Visible.line(sentence);
        int width = INDENT.length() + text.length();
        return "  " + painted(verdict, word) + " ".repeat(2 + WORD - word.length()) + text + rightAligned(width, took);
    }

    private String painted(Verdict verdict, String word) {
        return switch (verdict) {
            case PASSED -> palette.good(word);
            case SKIPPED, NOT_MEASURABLE -> palette.doubtful(word);
            default -> palette.bad(word);
        };
    }

    private String rightAligned(int used, String text) {
        return text.isEmpty() ? "" : " ".repeat(Math.max(2, WIDTH - used - text.length())) + palette.faint(text);
    }

    private void explain(Finding finding, List<String> lines) {
        if (!finding.rationale().isEmpty()) {
            lines.add(INDENT + Visible.line(finding.rationale()));
        }
        if (!finding.expected().isEmpty() || !finding.actual().isEmpty()) {
            lines.add(INDENT + "expected: " + Visible.line(finding.expected()));
            lines.add(INDENT + "actual:   " + Visible.line(finding.actual()));
        }
        Visible.lines(finding.details()).forEach(detail -> lines.add(INDENT + "  " + detail));
        if (!finding.help().isEmpty()) {
            lines.add(INDENT + palette.strong("help:") + " " + Visible.line(finding.help()));
        }
        if (!finding.command().isEmpty()) {
            lines.add(INDENT + palette.strong("try:") + "  " + Visible.line(finding.command()));
        }
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
            lines.add(line(Verdict.BUILD_FAILED, BUILD, ""));
            explain(failure, lines);
        });
        lines.add("");
        grade.notices().forEach(notice -> lines.add("note: " + Visible.line(notice)));
        if (grade.buildFailure().isPresent()) {
            lines.add(again("FAILED", BUILD, grade.buildFailure().get()));
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

    private String again(String word, String sentence, Finding finding) {
        return palette.bad(word) + " " + Visible.line(sentence) + " - " + Visible.line(finding.rationale());
    }

    /** Begins with the submission: readers of build logs take a line of counts alone for the result of a test suite. */
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
            parts.add("not compiled");
        }
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
