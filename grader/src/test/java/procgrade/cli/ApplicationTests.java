package procgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import procgrade.observe.SavedProc;

class ApplicationTests {
    private final ScriptedMachine machine = new ScriptedMachine();

    @Test
    void help_begins_with_examples_lists_the_commands_and_fits_one_screen() {
        CommandRun run = CommandRun.of(machine, "--help");

        assertThat(run.exitCode()).isEqualTo(ExitCode.PASSED);
        assertThat(run.out()).startsWith("  procgrade check ").contains("Usage: procgrade ", "  watch ", "Exit codes:");
        assertThat(run.out().lines()).hasSizeLessThanOrEqualTo(24);
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "batch", "list", "doctor", "watch", "verify", "completion"})
    void every_command_explains_itself_on_one_screen_with_an_example(String command) {
        CommandRun run = CommandRun.of(machine, command, "--help");

        assertThat(run.exitCode()).isEqualTo(ExitCode.PASSED);
        assertThat(run.out()).contains("Usage: procgrade " + command).containsPattern("(?m)^  .*procgrade " + command);
        assertThat(run.out().lines()).hasSizeLessThanOrEqualTo(24).allMatch(line -> line.length() <= 80);
    }

    @ParameterizedTest
    @CsvSource({"80, 80", "24, 40", "500, 120", "'', 80", "0, 80", "x, 80", "99999999999, 80"})
    void a_report_is_as_wide_as_the_screen_within_reason(String found, int columns) {
        assertThat(Surroundings.columns(found)).isEqualTo(columns);
    }

    @Test
    void the_version_is_printed_with_that_of_java() {
        assertThat(CommandRun.of(machine, "--version").out()).matches("procgrade .*, Java \\d+.*\\R");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            emptyValue = "",
            value = {
                "\"\" | no command given | 'procgrade --help' lists the commands",
                "doctr | unknown command 'doctr' | did you mean 'doctor'? 'procgrade --help' explains it",
                "watc 1 | unknown command 'watc' | did you mean 'watch' or 'batch'? 'procgrade --help' explains it",
                "--colour | unknown option '--colour' | did you mean '--color'? 'procgrade --help' explains it",
                "--color=blue doctor | unknown value 'blue' of --color: expected auto, always or never "
                        + "| 'procgrade --help' explains it",
                "watch | missing required parameter: 'PID' | 'procgrade watch --help' explains it",
                "watch x1 | 'x1' is not a process id: expected a positive number "
                        + "| 'procgrade watch --help' explains it",
                "watch 0 | '0' is not a process id: expected a positive number | 'procgrade watch --help' explains it",
                "watch 1 --mark=X | 'X' does not have the form NAME=VALUE | 'procgrade watch --help' explains it",
                "watch 1 --mark =X | '=X' does not have the form NAME=VALUE | 'procgrade watch --help' explains it",
                "doctor 7 | unexpected argument '7' | 'procgrade doctor --help' explains it",
                "check --format=xml | unknown value 'xml' of --format: expected text or json "
                        + "| 'procgrade check --help' explains it",
                "check --seed=-1 | '-1' is not a seed: expected a number of up to 15 digits "
                        + "| 'procgrade check --help' explains it",
                "check --seed=1234567890123456 | '1234567890123456' is not a seed: expected a number of up to 15 digits "
                        + "| 'procgrade check --help' explains it",
                "check --jobs=0 | '0' is not a number of jobs: expected 1 or more, up to 9999 "
                        + "| 'procgrade check --help' explains it",
                "batch --jobs=x pi_mw class | 'x' is not a number of jobs: expected 1 or more, up to 9999 "
                        + "| 'procgrade batch --help' explains it",
                "verify --jobs=-2 | '-2' is not a number of jobs: expected 1 or more, up to 9999 "
                        + "| 'procgrade verify --help' explains it",
                "watch 99 | there is no process 99 | 'ps -e' or 'pgrep -f NAME' shows the ids of processes",
            })
    void a_wrong_command_line_is_explained(String arguments, String message, String wayOut) {
        CommandRun run = CommandRun.of(machine, arguments.isEmpty() ? new String[0] : arguments.split(" "));

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).containsExactly("error: " + message, "help: " + wayOut);
    }

    @Test
    void a_fault_of_procgrade_is_one_line() {
        CommandRun run = CommandRun.of(machine.tool("perl", null), "doctor");

        assertThat(run.exitCode()).isEqualTo(ExitCode.GRADER_FAULT);
        assertThat(run.err().lines()).hasSize(2);
        assertThat(run.err())
                .startsWith("error: internal error: java.lang.NullPointerException: ")
                .contains("help: with --debug procgrade prints where it happened");
    }

    @Test
    void debug_shows_where_a_fault_happened() {
        assertThat(CommandRun.of(machine.tool("perl", null), "doctor", "--debug")
                        .err())
                .contains("\tat procgrade.cli.ToolChecks.");
    }

    @Test
    void an_error_of_the_virtual_machine_is_a_fault_too() {
        machine.broken(new NoClassDefFoundError("procgrade/Missing\n after an update"));

        CommandRun run = CommandRun.of(machine, "watch", "1");

        assertThat(run.exitCode()).isEqualTo(ExitCode.GRADER_FAULT);
        assertThat(run.err())
                .startsWith(
                        "error: internal error: java.lang.NoClassDefFoundError: procgrade/Missing; after an update");
    }

    @Test
    void colour_comes_on_request_or_on_a_terminal() {
        Map<String, String> xterm = Map.of("TERM", "xterm");

        assertThat(CommandRun.of(machine, "doctor").out()).doesNotContain("\u001b");
        assertThat(CommandRun.of(machine, "--color=always", "doctor").out()).contains("\u001b[32mPASS");
        assertThat(CommandRun.of(machine, "doctor", "--color", "always").out()).contains("\u001b");
        assertThat(CommandRun.onTerminal(machine, xterm, "doctor").out()).contains("\u001b");
        assertThat(CommandRun.onTerminal(machine, xterm, "--color=never", "doctor")
                        .out())
                .doesNotContain("\u001b");
        assertThat(CommandRun.onTerminal(machine, xterm, "--help").out()).contains("\u001b");
        assertThat(CommandRun.of(machine, "--help").out()).doesNotContain("\u001b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {"xterm | - | true", "xterm | '' | true", "xterm | 1 | false", "dumb | - | false", "- | - | false"})
    void a_terminal_gets_colour_unless_it_cannot_or_should_not(String term, String noColor, boolean colors) {
        Map<String, String> environment = new HashMap<>();
        if (term != null) {
            environment.put("TERM", term);
        }
        if (noColor != null) {
            environment.put("NO_COLOR", noColor);
        }

        assertThat(ColorMode.AUTO.colors(environment, true)).isEqualTo(colors);
        assertThat(ColorMode.AUTO.colors(environment, false)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "CHARACTER_DEVICE 5 1 /dev/pts/3, true",
        "CHARACTER_DEVICE 5 1 /dev/tty1, true",
        "CHARACTER_DEVICE 5 1 /dev/console, true",
        "CHARACTER_DEVICE 5 1 /dev/null, false",
        "FIFO 5 1 pipe:[17], false",
    })
    void standard_output_is_a_terminal_if_it_leads_to_one(String link, boolean terminal) {
        assertThat(Surroundings.isTerminal(SavedProc.of("link self/fd/1 " + link), "1"))
                .isEqualTo(terminal);
        assertThat(Surroundings.isTerminal(SavedProc.of(""), "1")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(ExitCode.class)
    void exit_codes_have_their_numbers(ExitCode code) {
        assertThat(ExitCode.ofNumber(code.number())).isEqualTo(code);
    }

    @Test
    void exit_codes_are_a_promise() {
        assertThat(Arrays.stream(ExitCode.values()).map(ExitCode::number)).containsExactly(0, 1, 2, 3, 4, 5, 130);
        assertThat(ExitCode.ofNumber(77)).isEqualTo(ExitCode.GRADER_FAULT);
    }
}
