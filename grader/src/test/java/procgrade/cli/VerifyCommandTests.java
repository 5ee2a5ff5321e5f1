package procgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Its wrong uses; what it prints of programs is tested end to end. */
class VerifyCommandTests {
    @ParameterizedTest
    @CsvSource({"--repeat=-1, '-1, 0'", "--hog=-2, '0, -2'"})
    void less_than_nothing_is_a_wrong_use(String option, String numbers) {
        CommandRun run = CommandRun.of(new ScriptedMachine(), "verify", option);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .isEqualTo("error: --repeat and --hog need numbers of 0 or more: " + numbers
                        + "\nhelp: leave them out for one round with nothing beside\n");
    }

    @Test
    void a_record_without_a_count_is_a_wrong_use() {
        CommandRun run = CommandRun.of(new ScriptedMachine(), "verify", "--record", "count.jsonl");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).isEqualTo("error: --record keeps the count of --repeat N\nhelp: give both, or none\n");
    }
}
