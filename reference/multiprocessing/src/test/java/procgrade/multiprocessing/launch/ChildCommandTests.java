package procgrade.multiprocessing.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChildCommandTests {
    private final List<String> command = ChildCommand.of("some.Main");

    @Test
    void runs_the_same_java_with_the_same_class_path() {
        assertThat(command.get(0)).isEqualTo(System.getProperty("java.home") + "/bin/java");
        assertThat(command.get(command.size() - 1)).isEqualTo("some.Main");
        int at = command.indexOf("-cp");
        assertThat(command.get(at + 1).split(File.pathSeparator))
                .containsExactlyElementsOf(new LinkedHashSet<>(
                        List.of(System.getProperty("java.class.path").split(File.pathSeparator))))
                .contains(ChildCommand.libraryPath().getPath());
    }

    @Test
    void puts_the_jar_of_the_archive_first_and_the_library_last() {
        ClassArchive archive = new ClassArchive(List.of("-XX:SharedArchiveFile=x.jsa"), new File("x.jar"), false);
        File library = new File("/lib/library.jar");

        assertThat(ChildCommand.classPath(archive, "app.jar:classes", library))
                .isEqualTo("x.jar:app.jar:classes:/lib/library.jar");
        assertThat(ChildCommand.classPath(ClassArchive.NONE, "app.jar", library))
                .isEqualTo("app.jar:/lib/library.jar");
        assertThat(ChildCommand.classPath(ClassArchive.NONE, "app.jar", null)).isEqualTo("app.jar");
    }

    @Test
    void names_nothing_twice_in_the_children_of_children() {
        ClassArchive archive = new ClassArchive(List.of(), new File("x.jar"), false);
        String child = ChildCommand.classPath(archive, "/lib/library.jar:app.jar", new File("/lib/library.jar"));

        assertThat(child).isEqualTo("x.jar:/lib/library.jar:app.jar");
        assertThat(ChildCommand.classPath(archive, child, new File("/lib/library.jar")))
                .isEqualTo(child);
    }

    @Test
    void gives_a_child_that_is_recorded_only_what_is_recorded() {
        ClassArchive recorded = new ClassArchive(List.of(), new File("x.jar"), true);
        assertThat(ChildCommand.classPath(recorded, "app.jar", new File("library.jar")))
                .isEqualTo("x.jar");
    }

    @Test
    void asks_for_less_of_the_processor_only_if_it_has_that() {
        assertThat(command.contains("-XX:UseAVX=2")).isEqualTo(Cpu.hasAvx512());
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
