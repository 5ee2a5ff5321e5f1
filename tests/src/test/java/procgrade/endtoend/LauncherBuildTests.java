package procgrade.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the launcher builds, in a copied home, with a script in the place of Maven. */
class LauncherBuildTests {
    private static final Command.Outcome PRINTED_PI = new Command.Outcome(0, "pi = 3.2\n", "");

    @TempDir
    private Path folder;

    private Home home;
    private Path builds;
    private Path builtJar;

    @BeforeEach
    void copy_home() throws IOException {
        home = Home.copiedTo(folder.resolve("home"));
        builds = Files.createFile(folder.resolve("builds"));
        builtJar = Files.copy(home.lectureJar(), folder.resolve("built.jar"));
        maven("");
    }

    /** A Maven that notes each build and, after some other work, makes the jar. */
    private void maven(String work) throws IOException {
        Home.script(
                folder.resolve("bin/mvn"),
                "echo \"$PWD $*\" >> '%s'\n%s\ncp -p '%s' '%s'".formatted(builds, work, builtJar, home.lectureJar()));
    }

    private Command pi() {
        return home.procgrade("run", "pi", "1")
                .with("PROCGRADE_BUILD", null)
                .with("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    }

    @Test
    void it_does_not_build_what_is_built() throws Exception {
        assertThat(pi().run()).isEqualTo(PRINTED_PI);
        assertThat(builds).isEmptyFile();
    }

    @Test
    void it_builds_once_when_the_jar_is_missing_and_says_so_beside_the_output() throws Exception {
        Files.delete(home.lectureJar());

        var first = pi().run();
        var second = pi().run();

        assertThat(first.exitCode()).isZero();
        assertThat(first.out()).isEqualTo("pi = 3.2\n");
        assertThat(first.err())
                .contains("procgrade: building in " + home.path("") + " with 'mvn -q package', without tests;");
        assertThat(second).isEqualTo(PRINTED_PI);
        assertThat(builds)
                .hasContent(
                        home.path("")
                                + " -q -B -ntp -Dmaven.test.skip -Dmaven.compiler.failOnWarning=false -pl reference/lecture7,grader -am package");
    }

    @Test
    void it_builds_when_a_pom_is_newer_than_the_jar() throws Exception {
        home.change("reference/lecture7/pom.xml");

        assertThat(pi().run().err()).contains("procgrade: building in ");
    }

    @Test
    void it_does_not_build_again_for_a_jar_that_maven_left_alone() throws Exception {
        Files.setLastModifiedTime(builtJar, FileTime.from(Instant.EPOCH));
        Files.delete(home.lectureJar());
        pi().run();

        assertThat(pi().run()).isEqualTo(PRINTED_PI);
        assertThat(Files.readAllLines(builds)).hasSize(1);
    }

    @Test
    void it_builds_when_a_source_is_newer_than_the_jar() throws Exception {
        home.change("reference/lecture7/src/main/java/procgrade/lecture7/Pi.java");

        assertThat(pi().run().err()).contains("procgrade: building in ");
    }

    @Test
    void what_maven_says_goes_to_standard_error() throws Exception {
        Files.delete(home.lectureJar());
        maven("echo some words of Maven");

        var outcome = pi().run();

        assertThat(outcome.out()).isEqualTo("pi = 3.2\n");
        assertThat(outcome.err()).contains("some words of Maven");
    }

    @Test
    void a_failed_build_ends_with_one_line_and_its_own_exit_code() throws Exception {
        Files.delete(home.lectureJar());
        maven("echo does not compile; exit 1");

        var outcome = pi().run();

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .endsWith("does not compile\nerror: the build failed\nhelp: see above, then try 'mvn package' in "
                        + home.path("") + "\n");
    }

    @Test
    void two_starts_at_once_build_once() throws Exception {
        Files.delete(home.lectureJar());
        Path allowed = folder.resolve("allowed");
        maven("while [ ! -e '" + allowed + "' ]; do sleep 0.02; done");

        var first = pi().start();
        var second = pi().start();
        try {
            waitUntilOneBuildsAndOneWaits(first, second);
            Files.createFile(allowed);

            assertThat(first.outcome().out()).isEqualTo("pi = 3.2\n");
            assertThat(second.outcome().out()).isEqualTo("pi = 3.2\n");
            assertThat(Files.readAllLines(builds)).hasSize(1);
        } finally {
            first.end();
            second.end();
        }
    }

    private static void waitUntilOneBuildsAndOneWaits(Command.Started first, Command.Started second)
            throws InterruptedException {
        while (!isBuildingAndIsWaiting(first, second) && !isBuildingAndIsWaiting(second, first)) {
            Thread.sleep(5);
        }
    }

    private static boolean isBuildingAndIsWaiting(Command.Started one, Command.Started other) {
        return one.runs("sleep") && other.runs("flock");
    }

    @Test
    void without_leave_to_build_a_missing_jar_is_named() throws Exception {
        Files.delete(home.lectureJar());

        var outcome = pi().with("PROCGRADE_BUILD", "never").run();

        assertThat(outcome)
                .isEqualTo(new Command.Outcome(
                        4,
                        "",
                        "error: PROCGRADE_BUILD=never, but there is no " + home.lectureJar()
                                + "\nhelp: run 'mvn package' in " + home.path("") + "\n"));
    }

    @Test
    void without_leave_to_build_the_jar_is_used_as_it_is() throws Exception {
        home.change("pom.xml");

        assertThat(pi().with("PROCGRADE_BUILD", "never").run()).isEqualTo(PRINTED_PI);
    }
}
