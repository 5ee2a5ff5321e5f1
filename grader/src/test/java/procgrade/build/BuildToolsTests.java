package procgrade.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildToolsTests {
    @TempDir
    private Path temporary;

    private Path program(String path) throws IOException {
        Path file = temporary.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void the_running_java_is_used_unless_only_the_named_one_has_a_compiler() throws IOException {
        Path running = temporary.resolve("running");
        Path named = temporary.resolve("named");
        assertThat(BuildTools.findJavaHome(running, named.toString())).isEqualTo(running);

        program("named/bin/javac");
        assertThat(BuildTools.findJavaHome(running, named.toString())).isEqualTo(named);
        assertThat(BuildTools.findJavaHome(running, null)).isEqualTo(running);

        program("running/bin/javac");
        assertThat(BuildTools.findJavaHome(running, named.toString())).isEqualTo(running);
    }

    @Test
    void a_private_python_is_used_only_if_the_system_has_none() throws IOException {
        Path own = program("bin/python3");
        Path system = Path.of("/usr/bin/python3");

        assertThat(BuildTools.findPython(":/missing:" + own.getParent()))
                .contains(Files.isExecutable(system) ? system : own);
    }

    @Test
    void paths_are_absolute_and_what_everybody_may_read_is_not_listed() {
        BuildTools tools = BuildTools.ofThisMachine(Path.of("lib/../library.jar"), Map.of());

        assertThat(tools.library()).isEqualTo(Path.of("library.jar").toAbsolutePath());
        assertThat(tools.prefix()).isEmpty();
        assertThat(BuildTools.withoutSystem(List.of(Path.of("/usr/lib/jvm"), Path.of("/opt/jdk"))))
                .containsExactly(Path.of("/opt/jdk"));
    }
}
