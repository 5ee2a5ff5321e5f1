package procgrade.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import procgrade.gradebook.Gradebook;
import procgrade.gradebook.Row;
import procgrade.gradebook.SampleRows;
import procgrade.judge.Verdict;

class ClassReportTests {
    private static String summary(Gradebook gradebook) throws IOException {
        StringBuilder out = new StringBuilder();
        ClassSummary.write(gradebook, out);
        return out.toString();
    }

    private static Element junit(Gradebook gradebook) throws Exception {
        StringBuilder out = new StringBuilder();
        ClassJUnit.write(gradebook, out);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(out.toString())))
                .getDocumentElement();
    }

    private static Row scoring(int percent) {
        return SampleRows.graded(
                "s" + percent,
                List.of(),
                false,
                SampleRows.mark("c", "c", Verdict.PASSED, percent, 100, 100, false, ""));
    }

    @Test
    void the_summary_of_a_class_of_hostile_names_looks_as_approved() throws IOException {
        Golden.compare("summary.md", summary(SampleRows.gradebook()).lines().toList());
    }

    @Test
    void mean_median_and_distribution_are_those_of_the_scores() {
        ClassFigures figures = ClassFigures.of(
                SampleRows.gradebook(List.of(scoring(0), scoring(9), scoring(10), scoring(99), scoring(100))));

        assertThat(figures.mean()).isEqualByComparingTo("43.6");
        assertThat(figures.median()).isEqualByComparingTo("10");
        assertThat(figures.distribution()).containsExactly(2, 1, 0, 0, 0, 0, 0, 0, 0, 2);
        assertThat(ClassFigures.of(SampleRows.gradebook(List.of(scoring(10), scoring(21))))
                        .median())
                .isEqualByComparingTo("15.5");
    }

    @Test
    void an_empty_class_has_a_summary() throws IOException {
        Gradebook nobody = new Gradebook("a", "b", 1, List.of(), List.of(), List.of(), Map.of());

        assertThat(summary(nobody)).contains("| submissions | 0 |", "## Scores\n\nNone.", "Nobody.");
    }

    @Test
    void of_very_many_who_need_attention_the_rest_is_counted() throws IOException {
        Gradebook refused = SampleRows.gradebook(Collections.nCopies(250, SampleRows.refused()));

        String summary = summary(refused);

        assertThat(summary.lines().filter(line -> line.contains("outside of its folder")))
                .hasSize(200);
        assertThat(summary).contains("- and 51 more\n");
    }

    @Test
    void each_submission_is_a_suite_and_each_check_a_case() throws Exception {
        Element suites = junit(SampleRows.gradebook());
        List<String> counts = new ArrayList<>();
        for (int i = 0; i < suites.getElementsByTagName("testsuite").getLength(); i++) {
            Element suite = (Element) suites.getElementsByTagName("testsuite").item(i);
            counts.add(suite.getAttribute("tests")
                    + suite.getAttribute("failures")
                    + suite.getAttribute("errors")
                    + suite.getAttribute("skipped"));
        }

        assertThat(counts).containsExactly("3200", "3101", "1010", "1100", "3100", "1001");
        assertThat(suites.getElementsByTagName("testcase").getLength()).isEqualTo(12);
        assertThat(suites.getElementsByTagName("failure").getLength()).isEqualTo(5);
        assertThat(suites.getElementsByTagName("error").getLength()).isEqualTo(1);
        assertThat(suites.getElementsByTagName("skipped").getLength()).isEqualTo(2);
    }

    @Test
    void a_suite_is_called_after_the_people_and_says_why() throws Exception {
        Element suites = junit(SampleRows.gradebook());
        Element ada = (Element) suites.getElementsByTagName("testsuite").item(0);
        Element team = (Element) suites.getElementsByTagName("testsuite").item(4);
        Element failure = (Element) ada.getElementsByTagName("failure").item(0);

        assertThat(ada.getAttribute("name")).isEqualTo("pi_mw ada: Ada Lovelace");
        assertThat(ada.getAttribute("time")).isEqualTo("13.600");
        assertThat(team.getAttribute("name")).isEqualTo("pi_mw team-7: Grace \"Amazing\" Hopper, O'Neil,\\nJos\u00e9");
        assertThat(failure.getAttribute("type")).isEqualTo("DEADLOCK");
        assertThat(failure.getAttribute("message")).isEqualTo("worker 1 waits for the master");
    }
}
