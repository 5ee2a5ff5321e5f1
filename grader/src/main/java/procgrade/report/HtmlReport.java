package procgrade.report;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import procgrade.engine.CheckOutcome;
import procgrade.engine.Grade;
import procgrade.engine.RunView;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;
import procgrade.standstill.Standstill;
import procgrade.standstill.WaitGraph;
import procgrade.text.Amounts;
import procgrade.text.Markup;
import procgrade.text.Visible;

/**
 * A grade as one HTML page that needs nothing else: no script, no font, no request to anywhere. It says what the terminal
 * says, and shows pictures of deadlocks and of processes.
 */
public final class HtmlReport {
    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{title}</title>
            <style>
            :root { color-scheme: light dark; --paper: #fff; --ink: #222; --faint: #666; --line: #ccc;
              --good: #176b2c; --stuck: #a3161a; --open: #8a5a00; --busy: #2f6db3; }
            @media (prefers-color-scheme: dark) {
              :root { --paper: #1b1c1e; --ink: #e6e6e6; --faint: #a0a0a0; --line: #444;
                --good: #6fce86; --stuck: #ff8a80; --open: #e5b567; --busy: #6aa7e8; } }
            body { background: var(--paper); color: var(--ink); font: 16px/1.5 sans-serif; margin: 0; }
            main { max-width: 54rem; margin: 0 auto; padding: 1.5rem; }
            h1 { font-size: 1.4rem; margin: 0; }
            .sum { font-size: 1.1rem; margin: .3rem 0 1.5rem; }
            .faint { color: var(--faint); }
            section { border-top: 1px solid var(--line); padding: .6rem 0; }
            summary { cursor: pointer; }
            .word { display: inline-block; min-width: 4rem; font-weight: bold; }
            .good { color: var(--good); } .bad { color: var(--stuck); } .open { color: var(--open); }
            .points { float: right; color: var(--faint); }
            .more { margin: .4rem 0 .4rem 4rem; }
            pre { overflow-x: auto; border: 1px solid var(--line); padding: .5rem; margin: .4rem 0; font-size: 14px; }
            svg { max-width: 100%; height: auto; display: block; margin: .6rem 0; }
            td { padding-right: 1.5rem; vertical-align: top; }
            </style>
            </head>
            <body>
            <main>
            """;

    private final Grade grade;
    private final StringBuilder out = new StringBuilder();
    private final String worth;
    private final String failsAt;
    private int pictures;

    private HtmlReport(Grade grade, String worth, String failsAt) {
        this.grade = grade;
        this.worth = worth;
        this.failsAt = failsAt;
    }

    /**
     * Writes a grade.
     *
     * @param grade what to report
     * @return the page
     */
    public static String of(Grade grade) {
        return withWorth(grade, "");
    }

    /** Likewise, with a sentence on what the points come to. */
    static String withWorth(Grade grade, String worth) {
        return new HtmlReport(
                        grade, worth, grade.buildFailure().map(Words::ofBuild).orElse(""))
                .page();
    }

    /** Likewise, of something that fails before anybody tries to build it. */
    static String refused(Grade grade) {
        return new HtmlReport(grade, "", Handout.FAILS_AT).page();
    }

    private String page() {
        String title = Markup.line(grade.assignment() + ": " + grade.submission());
        out.append(HEAD.replace("{title}", title));
        out.append("<h1>").append(title).append("</h1>\n<p class=\"sum\">");
        out.append(Amounts.points(grade.earned())).append(" of ").append(Amounts.points(grade.countable()));
        out.append(" points");
        double open = grade.points() - grade.countable();
        if (open > 0) {
            out.append(", ").append(Amounts.points(open)).append(" points could not be judged");
        }
        out.append(grade.interrupted() ? ", interrupted" : "").append("</p>\n");
        paragraph("", worth);
        Optional<Finding> notBuilt = grade.buildFailure();
        if (notBuilt.isPresent()) {
            out.append("<section><p><span class=\"word bad\">FAIL</span> ");
            out.append(failsAt).append("</p><div class=\"more\">\n");
            finding(notBuilt.get());
            out.append("</div></section>\n");
        } else {
            grade.checks().forEach(this::check);
        }
        facts();
        return out.append("</main>\n</body>\n</html>\n").toString();
    }

    private void check(CheckOutcome check) {
        Finding finding = Words.disclosed(check);
        Verdict verdict = finding.verdict();
        String kind = verdict == Verdict.PASSED
                ? "good"
                : Words.isFailure(verdict) || verdict == Verdict.GRADER_ERROR ? "bad" : "open";
        out.append("<section><details")
                .append(kind.equals("bad") ? " open" : "")
                .append("><summary>");
        out.append("<span class=\"points\">")
                .append(Amounts.points(check.earned()))
                .append(" of ");
        out.append(Amounts.points(check.points()))
                .append("</span><span class=\"word ")
                .append(kind)
                .append("\">");
        out.append(Words.onScreen(verdict)).append("</span> ").append(Markup.line(check.sentence()));
        out.append("</summary>\n<div class=\"more\">\n");
        Optional<RunView> run = check.hidden() ? Optional.empty() : shown(check.runs());
        Optional<Standstill> standstill =
                verdict == Verdict.DEADLOCK ? run.flatMap(RunView::standstill) : Optional.empty();
        if (standstill.isPresent()) {
            deadlock(finding, standstill.get(), run.get().command());
        } else {
            finding(finding);
        }
        if (!check.hidden()) {
            check.facts().forEach(fact -> paragraph("faint", fact));
        }
        run.ifPresent(this::processes);
        out.append("</div></details></section>\n");
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
        paragraph("", finding.rationale());
        out.append(WaitGraph.of(standstill).svg("picture-" + ++pictures, "Who waits for whom in " + command));
        step("Why is that?", standstill.advice().concept());
        step("Where is the way out?", standstill.advice().direction());
        command(finding);
    }

    private void step(String question, String answer) {
        if (!answer.isEmpty()) {
            out.append("<details><summary>").append(question).append("</summary>");
            out.append(Markup.line(answer)).append("</details>\n");
        }
    }

    private void finding(Finding finding) {
        paragraph("", finding.rationale());
        if (!finding.expected().isEmpty() || !finding.actual().isEmpty()) {
            pre(List.of("expected: " + finding.expected(), "actual:   " + finding.actual()));
        }
        if (!finding.details().isEmpty()) {
            pre(finding.details());
        }
        if (!finding.help().isEmpty()) {
            out.append("<p><b>help:</b> ").append(Markup.line(finding.help())).append("</p>\n");
        }
        command(finding);
    }

    private void command(Finding finding) {
        if (!finding.command().isEmpty()) {
            out.append("<p><b>try:</b> <code>")
                    .append(Markup.line(finding.command()))
                    .append("</code></p>\n");
        }
    }

    private void processes(RunView run) {
        String picture = TimelineSvg.of(run, "processes-" + ++pictures);
        if (!picture.isEmpty()) {
            out.append("<details><summary>processes of <code>").append(Markup.line(run.command()));
            out.append("</code>, ").append(Markup.line(run.end())).append("</summary>\n");
            out.append(picture).append("</details>\n");
        }
    }

    private void paragraph(String kind, String text) {
        if (!text.isEmpty()) {
            out.append(kind.isEmpty() ? "<p>" : "<p class=\"" + kind + "\">");
            out.append(Markup.line(text)).append("</p>\n");
        }
    }

    private void pre(List<String> lines) {
        out.append("<pre>");
        Visible.lines(lines).forEach(line -> out.append(Markup.escaped(line)).append('\n'));
        out.append("</pre>\n");
    }

    private void facts() {
        out.append("<section class=\"faint\">\n");
        grade.notices().forEach(notice -> paragraph("", "note: " + notice));
        out.append("<table>\n");
        row("assignment", grade.title());
        row("program", grade.program());
        row("seed", Long.toString(grade.seed()));
        row("took", Amounts.roughly(grade.took()));
        new TreeMap<>(grade.environment()).forEach(this::row);
        out.append("</table></section>\n");
    }

    private void row(String name, String value) {
        out.append("<tr><td>").append(Markup.line(name)).append("</td><td>");
        out.append(Markup.line(value)).append("</td></tr>\n");
    }
}
