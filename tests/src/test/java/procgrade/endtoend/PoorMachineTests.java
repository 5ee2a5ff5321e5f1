package procgrade.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine without compiler, without Python, without room. Its owner is told; no student is to blame. */
class PoorMachineTests {
    @TempDir
    private Path folder;

    private Workbench bench;

    @BeforeEach
    void make_room() throws IOException {
        bench = new Workbench(folder);
    }

    private void assertUnfit(Command.Outcome outcome, String message) {
        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines())
                .satisfiesExactly(
                        error -> assertThat(error).startsWith("error: " + message),
                        help -> assertThat(help).startsWith("help: "));
        assertThat(bench.temporary()).isEmptyDirectory();
    }

    /** In a mount namespace of its own, in which a script may change what the files of this machine are. */
    private static Command elsewhere(Command command, String script) throws Exception {
        var probe = Command.of(Path.of("unshare"), List.of("-m", "mount", "-t", "tmpfs", "none", "/mnt"));
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/unshare")) && probe.run().exitCode() == 0,
                "mounting is not permitted");
        return command.by("exec unshare -m sh -c '" + script + " && exec \"$@\"' sh \"$@\"");
    }

    @Test
    void a_java_without_a_compiler() throws Exception {
        bench.java("good");
        Path jre = Jdk.copiedTo(bench.path("jre"));
        Files.delete(jre.resolve("bin/javac"));

        var outcome = bench.check("good").with("JAVA_HOME", jre.toString()).run();

        assertUnfit(outcome, "there is no Java compiler " + jre.toRealPath() + "/bin/javac");
    }

    @Test
    void no_python() throws Exception {
        bench.python("good");

        var outcome = elsewhere(
                        bench.check("good").with("PATH", "/usr/sbin:/usr/bin:/sbin:/bin"),
                        "for f in /usr/bin/python3 /usr/local/bin/python3; do"
                                + " [ ! -e $f ] || mount --bind /dev/null $f; done")
                .with("JAVA_HOME", System.getProperty("java.home"))
                .run();

        assertUnfit(outcome, "there is no python3 on this machine");
    }

    @Test
    void no_room_for_temporary_files() throws Exception {
        bench.python("good");

        var outcome = elsewhere(
                        bench.check("good").with("TMPDIR", "/mnt"), "mount -t tmpfs -o size=4k,nr_inodes=3 none /mnt")
                .run();

        assertUnfit(outcome, "cannot ");
        assertThat(outcome.err()).contains("no space left on device");
    }

    @Test
    void a_folder_for_temporary_files_that_does_not_exist() throws Exception {
        bench.python("good");

        assertUnfit(
                bench.check("good").with("TMPDIR", "/no/folder").run(),
                "cannot make a folder in /no/folder: there is no such file or folder");
    }
}
