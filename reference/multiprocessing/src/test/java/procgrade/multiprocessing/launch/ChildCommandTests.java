package procgrade.multiprocessing.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChildCommandTests {
    private final List<String> command = ChildCommand.of("some.Main");

    @Test
    void runs_the_same_java_with_the_same_class_path() {
        assertThat(command.get(0)).isEqualTo(System.getProperty("java.home") + "/bin/java");
        assertThat(command.get(command.size() - 1)).isEqualTo("some.Main");
        int at = command.indexOf("-cp");
        assertThat(command.get(at + 1))
                .isEqualTo(ChildCommand.libraryPath() + File.pathSeparator + System.getProperty("java.class.path"));
    }

    @Test
    void lets_signals_end_the_child_and_keeps_its_output_clean() {
        assertThat(command).contains("-Xrs", "-Xlog:disable", "-XX:-UsePerfData");
    }

    @Test
    void knows_where_the_library_is() {
        assertThat(ChildCommand.libraryPath()).exists();
        assertThat(ChildCommand.javaProgram()).isExecutable();
    }

    @Test
    void does_without_an_archive_for_a_library_that_is_no_jar() {
        assertThat(command).noneMatch(option -> option.contains("SharedArchiveFile") || option.contains("AOTCache"));
    }
}
