package procgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class HomeTests {
    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void who_starts_it_without_its_script_is_told_what_is_missing() {
        String before = System.clearProperty("procgrade.home");
        try {
            CommandRun run = CommandRun.of(new ScriptedMachine(), "list");

            assertThat(run.exitCode()).isEqualTo(ExitCode.ENVIRONMENT_UNFIT);
            assertThat(run.err().lines())
                    .containsExactly(
                            "error: procgrade does not know where it lives",
                            "help: start it with its script 'procgrade', or with -Dprocgrade.home=FOLDER");
        } finally {
            if (before != null) {
                System.setProperty("procgrade.home", before);
            }
        }
    }
}
