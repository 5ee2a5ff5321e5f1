package procgrade.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import procgrade.engine.CheckOutcome;
import procgrade.engine.Grade;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;
import procgrade.text.Amounts;

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
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        long skipped = grade.count(Verdict.SKIPPED) + grade.count(Verdict.NOT_MEASURABLE);
        xml.append("<testsuite")
                .append(attribute("name", grade.assignment() + " " + grade.submission()))
                .append(attribute("tests", Integer.toString(grade.checks().size())))
                .append(attribute("failures", Long.toString(TerminalReport.failed(grade))))
                .append(attribute("errors", Long.toString(grade.count(Verdict.GRADER_ERROR))))
                .append(attribute("skipped", Long.toString(skipped)))
                .append(attribute("time", seconds(Amounts.seconds(grade.took()))))
                .append(">\n");
        grade.checks().forEach(check -> testCase(xml, grade, check));
        return xml.append("</testsuite>\n").toString();
    }

    private static void testCase(StringBuilder xml, Grade grade, CheckOutcome check) {
        Finding finding = Words.disclosed(check);
        xml.append("  <testcase")
                .append(attribute("classname", grade.assignment() + "." + grade.submission()))
                .append(attribute("name", check.sentence()))
                .append(attribute("time", seconds(Amounts.seconds(check.took()))));
        String element = element(finding.verdict());
        if (element.isEmpty()) {
            xml.append("/>\n");
            return;
        }
        xml.append(">\n    <").append(element);
        if (!element.equals("skipped")) {
            xml.append(attribute("type", finding.verdict().name()));
        }
        xml.append(attribute("message", finding.rationale()))
                .append('>')
                .append(escaped(String.join("\n", text(finding))))
                .append("</")
                .append(element)
                .append(">\n  </testcase>\n");
    }

    private static String element(Verdict verdict) {
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

    private static String attribute(String name, String value) {
        // a parser would turn line ends and tabs inside an attribute into blanks
        String oneLine =
                escaped(value).replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;");
        return " " + name + "=\"" + oneLine.replace("\"", "&quot;") + "\"";
    }

    /** What XML 1.0 (section 2.2, Char) cannot contain in any form becomes an escape of Java. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            switch (character) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                default -> {
                    if (isLegal(character)) {
                        escaped.appendCodePoint(character);
                    } else {
                        escaped.append(String.format("\\u%04x", character));
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static boolean isLegal(int character) {
        return character == '\n'
                || character == '\r'
                || character == '\t'
                || character >= 0x20 && character <= 0xd7ff
                || character >= 0xe000 && character <= 0xfffd
                || character >= 0x10000;
    }
}
