package procgrade.report;

import java.util.List;
import java.util.Optional;
import procgrade.engine.CheckOutcome;
import procgrade.engine.Grade;
import procgrade.gradebook.Row;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;
import procgrade.standstill.Standstill;
import procgrade.standstill.WaitGraph;
import procgrade.text.Amounts;
import procgrade.text.Markdown;

/**
 * What a student gets to read, as Markdown: the points, and of each check the reason and the help, with who waits for whom
 * as text. Of hidden checks it tells the verdict only; it names nobody else, and no folder of the grader's. Nothing that a
 * program wrote is markup in it.
 */
public final class FeedbackMarkdown {
    private final StringBuilder out = new StringBuilder();

    private final Grade grade;
    private final String failsAt;

    private FeedbackMarkdown(Grade grade, String failsAt) {
        this.grade = grade;
        this.failsAt = failsAt;
    }

    /**
     * Writes the feedback on what was graded.
     *
     * @param grade the grade
     * @param names whose it is
     * @return the document
     */
    public static String of(Grade grade, String names) {
        Grade handout = Handout.of(grade, names);
        return new FeedbackMarkdown(handout, Words.ofBuild(handout)).document();
    }

    /**
     * Writes the feedback on what could not be read.
     *
     * @param assignment id of the assignment
     * @param title of the assignment
     * @param points what the whole rubric is worth
     * @param row the result, a refusal
     * @return the document
     */
    public static String refused(String assignment, String title, double points, Row row) {
        return new FeedbackMarkdown(Handout.refused(assignment, title, points, row), Handout.FAILS_AT).document();
    }

    private String document() {
        out.append("# ").append(Markdown.line(grade.title())).append("\n\n");
        out.append(Markdown.line(grade.submission())).append(": **");
        out.append(Amounts.points(grade.earned())).append(" of ").append(Amounts.points(grade.countable()));
        out.append(" points**");
        double open = grade.points() - grade.countable();
        if (open > 0) {
            out.append(", ").append(Amounts.points(open)).append(" points could not be judged");
        }
        out.append("\n");
        paragraph(Handout.worth(grade));
        Optional<Finding> notBuilt = grade.buildFailure();
        if (notBuilt.isPresent()) {
            out.append("\n## FAIL: ").append(failsAt).append("\n");
            finding(notBuilt.get());
        } else {
            grade.checks().forEach(this::check);
        }
        if (!grade.program().isEmpty()) {
            out.append("\n---\n\nGraded: ").append(Markdown.line(grade.program()));
            out.append(", with inputs of seed ").append(grade.seed()).append("\n");
        }
        return out.toString();
    }

    private void check(CheckOutcome check) {
        Verdict verdict = check.finding().verdict();
        out.append("\n## ").append(Words.onScreen(verdict)).append(": ");
        out.append(Markdown.line(check.sentence())).append(" (");
        out.append(Amounts.points(check.earned())).append(" of ");
        out.append(Amounts.points(check.points())).append(")\n");
        Optional<Standstill> standstill = verdict == Verdict.DEADLOCK
                ? check.runs().stream()
                        .flatMap(run -> run.standstill().stream())
                        .findFirst()
                : Optional.empty();
        if (standstill.isPresent()) {
            deadlock(check.finding(), standstill.get());
        } else {
            finding(check.finding());
        }
        check.facts().forEach(this::paragraph);
    }

    private void deadlock(Finding finding, Standstill standstill) {
        paragraph(finding.rationale());
        block(WaitGraph.of(standstill).text());
        paragraph(standstill.advice().concept());
        paragraph(standstill.advice().direction());
        command(finding);
    }

    private void finding(Finding finding) {
        paragraph(finding.rationale());
        if (!finding.expected().isEmpty() || !finding.actual().isEmpty()) {
            block(List.of("expected: " + finding.expected(), "actual:   " + finding.actual()));
        }
        if (!finding.details().isEmpty()) {
            block(finding.details());
        }
        if (!finding.help().isEmpty()) {
            out.append("\n**help:** ").append(Markdown.line(finding.help())).append('\n');
        }
        command(finding);
    }

    private void command(Finding finding) {
        if (!finding.command().isEmpty()) {
            out.append("\n**try:** ").append(Markdown.code(finding.command())).append('\n');
        }
    }

    private void paragraph(String text) {
        if (!text.isEmpty()) {
            out.append('\n').append(Markdown.line(text)).append('\n');
        }
    }

    private void block(List<String> lines) {
        out.append('\n').append(Markdown.block(lines));
    }
}
