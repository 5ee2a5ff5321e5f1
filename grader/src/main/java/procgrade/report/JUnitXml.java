package procgrade.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import procgrade.engine.CheckOutcome;
import procgrade.engine.Grade;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;
import procgrade.text.Amounts;
import procgrade.text.Markup;

/**
 * A grade as the XML that build servers read as the result of a test suite: one suite for the assignment, one test case
 * for each check. NOT_MEASURABLE counts as skipped, GRADER_ERROR as an error. JUnit's own writer is not used because it
 * puts all system properties into the file. There is no official schema; this keeps to what the Jenkins plugin takes.
 */
public final class JUnitXml {
    private JUnitXml() {}

    /**
     * Writes a grade.
     *
     * @param grade what to report
     * @return an XML document, to be stored as UTF-8
     */
    public static String of(Grade grade) {
        StringBuilder xml = new StringBuilder(Xml.HEAD);
        long skipped = grade.count(Verdict.SKIPPED) + grade.count(Verdict.NOT_MEASURABLE);
        xml.append("<testsuite")
                .append(Xml.attribute("name", grade.assignment() + " " + grade.submission()))
                .append(Xml.attribute("tests", Integer.toString(grade.checks().size())))
                .append(Xml.attribute("failures", Long.toString(TerminalReport.failed(grade))))
                .append(Xml.attribute("errors", Long.toString(grade.count(Verdict.GRADER_ERROR))))
                .append(Xml.attribute("skipped", Long.toString(skipped)))
                .append(Xml.attribute("time", seconds(Amounts.seconds(grade.took()))))
                .append(">\n");
        grade.checks().forEach(check -> testCase(xml, grade, check));
        return xml.append("</testsuite>\n").toString();
    }

    private static void testCase(StringBuilder xml, Grade grade, CheckOutcome check) {
        Finding finding = Words.disclosed(check);
        xml.append("  <testcase")
                .append(Xml.attribute("classname", grade.assignment() + "." + grade.submission()))
                .append(Xml.attribute("name", check.sentence()))
                .append(Xml.attribute("time", seconds(Amounts.seconds(check.took()))));
        String element = element(finding.verdict());
        if (element.isEmpty()) {
            xml.append("/>\n");
            return;
        }
        xml.append(">\n    <").append(element);
        if (!element.equals("skipped")) {
            xml.append(Xml.attribute("type", finding.verdict().name()));
        }
        xml.append(Xml.attribute("message", finding.rationale()))
                .append('>')
                .append(Markup.escaped(String.join("\n", text(finding))))
                .append("</")
                .append(element)
                .append(">\n  </testcase>\n");
    }

    /** The element for what did not pass; empty for what did. */
    static String element(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "";
            case SKIPPED, NOT_MEASURABLE -> "skipped";
            case GRADER_ERROR -> "error";
            default -> "failure";
        };
    }

    private static List<String> text(Finding finding) {
        List<String> lines = new ArrayList<>();
        if (!finding.expected().isEmpty() || !finding.actual().isEmpty()) {
            lines.add("expected: " + finding.expected());
            lines.add("actual:   " + finding.actual());
        }
        lines.addAll(finding.details());
        if (!finding.help().isEmpty()) {
            lines.add("help: " + finding.help());
        }
        if (!finding.command().isEmpty()) {
            lines.add("try:  " + finding.command());
        }
        return lines;
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
