package procgrade.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import procgrade.gradebook.Row;
import procgrade.judge.Verdict;

/** The site of a class in a real browser, opened from the disk as a teaching assistant does. */
class SiteTests {
    private static final int SIZE = 60;
    private static final int NARROW = 360;
    private static final int WIDE = 1280;
    private static final int HEIGHT = 900;

    @TempDir
    private static Path site;

    private static List<Row> rows;
    private static Browser browser;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    @BeforeAll
    static void write_a_site_and_start_a_browser() throws IOException {
        browser = Browser.start();
        rows = SampleSite.write(site, SIZE);
    }

    @AfterAll
    static void stop_the_browser() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void close_the_windows() {
        contexts.forEach(BrowserContext::close);
        assertThat(complaints).as("errors in the console").isEmpty();
        assertThat(requests)
                .as("requests")
                .allMatch(address -> address.startsWith(site.toUri().toString()));
    }

    private static NewContextOptions options() {
        return new NewContextOptions().setViewportSize(WIDE, HEIGHT).setReducedMotion(ReducedMotion.REDUCE);
    }

    private Page open(String file, NewContextOptions options) {
        BrowserContext context = browser.context(options);
        contexts.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.onRequest(request -> requests.add(request.url()));
        page.navigate(site.resolve(file).toUri().toString());
        return page;
    }

    private Page classPage() {
        return open("index.html", options());
    }

    private static List<String> shown(Page page, int column) {
        return page.locator("#all tbody tr:visible > *:nth-child(" + column + ")")
                .allTextContents();
    }

    private static List<String> keys(Page page) {
        return page.locator("#all tbody tr:visible th a").all().stream()
                .map(link -> link.getAttribute("href").replaceAll("submissions/|\\.html", ""))
                .toList();
    }

    private static Locator head(Page page, String title) {
        return page.locator("#all thead th").filter(new Locator.FilterOptions().setHasText(title));
    }

    private static String page(Verdict verdict) {
        return "submissions/" + rows.get(verdict.ordinal()).key() + ".html";
    }

    @Test
    void a_column_is_sorted_by_its_button_both_ways() {
        Page page = classPage();
        Locator time = head(page, "Time");

        time.locator("button").click();
        List<String> up = shown(page, 6);
        assertThat(time.getAttribute("aria-sort")).isEqualTo("ascending");
        time.locator("button").click();

        assertThat(time.getAttribute("aria-sort")).isEqualTo("descending");
        List<Double> seconds = shown(page, 6).stream()
                .map(text -> Double.valueOf(text.replace(" s", "")))
                .toList();
        assertThat(seconds).hasSize(SIZE).isSortedAccordingTo((one, other) -> Double.compare(other, one));
        assertThat(up.get(0)).isEqualTo(seconds.get(SIZE - 1) + " s");
    }

    @Test
    void only_one_column_is_said_to_be_sorted() {
        Page page = classPage();

        head(page, "Points").locator("button").click();
        head(page, "Submission").locator("button").click();

        assertThat(page.locator("[aria-sort]").allTextContents()).containsExactly("Submission");
    }

    @Test
    void points_are_sorted_as_shares_and_undecided_ones_are_last() {
        Page page = classPage();

        head(page, "Points").locator("button").click();
        List<String> up = shown(page, 2);
        head(page, "Points").locator("button").click();
        List<String> down = shown(page, 2);

        assertThat(up).endsWith("not decided", "not decided", "not decided");
        assertThat(down).endsWith("not decided", "not decided", "not decided");
        assertThat(up.subList(0, SIZE - 3))
                .extracting(SiteTests::share)
                .isSorted()
                .startsWith(0.0);
        assertThat(down.subList(0, SIZE - 3))
                .extracting(SiteTests::share)
                .isSortedAccordingTo(Comparator.reverseOrder())
                .startsWith(1.0);
    }

    /** Of {@code 10 of 20} one half. */
    private static double share(String points) {
        String[] parts = points.split(" of ");
        return parts.length == 1 ? 0 : Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
    }

    @Test
    void text_finds_names_of_any_alphabet() {
        Page page = classPage();

        page.locator("#text").fill("\u05d4 \u05e0\u05d5\u05e2");
        assertThat(shown(page, 1)).hasSizeGreaterThan(5).allMatch(name -> name.startsWith("\u05e0\u05d5\u05e2\u05d4"));
        page.locator("#text").fill("e\u0301mile ZOLA");

        assertThat(shown(page, 1)).hasSizeGreaterThan(5).allMatch(name -> name.startsWith("\u00c9mile"));
        assertThat(page.locator("#shown").textContent())
                .isEqualTo(shown(page, 1).size() + " of " + SIZE + " shown");
    }

    @Test
    void a_verdict_finds_who_has_it_and_the_check_narrows_it() {
        Page page = classPage();

        page.locator("#verdict").selectOption("v" + (char) ('A' + Verdict.DEADLOCK.ordinal()));
        assertThat(keys(page)).containsExactlyElementsOf(having(Verdict.DEADLOCK, 1, 2));
        page.locator("#check").selectOption("2");

        assertThat(keys(page)).containsExactlyElementsOf(having(Verdict.DEADLOCK, 2));
    }

    @Test
    void refused_and_late_ones_are_found_and_all_come_back() {
        Page page = classPage();

        page.locator("#verdict").selectOption("sr");
        assertThat(keys(page)).containsExactly("student-0018", "student-0038", "student-0058");
        page.locator("#verdict").selectOption("sl");
        assertThat(keys(page)).hasSize(6).startsWith("student-0000", "student-0011");
        page.locator("button[type=reset]").click();

        page.waitForCondition(() -> keys(page).size() == SIZE);
    }

    @Test
    void a_count_of_a_check_leads_to_those_it_counts() {
        Page page = classPage();
        Locator link = page.locator("a[data-v]")
                .filter(new Locator.FilterOptions().setHasText("deadlock"))
                .first();

        link.click();

        List<String> those = having(Verdict.DEADLOCK, 1);
        assertThat(link.textContent()).isEqualTo("deadlock " + those.size());
        assertThat(keys(page)).containsExactlyElementsOf(those);
        assertThat(page.url()).endsWith("#submissions");
    }

    private static List<String> having(Verdict verdict, int... checks) {
        return rows.stream()
                .filter(row -> !row.marks().isEmpty())
                .filter(row -> IntStream.of(checks)
                        .anyMatch(check -> row.marks().get(check).verdict() == verdict))
                .map(Row::key)
                .toList();
    }

    @Test
    void everything_works_without_a_mouse() {
        Page page = classPage();

        focus(page, "#text");
        page.keyboard().type("partner");
        assertThat(keys(page)).hasSizeBetween(3, 6);
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("verdict");
        focus(page, "#all thead button");
        page.keyboard().press("Enter");
        assertThat(head(page, "Submission").getAttribute("aria-sort")).isEqualTo("ascending");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        assertThat(head(page, "Points").getAttribute("aria-sort")).isEqualTo("ascending");
        focus(page, "#all tbody tr:visible a");
        page.keyboard().press("Enter");

        page.waitForURL("**/submissions/*.html");
        assertThat(page.locator("h1").textContent()).contains("Partner");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForURL("**/index.html");
    }

    /** Goes with the Tab key to an element. */
    private static void focus(Page page, String selector) {
        Object wanted = page.locator(selector).first().elementHandle();
        for (int i = 0; i < 500; i++) {
            if ((boolean) page.evaluate("element => document.activeElement === element", wanted)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the Tab key does not lead to " + selector);
    }

    @Test
    void without_a_script_it_is_a_table_that_can_be_read() {
        Page page = open("index.html", options().setJavaScriptEnabled(false));

        assertThat(page.locator("#all tbody tr:visible").count()).isEqualTo(SIZE);
        assertThat(page.locator("#filter").isVisible()).isFalse();
        assertThat(page.locator("#all button").count()).isZero();
    }

    @Test
    void nothing_that_a_student_wrote_is_executed() {
        Page page = classPage();
        assertThat(page.title()).isEqualTo("pi_mw: class");

        page.navigate(site.resolve("submissions/student-0005.html").toUri().toString());

        assertThat(page.title()).startsWith("pi_mw: </td></title><script>");
        assertThat(page.locator("script").count()).isZero();
    }

    @Test
    void all_links_lead_somewhere() throws IOException {
        Page page = classPage();
        List<Path> files;
        try (Stream<Path> all = Files.walk(site)) {
            files = all.filter(file -> file.toString().endsWith(".html")).toList();
        }
        List<String> dangling = new ArrayList<>();
        int links = 0;
        for (Path file : files) {
            page.navigate(file.toUri().toString());
            for (Object link : (List<?>)
                    page.evaluate(
                            "[...document.links].filter(a => !a.hash || !document.getElementById(a.hash.slice(1))).map(a => a.href)")) {
                links++;
                if (!Files.isRegularFile(Path.of(URI.create(link.toString().replaceAll("#.*", ""))))
                        || link.toString().contains("#")) {
                    dangling.add(file + " -> " + link);
                }
            }
        }

        assertThat(files).hasSize(SIZE + 1);
        assertThat(links).isGreaterThan(3 * SIZE);
        assertThat(dangling).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void axe_finds_nothing(ColorScheme scheme) {
        for (String file : List.of(
                "index.html", page(Verdict.DEADLOCK), page(Verdict.WRONG_OUTPUT), "submissions/student-0018.html")) {
            Page page = open(file, options().setColorScheme(scheme));
            page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)");

            List<Rule> violations = new AxeBuilder(page).analyze().getViolations();

            assertThat(violations)
                    .as("%s in %s", file, scheme)
                    .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                    .isEmpty();
        }
    }

    @Test
    void axe_would_find_something() {
        Page page = classPage();
        page.evaluate("document.getElementById('text').parentNode.replaceWith(document.getElementById('text'))");

        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(Rule::getId)
                .contains("label");
    }

    @ParameterizedTest
    @ValueSource(ints = {NARROW, WIDE})
    void no_page_is_wider_than_the_window(int width) {
        for (String file : List.of(
                "index.html",
                page(Verdict.DEADLOCK),
                page(Verdict.CRASHED),
                page(Verdict.WRONG_OUTPUT),
                page(Verdict.WRONG_PROCESSES))) {
            Page page = open(file, options().setViewportSize(width, HEIGHT));
            page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)");

            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of %s", file)
                    .isEqualTo(width);
        }
    }
}
