package procgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import procgrade.assignment.AssignmentFolder;

/** What is in the script; that a shell completes with it is tested end to end. */
class CompletionCommandTests {
    @TempDir
    private Path course;

    @Test
    void the_script_knows_commands_options_values_and_assignments() {
        AssignmentFolder.piMw(course);

        CommandRun run = CommandRun.of(new ScriptedMachine(), "completion", "--assignments", course.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.PASSED);
        assertThat(run.out())
                .contains("commands='check batch rejudge list doctor watch verify completion run' assignments='pi_mw'")
                .contains("--color) words='auto always never' ;;")
                .contains("--format) words='text json' ;;")
                .contains("--language) words='java python' ;;")
                .containsPattern("(?m)^ +check\\) words='--only --format .*--help.*' ;;$")
                .contains("run) words='--python' ;;")
                .endsWith("complete -o default -F _procgrade procgrade\n")
                .doesNotContain("@");
    }
}
