package procgrade.report;

import java.util.List;
import java.util.Optional;
import procgrade.engine.CheckOutcome;
import procgrade.engine.RunView;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;
import procgrade.standstill.Standstill;
import procgrade.standstill.WaitGraph;
import procgrade.text.Amounts;
import procgrade.text.Markup;

/** Shows on a page what became of checks: folded up if they hold, with all that is known if they do not. */
final class CheckSection {
    /** Whom a page is for. */
    enum Reader {
        /** Sees of hidden checks no more than the verdict. */
        STUDENT,
        /** Sees everything, and which checks are hidden. */
        TEACHER
    }

    private final Html html;
    private final Reader reader;
    private final CheckRecords records;
    private int pictures;

    CheckSection(Html html, Reader reader, CheckRecords records) {
        this.html = html;
        this.reader = reader;
        this.records = records;
    }

    /** Writes one section. */
    void write(CheckOutcome check) {
        boolean whole = !check.hidden() || reader == Reader.TEACHER;
        Finding finding = whole ? check.finding() : Words.disclosed(check);
        Verdict verdict = finding.verdict();
        String kind = kind(verdict);
        html.raw("<section><details", kind.equals("bad") ? " open" : "", "><summary><span class=\"points\">");
        html.raw(Amounts.points(check.earned()), " of ", Amounts.points(check.points()), "</span>");
        html.element("span class=\"word " + kind + "\"", Words.onScreen(verdict))
                .raw(" ");
        html.raw(Markup.line(check.sentence()));
        if (check.hidden() && reader == Reader.TEACHER) {
            html.raw(" <span class=\"tag\">hidden</span>");
        }
        html.raw("</summary>\n<div class=\"more\">\n");
        if (reader == Reader.TEACHER && !finding.passed()) {
            html.element("p class=\"faint\"", "verdict: " + verdict.words()).raw("\n");
        }
        if (whole) {
            whole(check, finding);
        } else {
            finding(finding);
        }
        html.raw("</div></details></section>\n");
    }

    /** Writes why a submission could not be built, in place of its checks. */
    void writeBuildFailure(Finding finding, String failsAt) {
        html.raw("<section><p><span class=\"word bad\">FAIL</span> ", Markup.escaped(failsAt));
        html.raw("</p><div class=\"more\">\n");
        finding(finding);
        html.raw("</div></section>\n");
    }

    static String kind(Verdict verdict) {
        if (verdict == Verdict.PASSED) {
            return "good";
        }
        return Words.isFailure(verdict) || verdict == Verdict.GRADER_ERROR ? "bad" : "open";
    }

    private void whole(CheckOutcome check, Finding finding) {
        Optional<RunView> run = shown(check.runs());
        Optional<Standstill> standstill =
                finding.verdict() == Verdict.DEADLOCK ? run.flatMap(RunView::standstill) : Optional.empty();
        if (standstill.isPresent()) {
            deadlock(finding, standstill.get(), run.get().command());
        } else {
            finding(finding);
        }
        check.facts().forEach(fact -> html.paragraph("p class=\"faint\"", fact));
        run.ifPresent(this::processes);
        records.write(html, check, run);
    }

    /** The run that stands still, if there is one: after it there may be one as usual, to compare. */
    private static Optional<RunView> shown(List<RunView> runs) {
        return runs.stream()
                .filter(run -> run.standstill().isPresent())
                .findFirst()
                .or(() -> runs.stream().reduce((first, last) -> last));
    }

    /** One step of help after the other: who has seen the picture may want to find out the rest alone. */
    private void deadlock(Finding finding, Standstill standstill, String command) {
        html.paragraph("p", finding.rationale());
        String picture = WaitGraph.of(standstill).svg("picture-" + ++pictures, "Who waits for whom in " + command);
        html.raw("<div class=\"picture\" tabindex=\"0\">", picture, "</div>\n");
        step("Why is that?", standstill.advice().concept());
        step("Where is the way out?", standstill.advice().direction());
        command(finding);
    }

    private void step(String question, String answer) {
        if (!answer.isEmpty()) {
            html.raw("<details><summary>", question, "</summary>").text(answer).raw("</details>\n");
        }
    }

    private void finding(Finding finding) {
        html.paragraph("p", finding.rationale());
        if (!finding.expected().isEmpty() || !finding.actual().isEmpty()) {
            Comparison.of(finding.expected(), finding.actual()).write(html);
        }
        html.lines(finding.details());
        if (!finding.help().isEmpty()) {
            html.raw("<p><b>help:</b> ").text(finding.help()).raw("</p>\n");
        }
        command(finding);
    }

    private void command(Finding finding) {
        if (!finding.command().isEmpty()) {
            html.raw("<p><b>try:</b> ").element("code", finding.command()).raw("</p>\n");
        }
    }

    private void processes(RunView run) {
        String picture = TimelineSvg.of(run, "processes-" + ++pictures);
        if (!picture.isEmpty()) {
            html.raw("<details><summary>processes of <code>", Markup.line(run.command()), "</code>, ");
            html.raw(Markup.line(run.end()), "</summary>\n<div class=\"picture\" tabindex=\"0\">");
            html.raw(picture, "</div></details>\n");
        }
    }
}
