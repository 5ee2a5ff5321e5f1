package procgrade.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the results go: a full disk, a pipe that ends, nothing at all, a terminal; and completion in a shell. */
class OutputTests {
    @TempDir
    private Path folder;

    private Workbench bench;

    @BeforeEach
    void make_room() throws IOException {
        bench = new Workbench(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exec \"$@\" >/dev/full | no space left on device | make room there, or let the results go elsewhere",
                "exec \"$@\" >&-        | standard output is closed | let them go somewhere, such as '> results.txt'",
            })
    void results_that_cannot_be_written_are_no_success(String script, String reason, String wayOut) throws Exception {
        var outcome = bench.procgrade("list").by(script).run();

        assertThat(outcome)
                .isEqualTo(new Command.Outcome(
                        4, "", "error: cannot write the results: " + reason + "\nhelp: " + wayOut + "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {">/dev/full", ">&-"})
    void a_grade_that_cannot_be_written_is_no_success(String redirection) throws Exception {
        bench.python("good");

        var outcome = bench.check("good", "--format", "json")
                .by("exec \"$@\" " + redirection)
                .run();

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.err()).startsWith("error: cannot write the results: ");
        assertThat(bench.temporary()).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"$@\" 2>/dev/full", "\"$@\" 2>&-", "\"$@\" >&- 2>&- <&-"})
    void errors_that_cannot_be_written_do_not_change_the_exit_code(String script) throws Exception {
        var outcome = bench.procgrade("check", "no-such-assignment").by(script).run();

        assertThat(outcome).isEqualTo(new Command.Outcome(2, "", ""));
    }

    @Test
    void the_help_of_the_launcher_notices_a_full_disk() throws Exception {
        assertThat(bench.procgrade("--help").by("exec \"$@\" >/dev/full").run().exitCode())
                .isEqualTo(4);
    }

    @Test
    void a_reader_that_has_seen_enough_is_no_fault() throws Exception {
        bench.python("good");

        var outcome = bench.check("good")
                .by("{ \"$@\"; echo \"ended with $?\" >&2; } | head -n 1")
                .run();

        assertThat(outcome.out()).startsWith("start_join  good ").hasLineCount(1);
        assertThat(outcome.err()).isEqualTo("ended with 0\n");
    }

    @Test
    void on_a_terminal_a_report_fits_the_width_and_the_progress_is_erased() throws Exception {
        bench.skeleton("half");

        var outcome = onTerminal(bench.check("half", "--seed", "1"), "stty cols 44;")
                .with("TERM", "xterm")
                .run();

        assertThat(outcome.out()).contains("\r\u001b[K", "\u001b[1;31mFAIL\u001b[0m");
        assertThat(outcome.out().replaceAll("\u001b\\[[0-9;]*[mK]", "").lines())
                .filteredOn(line -> line.matches(" +(FAIL|PASS|expected|actual).*"))
                .isNotEmpty()
                .allMatch(line -> line.length() <= 44);
    }

    @ParameterizedTest
    @CsvSource({"xterm, '', true", "dumb, '', false", "xterm, 1, false"})
    void colour_comes_on_terminals_that_can_show_it(String term, String noColor, boolean colors) throws Exception {
        var outcome = onTerminal(bench.procgrade("doctor"), "")
                .with("TERM", term)
                .with("NO_COLOR", noColor)
                .run();

        assertThat(outcome.out()).contains("java compiler");
        assertThat(outcome.out().contains("\u001b")).isEqualTo(colors);
    }

    /** With a terminal of its own, by the program {@code script}; util-linux has it, and some machines do not. */
    private static Command onTerminal(Command command, String before) {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "there is no /usr/bin/script");
        return command.by(
                "command=$(printf \"'%s' \" \"$@\"); exec /usr/bin/script -qec \"" + before + " $command\" /dev/null");
    }

    @Test
    void bash_completes_commands_options_values_assignments_and_programs() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no /bin/bash");
        Path script = bench.path("completion.sh");
        Files.writeString(script, bench.procgrade("completion").run().out());

        var outcome = bench.procgrade()
                .by("exec bash -c 'source \"$0\"; program=$1; "
                        + "words() { COMP_WORDS=(procgrade \"$@\"); COMP_CWORD=$#; _procgrade \"$program\";"
                        + " echo \"${COMPREPLY[*]}\"; }; "
                        + "words ch; words check --form; words check --format = j; words --color \"\";"
                        + " words check start; words check start_join \"\"; words run PiM;"
                        + " words run --python pi_; words --color always ver' '" + script + "' \"$1\"")
                .run();

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().lines())
                .containsExactly(
                        "check", "--format", "json", "auto always never", "start_join", "", "PiMw", "pi_mw", "verify");
    }

    @Test
    void zsh_completes_at_its_prompt_also_without_any_settings_of_its_user() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/zsh")), "there is no /usr/bin/zsh");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "there is no /usr/bin/script");
        Path script = bench.path("completion.sh");
        Files.writeString(script, bench.procgrade("completion").run().out());
        Path typed = bench.path("typed.txt");
        Files.writeString(
                typed,
                "source '" + script + "'; procgrade() { print -r -- \"got: $*\"; }\n"
                        + "procgrade ch\tstart\t\nprocgrade check --format=j\t\nprocgrade verify --color alw\t\nexit\n");

        var outcome = bench.procgrade()
                .by("exec /usr/bin/script -qec 'zsh -f -i' /dev/null <'" + typed + "'")
                .run();

        assertThat(outcome.out().lines().map(String::strip).filter(line -> line.startsWith("got: ")))
                .containsExactly("got: check start_join", "got: check --format=json", "got: verify --color always");
    }
}
