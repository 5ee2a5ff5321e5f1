package procgrade.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody without rights meets. Only root can become somebody else. */
class OrdinaryUserTests {
    private static final String AS_NOBODY = "exec setpriv --reuid=65534 --regid=65534 --clear-groups \"$@\"";

    @TempDir
    private Path folder;

    private Workbench bench;

    @BeforeEach
    void make_room() throws Exception {
        assumeTrue(Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid")), "not root");
        open(folder);
        bench = new Workbench(Home.forEverybody(folder.resolve("procgrade home")), folder);
        Files.setPosixFilePermissions(bench.temporary(), PosixFilePermissions.fromString("rwxrwxrwx"));
        assumeTrue(
                asNobody(bench.procgrade("list")).run().exitCode() == 0,
                "an ordinary user cannot start procgrade here, perhaps because Java is in root's own folder");
    }

    private static void open(Path path) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void close(Path path) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("---------"));
    }

    private static void lock(Path path) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r-xr-xr-x"));
    }

    /** With a home that is not there, and so without a cache. */
    private static Command asNobody(Command command) {
        return command.with("HOME", "/nonexistent").with("XDG_CACHE_HOME", null).by(AS_NOBODY);
    }

    @Test
    void without_a_home_a_folder_that_cannot_be_written_is_graded() throws Exception {
        Path submission = bench.python("good");

        var outcome = asNobody(bench.check().in(submission)).run();

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("  PASS   prints the steps of both in order");
        assertThat(submission).isDirectoryContaining("glob:**/start_join.py").isDirectoryNotContaining("glob:**/_*");
        assertThat(bench.temporary()).isEmptyDirectory();
    }

    @Test
    void reports_that_cannot_be_written_are_refused_before_the_work_begins() throws Exception {
        Path submission = bench.python("good");

        assertThat(asNobody(bench.check("--junit", "result.xml").in(submission)).run())
                .isEqualTo(new Command.Outcome(
                        4, "", "error: cannot write to the folder " + submission + "\nhelp: name a file elsewhere\n"));
        assertThat(asNobody(bench.check("--html", "/proc/version").in(submission))
                        .run())
                .isEqualTo(
                        new Command.Outcome(4, "", "error: cannot write to /proc/version\nhelp: name another file\n"));
        assertThat(asNobody(bench.check("--output", "out").in(submission)).run())
                .isEqualTo(new Command.Outcome(
                        4,
                        "",
                        "error: cannot write out: permission denied\nhelp: make room there, or name another place\n"));
    }

    @Test
    void what_is_below_a_folder_that_one_may_not_enter_is_not_called_missing() throws Exception {
        Path submission = bench.python("eve/ada");
        close(submission.getParent());

        assertThat(asNobody(bench.check("start_join", submission.toString())).run())
                .isEqualTo(new Command.Outcome(
                        5,
                        "",
                        "error: cannot read " + submission
                                + "\nhelp: let its owner make it readable, or copy it to a folder of your own\n"));
    }

    @Test
    void what_cannot_be_read_is_left_out_with_a_note() throws Exception {
        bench.python("good");
        close(bench.file("good/secret.py", "x", StandardCharsets.UTF_8));
        close(Files.createDirectory(bench.path("good/locked")));

        var outcome = asNobody(bench.check("good")).run();

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains("\nnote: locked/ is left out: the folder cannot be read\n"
                        + "note: secret.py is left out: it cannot be read\n");
    }

    @Test
    void a_submission_that_cannot_be_read_is_nothing_to_grade() throws Exception {
        Path submission = bench.python("good");
        close(submission.resolve("start_join.py"));
        assertThat(asNobody(bench.check("good")).run())
                .isEqualTo(new Command.Outcome(
                        5,
                        "",
                        "error: there are no files in " + submission
                                + "\nhelp: nothing could be used: start_join.py is left out: it cannot be read\n"));

        close(submission);
        assertThat(asNobody(bench.check("good")).run())
                .isEqualTo(new Command.Outcome(
                        5,
                        "",
                        "error: cannot read the folder " + submission
                                + "\nhelp: let its owner make it readable, or copy it to a folder of your own\n"));
    }

    @Test
    void a_class_is_not_graded_into_a_folder_that_cannot_be_written() throws Exception {
        GreetingClass greeting = new GreetingClass(folder);
        greeting.good("ada");
        open(Files.createDirectory(bench.path("empty")));
        String[] intoFinished = greeting.batch("finished").toArray(String[]::new);
        assertThat(bench.procgrade(intoFinished).run().exitCode()).isZero();

        for (String output : new String[] {"empty", "empty/new", "finished"}) {
            String[] words = greeting.batch(output).toArray(String[]::new);
            assertThat(asNobody(bench.procgrade(words)).run())
                    .isEqualTo(new Command.Outcome(
                            4,
                            "",
                            "error: cannot write to " + output + ": permission denied\nhelp: make room there, or let"
                                    + " --output name a folder that can be written to\n"));
        }

        assertThat(bench.path("empty")).isEmptyDirectory();
        assertThat(bench.path("finished/gradebook.jsonl")).content().hasLineCount(1);
        assertThat(bench.temporary()).isEmptyDirectory();
    }

    @Test
    void a_batch_that_cannot_keep_results_any_more_ends_and_earlier_ones_stay() throws Exception {
        GreetingClass greeting = new GreetingClass(folder);
        greeting.good("ada");
        Path room = Files.createDirectory(bench.path("room"));
        Files.setPosixFilePermissions(room, PosixFilePermissions.fromString("rwxrwxrwx"));
        Command first = asNobody(bench.procgrade(greeting.batch("room/graded").toArray(String[]::new)));
        Command again = asNobody(
                bench.procgrade(greeting.batch("room/graded", "--again", "all").toArray(String[]::new)));
        assertThat(first.run().exitCode()).isZero();
        Path evidence = bench.path("room/graded/evidence");

        lock(evidence);
        var cannotTidyUp = again.run();
        open(evidence);
        assertThat(first.run().exitCode()).isZero();
        lock(evidence);
        var cannotKeep = again.run();
        open(evidence);

        assertThat(cannotTidyUp)
                .isEqualTo(new Command.Outcome(
                        4,
                        "",
                        "error: cannot write to room/graded: cannot remove " + evidence
                                + "/.new\nhelp: make room there,"
                                + " or let --output name a folder that can be written to\n"));
        assertThat(cannotKeep.exitCode()).isEqualTo(4);
        assertThat(cannotKeep.err())
                .isEqualTo("error: cannot keep a result: permission denied\nhelp: make room or give rights there, then"
                        + " start the same command again: what is graded stays\n");
        assertThat(evidence.resolve("ada/row.json")).isNotEmptyFile();
        assertThat(bench.temporary()).isEmptyDirectory();
    }
}
