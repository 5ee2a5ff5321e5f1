package procgrade.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher in the folder of this build, started from another one. */
class LauncherTests {
    @TempDir
    private Path elsewhere;

    private Home home;

    @BeforeEach
    void find_home() throws IOException {
        home = Home.ofThisBuild();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void help_fits_one_screen_and_begins_with_two_examples(String option) throws Exception {
        var help = home.procgrade(option).in(elsewhere).run();

        assertThat(help.exitCode()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out().lines().limit(2)).allMatch(line -> line.startsWith("  procgrade "));
        assertThat(help.out().lines()).hasSizeLessThanOrEqualTo(24).allMatch(line -> line.length() <= 80);
    }

    @Test
    void the_help_of_run_is_that_of_the_launcher() throws Exception {
        assertThat(home.procgrade("run", "--help").in(elsewhere).run())
                .isEqualTo(home.procgrade("--help").in(elsewhere).run());
    }

    @Test
    void no_argument_is_a_wrong_use_and_shows_the_help() throws Exception {
        var outcome = home.procgrade().in(elsewhere).run();

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("Usage: procgrade COMMAND");
    }

    @Test
    void version_is_that_of_the_build() throws Exception {
        var outcome = home.procgrade("--version").in(elsewhere).run();

        assertThat(outcome.exitCode()).isZero();
        assertThat(Files.readString(home.path("pom.xml")))
                .contains("<version>" + outcome.out().strip().replace("procgrade ", "") + "</version>");
    }

    @Test
    void another_command_goes_to_the_grader() throws Exception {
        var outcome = home.procgrade("no-such-command").in(elsewhere).run();

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("no-such-command");
    }

    @Test
    void run_alone_lists_every_program_and_says_what_it_shows() throws Exception {
        var outcome = home.procgrade("run").in(elsewhere).run();

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().lines().skip(1)).isNotEmpty().allMatch(line -> line.matches("  \\w+ +[A-Z].{10,}"));
        assertThat(outcome.out()).contains("\n  PiMw  ").doesNotContain("Arguments ");
    }

    @Test
    void every_program_has_a_twin_in_python() throws Exception {
        assertThat(names(home.procgrade("run", "--python").run()))
                .isEqualTo(names(home.procgrade("run").run()));
    }

    private static String names(Command.Outcome list) {
        return String.join(
                " ",
                list.out()
                        .lines()
                        .skip(1)
                        .map(line -> line.strip().split(" ")[0].replace("_", "").toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pi_mw", "PiMw", "pimw", "PI-MW"})
    void a_program_runs_whichever_way_its_name_is_written(String name) throws Exception {
        var outcome = home.procgrade("run", name, "1", "2").in(elsewhere).run();

        assertThat(outcome).isEqualTo(new Command.Outcome(0, "pi = 3.2\n", ""));
    }

    @Test
    void arguments_reach_the_program_as_they_are() throws Exception {
        var outcome = home.procgrade("run", "pi", "1 000 $x *").in(elsewhere).run();

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("\"1 000 $x *\"");
    }

    @Test
    void the_python_twin_runs_and_leaves_no_compiled_files() throws Exception {
        var outcome = home.procgrade("run", "--python", "PiMw", "1", "2")
                .in(elsewhere)
                .run();

        assertThat(outcome).isEqualTo(new Command.Outcome(0, "pi = 3.2\n", ""));
        assertThat(home.path("reference/lecture7/python/__pycache__")).doesNotExist();
    }

    @Test
    void an_unknown_program_is_named_with_those_that_are_near() throws Exception {
        var outcome = home.procgrade("run", "pi_nw").in(elsewhere).run();

        assertThat(outcome)
                .isEqualTo(new Command.Outcome(
                        2,
                        "",
                        "error: unknown program 'pi_nw'\nhelp: did you mean PiMw?" + " 'procgrade run' lists all\n"));
    }

    @Test
    void nothing_is_proposed_for_a_program_that_is_like_no_other() throws Exception {
        var outcome = home.procgrade("run", "spreadsheet").in(elsewhere).run();

        assertThat(outcome)
                .isEqualTo(new Command.Outcome(
                        2, "", "error: unknown program 'spreadsheet'\nhelp: 'procgrade run' lists all\n"));
    }

    @Test
    void an_unknown_python_program_is_looked_for_among_the_python_programs() throws Exception {
        var outcome = home.procgrade("run", "--python", "prime").in(elsewhere).run();

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("error: unknown program 'prime'\nhelp: did you mean primes, primes_mw_sort")
                .endsWith("? 'procgrade run --python' lists all\n");
    }

    @Test
    void it_runs_through_links() throws Exception {
        Path first = Files.createSymbolicLink(elsewhere.resolve("first"), home.path("procgrade"));
        Path second = Files.createSymbolicLink(elsewhere.resolve("second"), first.getFileName());

        var outcome = Command.of(second, List.of("run", "pi", "1"))
                .in(elsewhere)
                .with("PROCGRADE_BUILD", "never")
                .run();

        assertThat(outcome).isEqualTo(new Command.Outcome(0, "pi = 3.2\n", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "C.UTF-8"})
    void it_runs_in_a_folder_with_spaces_and_umlauts_in_its_name(String locale) throws Exception {
        var copy = Home.copiedTo(elsewhere.resolve("Übung 7 – Prozesse"));

        var outcome = copy.procgrade("run", "pi_mw", "1", "2")
                .in(elsewhere)
                .with("LC_ALL", locale)
                .run();

        assertThat(outcome).isEqualTo(new Command.Outcome(0, "pi = 3.2\n", ""));
    }
}
