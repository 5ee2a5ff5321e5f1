package procgrade.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import procgrade.engine.Grade;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;

class JUnitXmlTests {
    @Test
    void a_check_is_a_test_case() throws Exception {
        Element suite = parsed(SampleGrades.ofEveryVerdict());

        assertThat(suite.getAttribute("name")).isEqualTo("pi_mw ada");
        assertThat(suite.getAttribute("tests")).isEqualTo("14");
        assertThat(suite.getAttribute("failures")).isEqualTo("10");
        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("2");
        assertThat(suite.getAttribute("time")).isEqualTo("13.600");
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(14);
        assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(10);
        assertThat(suite.getElementsByTagName("error").getLength()).isEqualTo(1);
        assertThat(suite.getElementsByTagName("skipped").getLength()).isEqualTo(2);
        assertThat(suite.getElementsByTagName("properties").getLength()).isZero();
    }

    @Test
    void a_failure_says_what_the_terminal_says() throws Exception {
        Element failure = (Element) parsed(SampleGrades.of(SampleGrades.wrongOutput()))
                .getElementsByTagName("failure")
                .item(0);

        assertThat(failure.getAttribute("type")).isEqualTo("WRONG_OUTPUT");
        assertThat(failure.getAttribute("message")).isEqualTo("line 1 is not what was expected");
        assertThat(failure.getTextContent())
                .isEqualTo("expected: \"pi = 3.14\"\nactual:   \"pi = 3.2\"\nhelp: does the sum run from 1 to N?\n"
                        + "try:  java PiMw 1000 4");
    }

    @Test
    void characters_that_xml_forbids_are_escaped_and_others_survive() throws Exception {
        Finding finding = Finding.of(Verdict.CRASHED, "<a href=\"x\">&'\t\n\u0000\u001b\ufffe\ud800 \ud83d\ude00");

        Element failure = (Element) parsed(SampleGrades.of(SampleGrades.check("x", finding)))
                .getElementsByTagName("failure")
                .item(0);

        assertThat(failure.getAttribute("message"))
                .isEqualTo("<a href=\"x\">&'\t\n\\u0000\\u001b\\ufffe\\ud800 \ud83d\ude00");
    }

    @Test
    void a_hidden_check_gives_away_only_its_verdict() {
        assertThat(JUnitXml.of(SampleGrades.of(SampleGrades.hidden(SampleGrades.deadlock()))))
                .contains("DEADLOCK")
                .doesNotContain("rQueue", "PiMw.java");
    }

    private static Element parsed(Grade grade) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(JUnitXml.of(grade))))
                .getDocumentElement();
    }
}
