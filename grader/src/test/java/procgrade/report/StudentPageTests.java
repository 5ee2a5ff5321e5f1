package procgrade.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import procgrade.collect.Person;
import procgrade.engine.CheckOutcome;
import procgrade.engine.Grade;
import procgrade.engine.RunView;
import procgrade.gradebook.Row;
import procgrade.judge.Verdict;
import procgrade.observe.Census;
import procgrade.observe.Timeline;

class StudentPageTests {
    private static final String HOSTILE = "<script>alert('1')</script>\"\u202e\u001b[2J";
    private static final PageLinks MIDDLE = new PageLinks(Optional.of("ada"), Optional.of("eva 1"), Optional.empty());
    private static final PageLinks ALONE = new PageLinks(Optional.empty(), Optional.empty(), Optional.empty());

    @TempDir
    private Path site;

    private static Row row() {
        return SampleClass.row("bob", "Bob \u05d1\u05d5\u05d1", Verdict.DEADLOCK);
    }

    private static Document page(Grade grade, PageLinks links) {
        return Jsoup.parse(StudentPage.of(row(), grade, links));
    }

    private Document pageWithRecords(CheckOutcome check) {
        PageLinks links = new PageLinks(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new PageLinks.Records(site.resolve("evidence/bob"), "../evidence/bob")));
        return page(SampleGrades.of(check), links);
    }

    private void record(String file, String text) throws IOException {
        Path path = site.resolve("evidence/bob").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static CheckOutcome withRuns(CheckOutcome check, String... commands) {
        List<RunView> views = List.of(commands).stream()
                .map(command -> new RunView(
                        command,
                        Duration.ofSeconds(1),
                        "exit code 0",
                        new Census(List.of(), List.of(), List.of(), true, true),
                        new Timeline(List.of()),
                        Optional.empty()))
                .toList();
        return new CheckOutcome(
                check.id(),
                check.sentence(),
                check.points(),
                check.earned(),
                check.countable(),
                check.hidden(),
                check.needs(),
                check.finding(),
                check.took(),
                Optional.empty(),
                check.facts(),
                views);
    }

    @Test
    void it_says_whose_it_is_and_leads_to_its_neighbours() {
        Document page = page(SampleGrades.ofEveryVerdict(), MIDDLE);

        assertThat(page.selectFirst("h1 bdi").text()).isEqualTo("Bob \u05d1\u05d5\u05d1");
        assertThat(page.selectFirst(".sum").text()).isEqualTo("10 of 120 points, 20 points could not be judged");
        assertThat(page.select("nav a").eachAttr("href")).containsExactly("../index.html", "ada.html", "eva%201.html");
        assertThat(page(SampleGrades.ofEveryVerdict(), ALONE).select("nav a")).hasSize(1);
    }

    @Test
    void neighbours_can_be_told_later() {
        String before = StudentPage.of(row(), SampleGrades.ofEveryVerdict(), ALONE);

        assertThat(StudentPage.linked(before, Optional.of("ada"), Optional.of("eva 1")))
                .isEqualTo(StudentPage.of(row(), SampleGrades.ofEveryVerdict(), MIDDLE));
    }

    @Test
    void only_a_page_of_a_submission_is_linked() {
        assertThatThrownBy(() -> StudentPage.linked("<nav>", Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this is no page of a submission");
    }

    @Test
    void every_check_has_its_word_its_verdict_and_its_reason() {
        Document page = page(SampleGrades.ofEveryVerdict(), ALONE);

        assertThat(page.select("section > details")).hasSize(14);
        Element deadlock = page.select("section").get(3);
        assertThat(deadlock.selectFirst(".word").text()).isEqualTo("FAIL");
        assertThat(deadlock.selectFirst("details").hasAttr("open")).isTrue();
        assertThat(deadlock.text())
                .contains(
                        "verdict: deadlock",
                        "its processes wait for each other for ever",
                        "get the results before you wait for the workers");
    }

    @Test
    void expected_and_actual_are_compared_word_by_word() {
        Element diff = page(SampleGrades.of(SampleGrades.wrongOutput()), ALONE).selectFirst(".diff");

        assertThat(diff.select("tr").eachText()).containsExactly("expected \"pi = 3.14\"", "actual \"pi = 3.2\"");
        assertThat(diff.select("ins").eachText()).containsExactly("14");
        assertThat(diff.select("del").eachText()).containsExactly("2");
    }

    @Test
    void hidden_checks_are_shown_in_full_and_marked() {
        Element check = page(SampleGrades.of(SampleGrades.hidden(SampleGrades.deadlock())), ALONE)
                .selectFirst("section");

        assertThat(check.selectFirst(".tag").text()).isEqualTo("hidden");
        assertThat(check.text()).contains("waits for room in rQueue");
    }

    @Test
    void the_output_of_the_shown_run_is_there() throws IOException {
        record("prints_pi/01/stdout.txt", "the first run\n");
        record("prints_pi/02/stdout.txt", "pi = 3.2\n");
        record("prints_pi/02/stderr.txt", "");

        Document page = pageWithRecords(withRuns(SampleGrades.wrongOutput(), "java PiMw 1", "java PiMw 2"));

        Element output = page.selectFirst("details:has(> summary:contains(output of))");
        assertThat(output.selectFirst("summary").text()).isEqualTo("output of java PiMw 2, exit code 0");
        assertThat(output.select("pre").eachText()).containsExactly("pi = 3.2");
        assertThat(output.text()).contains("standard error: empty");
    }

    @Test
    void records_can_be_fetched_by_links_that_lead_somewhere() throws IOException {
        record("prints_pi/01/stdout.txt", "x".repeat(2000));
        record("prints_pi/01/evidence.json", "{}");

        Document page = pageWithRecords(withRuns(SampleGrades.wrongOutput(), "java PiMw 1"));

        List<String> addresses = page.select("a[download]").eachAttr("href");
        assertThat(addresses)
                .containsExactly(
                        "../evidence/bob/prints_pi/01/evidence.json", "../evidence/bob/prints_pi/01/stdout.txt");
        assertThat(addresses)
                .allMatch(address ->
                        Files.exists(site.resolve("submissions/" + address).normalize()));
        assertThat(page.text()).contains("evidence.json 2 B", "stdout.txt 2 KiB");
    }

    @Test
    void many_runs_are_counted_and_not_all_listed() throws IOException {
        for (int run = 1; run <= 23; run++) {
            record(String.format("prints_pi/%02d/stdout.txt", run), "");
        }

        Document page = pageWithRecords(withRuns(SampleGrades.wrongOutput(), "java PiMw 1"));

        assertThat(page.select("a[download]")).hasSize(20);
        assertThat(page.text()).contains("23 recorded runs", "3 more runs in the same folder");
    }

    @Test
    void a_failed_build_is_told_once() {
        assertThat(StudentPage.of(row(), SampleGrades.notBuilt(), ALONE))
                .containsOnlyOnce("can be compiled")
                .containsOnlyOnce("PiMw.java:12: error");
    }

    @Test
    void who_was_refused_has_a_page_with_the_reason() {
        Row refused = SampleClass.notGraded("bomb", Row.State.REFUSED, "unpacks to more than 64 MiB");

        Document page = Jsoup.parse(StudentPage.of(refused, MIDDLE));

        assertThat(page.selectFirst("h1").text()).isEqualTo("bomb");
        assertThat(page.selectFirst(".sum").text()).isEqualTo("0 points, late");
        assertThat(page.text()).contains("REFUSED unpacks to more than 64 MiB", "note: odd");
    }

    @Test
    void a_failure_of_the_grader_decides_no_points() {
        Row failed = SampleClass.notGraded("x", Row.State.GRADER_ERROR, "disk is full");

        assertThat(Jsoup.parse(StudentPage.of(failed, ALONE)).text())
                .contains("no points are decided", "ERROR disk is full");
    }

    @Test
    void nothing_that_a_student_wrote_is_markup() throws IOException {
        record("x/01/stdout.txt", HOSTILE);
        Row hostile = new Row(
                "bob",
                List.of(new Person(HOSTILE, HOSTILE, HOSTILE)),
                false,
                Row.State.GRADED,
                HOSTILE,
                "java",
                List.of(),
                HOSTILE,
                1,
                Duration.ZERO,
                List.of(HOSTILE));
        CheckOutcome check = withRuns(
                SampleGrades.check(
                        "x",
                        SampleGrades.of(Verdict.WRONG_OUTPUT, HOSTILE)
                                .comparing(HOSTILE, HOSTILE + HOSTILE)
                                .withHelp(HOSTILE)
                                .withDetails(List.of(HOSTILE))
                                .about(HOSTILE)),
                HOSTILE);
        PageLinks links = new PageLinks(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new PageLinks.Records(site.resolve("evidence/bob"), "../evidence/bob")));

        String page = StudentPage.of(hostile, SampleGrades.of(check), links);

        assertThat(page).doesNotContain("<script", "\u202e", "\u001b").contains("&lt;script&gt;");
    }

    @Test
    void a_page_is_valid_and_asks_nobody_for_anything() {
        String page = StudentPage.of(row(), SampleGrades.ofEveryVerdict(), MIDDLE);
        Parser parser = Parser.htmlParser().setTrackErrors(10);
        parser.parseInput(page, "");

        assertThat(parser.getErrors()).extracting(ParseError::toString).isEmpty();
        assertThat(page).contains("default-src 'none'").doesNotContain("http:", "https:", "src=", "@import");
    }
}
