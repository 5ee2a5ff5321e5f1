package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import procgrade.multiprocessing.Program.Ended;
import procgrade.multiprocessing.kernel.Session;
import procgrade.multiprocessing.programs.Greeting;
import procgrade.multiprocessing.programs.Hoarder;
import procgrade.multiprocessing.programs.Homeless;

/** What a program says that finds no place, no permission, no tools or no resources. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class BadEnvironmentTests {
    private static final String NO_FOLDER = "java.io.UncheckedIOException: cannot make the folder for pipes ";

    private static void assertFails(Ended ended, String message) {
        assertThat(ended.err().lines().findFirst()).hasValue("Exception in thread \"main\" " + message);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.folders()).isEmpty();
        assertThat(ended.survivors()).isEmpty();
    }

    /** Fails the test unless the message is a pattern of what the program says first. */
    private static void assertFailsLike(Ended ended, String pattern) {
        assertThat(ended.err().lines().findFirst().orElse("")).matches("Exception in thread \"main\" " + pattern);
        assertFails(ended, ended.err().lines().findFirst().orElse("").replace("Exception in thread \"main\" ", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"relative", "with spaces and 'quotes' $HOME"})
    void the_folder_for_pipes_has_an_unusual_name(String name, @TempDir Path folder) throws IOException {
        Path pipes = Files.createDirectory(folder.resolve(name));
        String given = name.equals("relative") ? name : pipes.toString();
        Ended ended = Program.of(Greeting.class)
                .in(folder.toFile())
                .pipes(pipes)
                .env("PROCGRADE_PIPES", given)
                .run();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.lines()).containsExactly("child says hello 0", "child ended with 0");
        assertThat(ended.folders()).isEmpty();
    }

    @Test
    void the_folder_for_pipes_does_not_exist(@TempDir Path folder) {
        Ended ended = Program.of(Greeting.class).pipes(folder.resolve("none")).run();
        assertFailsLike(
                ended,
                NO_FOLDER + folder + "/none/multiprocessing-[0-9-]+: cannot create directory "
                        + ".*none/multiprocessing.*: No such file or directory; name a folder that exists in"
                        + " PROCGRADE_PIPES");
    }

    @Test
    void the_folder_for_pipes_is_a_file(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Ended ended = Program.of(Greeting.class).pipes(file).run();
        assertFailsLike(
                ended,
                NO_FOLDER + file + "/multiprocessing-[0-9-]+: cannot create directory "
                        + ".*file/multiprocessing.*: Not a directory; name a folder that exists in PROCGRADE_PIPES");
    }

    /** The name of a folder whose owner is dead: no pid is so large. */
    private static String leftOver(int number) {
        return "multiprocessing-" + Session.current().folder().getName().split("-")[1] + "-4194305-" + number;
    }

    @Test
    void left_over_folders_are_removed_but_nothing_that_links_lead_to(@TempDir Path folder) throws IOException {
        Path pipes = Files.createDirectory(folder.resolve("pipes"));
        Path precious = Files.createDirectory(folder.resolve("precious"));
        Path thesis = Files.writeString(precious.resolve("thesis"), "x");
        Path link = Files.createSymbolicLink(pipes.resolve(leftOver(1)), precious);
        Path left = Files.createDirectory(pipes.resolve(leftOver(2)));
        Files.createSymbolicLink(left.resolve("link"), precious);
        Files.createFile(left.resolve("file"));

        Ended ended = Program.of(Greeting.class).pipes(pipes).run();

        assertThat(ended.err()).isEmpty();
        assertThat(ended.lines()).endsWith("child ended with 0");
        assertThat(thesis).hasContent("x");
        assertThat(link).isSymbolicLink();
        assertThat(left).doesNotExist();
    }

    @Test
    void left_over_folders_of_other_users_are_left_alone(@TempDir Path pipes) throws IOException {
        Path left = Files.createDirectory(pipes.resolve(leftOver(1)));
        Path file = Files.createFile(left.resolve("file"));
        try {
            Files.setAttribute(left, "unix:uid", 65_534);
        } catch (IOException notAllowed) {
            assumeTrue(false, "this user may not give folders away");
        }

        Ended ended = Program.of(Greeting.class).pipes(pipes).run();

        assertThat(ended.lines()).endsWith("child ended with 0");
        assertThat(file).exists();
    }

    @Test
    void the_folder_for_pipes_may_not_be_written(@TempDir Path folder) throws IOException {
        assertThat(folder.toFile().setWritable(false)).isTrue();
        Program program = Program.of(Greeting.class).pipes(folder);
        if (Files.isWritable(folder)) {
            program.through("setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override");
        }
        assertFailsLike(
                program.run(),
                NO_FOLDER + folder + "/multiprocessing-[0-9-]+: cannot create directory "
                        + ".*: Permission denied; name a folder you may write to in PROCGRADE_PIPES");
        assertThat(folder.toFile().setWritable(true)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nr_inodes=20", "nr_inodes=2", "size=16k"})
    void the_folder_for_pipes_has_no_space(String limit, @TempDir Path folder) throws Exception {
        assumeTrue(mayMount(), "this user may not mount a small file system");
        String mount = "mount -t tmpfs -o " + limit + " none " + folder + " && trap 'ls " + folder
                + " >&2' EXIT && \"$@\"; exit $?";
        Ended ended = Program.of(Greeting.class)
                .pipes(folder)
                .through("unshare", "-m", "/bin/sh", "-c", mount, "sh")
                .run();
        assertFailsLike(
                ended,
                "java.io.UncheckedIOException: cannot .*" + folder
                        + ".*: No space left on device; free some, or name another folder in PROCGRADE_PIPES");
        assertThat(ended.err()).as("what ls prints at the end").doesNotContain("\nmultiprocessing-");
    }

    private static boolean mayMount() throws Exception {
        return new ProcessBuilder("/bin/sh", "-c", "unshare -m mount -t tmpfs none /mnt 2>&1")
                        .start()
                        .waitFor()
                == 0;
    }

    @Test
    void there_is_no_mkfifo(@TempDir Path tools) throws IOException {
        Files.copy(Path.of("/bin/mkdir"), tools.resolve("mkdir"), StandardCopyOption.COPY_ATTRIBUTES);
        Ended ended = Program.of(Greeting.class).env("PATH", tools.toString()).run();
        assertFailsLike(
                ended,
                NO_FOLDER
                        + ".*/multiprocessing-[0-9-]+: the program mkfifo is not on the PATH; install coreutils \\(or busybox\\)");
    }

    @Test
    void the_current_folder_was_removed(@TempDir Path folder) throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Ended ended = Program.of(Homeless.class).in(home.toFile()).run();
        assertThat(ended.out()).isEqualTo("removed true\n");
        assertThat(ended.err())
                .startsWith("Exception in thread \"main\" java.io.UncheckedIOException: cannot start"
                        + " homeless: the current folder " + home
                        + " is gone; change to one that exists and start the program again\n");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.folders()).isEmpty();
    }

    @Test
    void too_many_queues_are_open() throws IOException {
        Ended ended = hoarder("queues", "ulimit -n 100");
        assertThat(ended.lines().get(0))
                .as("whichever file of a queue meets the limit: virtual machines keep different numbers of files open")
                .matches("cannot (open the pipe .*/queue-[0-9]+\\.[a-z]+|make shared memory of [0-9]+ bytes in .*):"
                        + " .*Too many open files.*; close queues and processes that are no longer used, or raise the"
                        + " limit \\(ulimit -n\\)");
        assertThat(ended.lines().get(1)).matches("made [0-9]+");
    }

    @Test
    void too_many_processes_are_open() throws IOException {
        Ended ended = hoarder("processes", "ulimit -n 40");
        assertThat(ended.lines().get(0))
                .matches("cannot start Process-[0-9]+: too many open files; join processes and close queues that are no"
                        + " longer used, or raise ulimit -n");
        assertThat(ended.lines().get(1)).matches("made [0-9]+");
    }

    /** From a jar, so that the virtual machine needs no open file for each class. */
    private static Ended hoarder(String what, String limit) throws IOException {
        Path jar = Jars.ofProgram();
        try {
            Ended ended = Program.of(Hoarder.class, what, "1000")
                    .classPath(jar.toString())
                    .after(limit)
                    .run();
            assertThat(ended.err().lines().filter(line -> !line.contains("jspawnhelper")))
                    .isEmpty();
            assertThat(ended.exitCode()).isZero();
            assertThat(ended.folders()).isEmpty();
            assertThat(ended.survivors()).isEmpty();
            return ended;
        } finally {
            Files.delete(jar);
        }
    }

    /** As many as {@code -Dprocgrade.processes=1000} says: that many take more than a minute and 13 GB. */
    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_thousand_processes_are_possible() {
        int count = Integer.getInteger("procgrade.processes", 40);
        Ended ended = Program.run(Hoarder.class, "processes", Integer.toString(count));
        assertThat(ended.err()).isEmpty();
        assertThat(ended.lines()).containsExactly("made " + count + " of " + count);
        assertThat(ended.folders()).isEmpty();
        assertThat(ended.survivors()).isEmpty();
    }
}
