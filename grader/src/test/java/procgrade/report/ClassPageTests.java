package procgrade.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import procgrade.collect.Person;
import procgrade.gradebook.Gradebook;
import procgrade.gradebook.Row;
import procgrade.judge.Verdict;

class ClassPageTests {
    private static final String HOSTILE = "</title><script>alert('1')</script>\"\u202e\u001b[2J";

    private static String text(Gradebook gradebook) throws IOException {
        StringBuilder out = new StringBuilder();
        ClassPage.write(gradebook, out);
        return out.toString();
    }

    private static Document page(Gradebook gradebook) throws IOException {
        return Jsoup.parse(text(gradebook));
    }

    private static List<String> texts(Document page, String selector) {
        return page.select(selector).stream().map(Element::text).toList();
    }

    private static Gradebook mixed() {
        List<Row> rows = SampleClass.passed(12);
        rows.add(SampleClass.row(12, Verdict.DEADLOCK));
        rows.add(SampleClass.notGraded("broken", Row.State.GRADER_ERROR, "disk is full"));
        rows.add(SampleClass.notGraded("bomb", Row.State.REFUSED, "unpacks to more than 64 MiB"));
        return SampleClass.of(rows);
    }

    @Test
    void every_submission_has_a_row_with_a_link_to_its_page() throws IOException {
        Document page = page(mixed());

        assertThat(page.select("#all tbody tr")).hasSize(15);
        assertThat(page.select("#all tbody a").eachAttr("href"))
                .contains("submissions/student-0.html", "submissions/broken.html", "submissions/bomb.html");
        assertThat(texts(page, "#all tbody tr:nth-child(13) > *"))
                .containsExactly("Student 12", "10 of 20", "1 of 2", "deadlock", "PiMw", "1.4 s", "");
        assertThat(texts(page, "#all tbody tr:nth-child(14) > *"))
                .containsExactly("broken", "not decided", "", "", "", "9.0 s", "late; grader error: disk is full; odd");
        assertThat(texts(page, "#all tbody tr:nth-child(15) > *"))
                .containsExactly("bomb", "0", "", "", "", "9.0 s", "late; refused: unpacks to more than 64 MiB; odd");
    }

    @Test
    void rows_carry_what_they_are_sorted_and_filtered_by() throws IOException {
        Element row = page(mixed()).selectFirst("#all tbody tr:nth-child(13)");

        assertThat(row.attr("data-v")).isEqualTo("AD");
        assertThat(row.select("[data-k]").eachAttr("data-k").subList(0, 2)).containsExactly("50.00", "1");
    }

    @Test
    void filters_offer_what_there_is_with_its_count() throws IOException {
        Document page = page(mixed());

        assertThat(texts(page, "#verdict option"))
                .containsExactly(
                        "any",
                        "passed (13)",
                        "deadlock (1)",
                        "refused (1)",
                        "not graded (1)",
                        "late (2)",
                        "with notes (2)");
        assertThat(texts(page, "#check option")).containsExactly("any check", "prints pi", "is fast");
        assertThat(page.selectFirst("#filter").hasAttr("hidden")).isTrue();
    }

    @Test
    void counts_distribution_and_pass_rates_agree_with_the_rows() throws IOException {
        Document page = page(mixed());

        assertThat(page.selectFirst(".sum").text())
                .isEqualTo("15 submissions: 13 graded, 1 refused, 1 not graded because the grader failed, 2 late");
        assertThat(page.selectFirst("#h-d").wholeText())
                .isEqualTo("0–9 %: 1, 10–19 %: 0, 20–29 %: 0, 30–39 %: 0, 40–49 %: 0, 50–59 %: 1, 60–69 %: 0, "
                        + "70–79 %: 0, 80–89 %: 0, 90–100 %: 12");
        assertThat(page.selectFirst("figcaption").text()).contains("Mean 89.29 %, median 100.00 %, of 14 submissions");
        assertThat(page.select("table").get(0).select("tbody tr").eachText())
                .containsExactly("prints pi 10 13 of 13, 100 %", "is fast hidden 10 12 of 13, 92 % deadlock 1");
        assertThat(page.selectFirst("a[data-v]").attr("data-v")).isEqualTo("vD");
    }

    @Test
    void what_stands_out_comes_with_the_reason() throws IOException {
        Document page = page(mixed());

        assertThat(texts(page, "table:has(caption:contains(Strangest)) tbody tr"))
                .containsExactly(
                        "broken the grader failed: disk is full note: odd",
                        "bomb refused: unpacks to more than 64 MiB note: odd",
                        "Student 12 deadlock in “is fast”, as nobody else");
        assertThat(texts(page, "table:has(caption:contains(Slowest)) tbody tr"))
                .hasSize(10)
                .startsWith("bomb 9.0 s", "broken 9.0 s");
    }

    @Test
    void in_a_small_class_nobody_is_strange_for_being_alone() throws IOException {
        assertThat(page(SampleClass.of(SampleClass.row(1, Verdict.DEADLOCK), SampleClass.row(2, Verdict.PASSED)))
                        .text())
                .contains("No submission stands out.");
    }

    @Test
    void the_missing_and_the_environment_are_told() throws IOException {
        Document page = page(mixed());

        assertThat(texts(page, ".people li")).containsExactly("Grace <b>Hopper</b> u7");
        assertThat(texts(page, ".facts tr")).containsExactly("assignment pi_mw", "points 20", "cores 2", "java 17");
        assertThat(page.text()).contains("note: the roster names 2 students twice");
    }

    @Test
    void a_class_without_submissions_has_a_page() throws IOException {
        Document page = page(SampleClass.of());

        assertThat(page.selectFirst(".sum").text()).isEqualTo("0 submissions: 0 graded");
        assertThat(page.text()).contains("Nobody has got points yet.", "No check was tried.");
    }

    @Test
    void nothing_that_a_student_wrote_is_markup() throws IOException {
        Row row = SampleClass.row("a", HOSTILE, Verdict.PASSED);
        Row hostile = new Row(
                row.key(),
                List.of(Person.named(HOSTILE), Person.named("\u05d0\u05d1\u05d2")),
                true,
                Row.State.REFUSED,
                HOSTILE,
                "java",
                row.marks(),
                HOSTILE,
                1,
                row.took(),
                List.of(HOSTILE));

        String text = text(SampleClass.of(hostile));

        assertThat(text).doesNotContain("\u202e", "\u001b").containsOnlyOnce("<script");
        assertThat(Jsoup.parse(text).select("#all bdi").eachText())
                .containsExactly("</title><script>alert('1')</script>\"\\u202e\\u001b[2J", "\u05d0\u05d1\u05d2");
    }

    @Test
    void a_page_is_valid_and_asks_nobody_for_anything() throws IOException {
        String text = text(mixed());
        Parser parser = Parser.htmlParser().setTrackErrors(10);
        parser.parseInput(text, "");

        assertThat(parser.getErrors()).extracting(ParseError::toString).isEmpty();
        assertThat(text.replace("http://www.w3.org/2000/svg", ""))
                .contains("default-src 'none'", "script-src 'sha256-")
                .doesNotContain("http:", "https:", "src=", "@import", "onclick");
    }

    @Test
    void rows_are_read_anew_and_not_kept() throws IOException {
        int[] iterations = {0};
        Iterable<Row> rows = () -> {
            iterations[0]++;
            return IntStream.range(0, 3)
                    .mapToObj(i -> SampleClass.row(i, Verdict.PASSED))
                    .iterator();
        };

        page(SampleClass.of(rows));

        assertThat(iterations[0]).isEqualTo(2);
    }

    @Test
    void a_class_of_ten_thousand_needs_the_memory_of_a_small_one() throws IOException {
        long[] most = {0};
        Iterable<Row> rows = () -> new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < 10_000;
            }

            @Override
            public Row next() {
                if (next % 2_500 == 0) {
                    System.gc();
                    Runtime runtime = Runtime.getRuntime();
                    most[0] = Math.max(most[0], runtime.totalMemory() - runtime.freeMemory());
                }
                List<Verdict> verdicts = List.of(Verdict.values());
                return SampleClass.row(next, verdicts.get(next++ % verdicts.size()));
            }
        };
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long before = runtime.totalMemory() - runtime.freeMemory();

        ClassPage.write(SampleClass.of(rows), Writer.nullWriter());

        assertThat(most[0] - before).isLessThan(8 << 20);
    }

    @Test
    void a_full_disk_is_told_as_what_it_is() {
        Appendable full = new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("no space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };

        assertThatThrownBy(() -> ClassPage.write(SampleClass.of(new ArrayList<>()), full))
                .isInstanceOf(IOException.class)
                .hasMessage("no space left on device");
    }
}
