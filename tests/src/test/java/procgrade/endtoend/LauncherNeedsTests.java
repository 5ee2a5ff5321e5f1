package procgrade.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher says on a machine that lacks something. */
class LauncherNeedsTests {
    private static final List<String> TOOLS =
            List.of("dirname", "basename", "readlink", "sed", "awk", "grep", "find", "head", "sort", "mkdir", "cat");

    @TempDir
    private Path folder;

    private Home home;
    private Path bin;

    @BeforeEach
    void make_a_machine_with_little_on_it() throws IOException {
        home = Home.copiedTo(folder.resolve("home"));
        bin = Files.createDirectory(folder.resolve("bin"));
        for (String tool : TOOLS) {
            Files.createSymbolicLink(bin.resolve(tool), find(tool));
        }
    }

    private static Path find(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this machine has no " + tool));
    }

    private Command onLittle(String... arguments) {
        return home.procgrade(arguments)
                .with("PATH", bin.toString())
                .with("JAVA_HOME", null)
                .with("PROCGRADE_BUILD", null);
    }

    private static void assertEnvironmentUnfit(Command.Outcome outcome, String message, String wayOut) {
        assertThat(outcome).isEqualTo(new Command.Outcome(4, "", "error: " + message + "\nhelp: " + wayOut + "\n"));
    }

    @Test
    void no_java_on_the_path() throws Exception {
        assertEnvironmentUnfit(
                onLittle("run", "pi").run(),
                "cannot find java",
                "install a JDK of version 17 or newer, or let JAVA_HOME name one");
    }

    @Test
    void no_java_where_java_home_says() throws Exception {
        assertEnvironmentUnfit(
                onLittle("run", "pi").with("JAVA_HOME", "/no/jdk").run(),
                "cannot find /no/jdk/bin/java",
                "install a JDK of version 17 or newer, or let JAVA_HOME name one");
    }

    @Test
    void a_java_whose_release_file_says_that_it_is_too_old() throws Exception {
        Path java = Home.script(folder.resolve("jdk/bin/java"), "exit 99");
        Files.writeString(folder.resolve("jdk/release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"11.0.2\"\n");

        assertEnvironmentUnfit(
                onLittle("run", "pi")
                        .with("JAVA_HOME", folder.resolve("jdk").toString())
                        .run(),
                java + " has version '11.0.2'",
                "version 17 or newer is needed, let JAVA_HOME name one");
    }

    @Test
    void a_java_that_says_itself_that_it_is_too_old() throws Exception {
        Home.script(bin.resolve("java"), "echo 'java version \"1.8.0_292\"' >&2");

        assertEnvironmentUnfit(
                onLittle("run", "pi").run(),
                "java has version '1.8.0_292'",
                "version 17 or newer is needed, let JAVA_HOME name one");
    }

    @Test
    void a_java_that_says_nothing() throws Exception {
        Home.script(bin.resolve("java"), "");

        assertEnvironmentUnfit(
                onLittle("run", "pi").run(),
                "java has version ''",
                "version 17 or newer is needed, let JAVA_HOME name one");
    }

    @Test
    void a_new_java_before_its_release() throws Exception {
        Home.script(
                bin.resolve("java"), "case $1 in -version) echo 'openjdk version \"27-ea\"' >&2;; *) echo ran;; esac");

        assertThat(onLittle("run", "pi").run()).isEqualTo(new Command.Outcome(0, "ran\n", ""));
    }

    @Test
    void no_maven_to_build_with() throws Exception {
        Files.delete(home.lectureJar());
        Home.script(bin.resolve("java"), "echo 'openjdk version \"17\"' >&2");

        assertEnvironmentUnfit(
                onLittle("run", "pi").run(),
                "mvn is not on the PATH",
                "install Maven 3.8 or newer, procgrade builds itself with it");
    }

    @Test
    void no_flock_to_build_with() throws Exception {
        Files.delete(home.lectureJar());
        Home.script(bin.resolve("java"), "echo 'openjdk version \"17\"' >&2");
        Home.script(bin.resolve("mvn"), "");

        assertEnvironmentUnfit(
                onLittle("run", "pi").run(),
                "flock is not on the PATH",
                "install util-linux, or run 'mvn package' in " + home.path(""));
    }

    @Test
    void no_python() throws Exception {
        assertEnvironmentUnfit(
                onLittle("run", "--python", "pi").run(),
                "python3 is not on the PATH",
                "install Python 3, or run the program in Java");
    }

    @Test
    void a_folder_whose_name_java_cannot_have_on_its_class_path() throws Exception {
        Path moved = Files.move(home.path(""), folder.resolve("a:b"));

        assertEnvironmentUnfit(
                Command.of(moved.resolve("procgrade"), List.of("run", "pi")).run(),
                "java cannot use a class path with ':' in it",
                "move " + moved);
    }
}
