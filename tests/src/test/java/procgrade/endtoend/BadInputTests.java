package procgrade.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Submissions as students hand them in, and command lines as people type them. */
class BadInputTests {
    private static final String PASSED = "  PASS   prints the steps of both in order";

    @TempDir
    private Path folder;

    private Workbench bench;

    @BeforeEach
    void make_room() throws IOException {
        bench = new Workbench(folder);
    }

    private void assertFault(Command command, int exitCode, String message, String wayOut) throws Exception {
        assertThat(command.run())
                .isEqualTo(new Command.Outcome(exitCode, "", "error: " + message + "\nhelp: " + wayOut + "\n"));
        assertThat(bench.temporary()).isEmptyDirectory();
    }

    @Test
    void no_such_folder() throws Exception {
        assertFault(
                bench.check("start_join", "nowhere/ada"),
                2,
                "there is no file or folder 'nowhere/ada'",
                "name the folder, file or archive to grade");
    }

    @Test
    void an_empty_folder() throws Exception {
        Path empty = Files.createDirectory(bench.path("empty"));

        assertFault(
                bench.check("empty"), 5, "there are no files in " + empty, "hand in the source files of the program");
    }

    @Test
    void an_unknown_assignment_and_a_swapped_one() throws Exception {
        bench.python("good");

        assertFault(
                bench.check("start_jon", "good"),
                2,
                "unknown assignment 'start_jon'",
                "did you mean start_join, isolation, args? 'procgrade list' lists all; a submission is named by its path");
        assertFault(
                bench.check("good", "start_join"),
                2,
                "the assignment comes before the submission",
                "procgrade check start_join good");
    }

    @Test
    void fewer_checks_at_the_same_time_than_one() throws Exception {
        bench.python("good");

        assertFault(
                bench.check("good", "--jobs", "0"),
                2,
                "'0' is not a number of jobs: expected 1 or more, up to 9999",
                "'procgrade check --help' explains it");
    }

    @Test
    void two_programs_that_could_be_meant() throws Exception {
        bench.python("two/first");
        bench.python("two/second");

        var outcome = bench.check("two").run();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("  FAIL   can be started\n"
                        + "         two files are named start_join.py: first/start_join.py,\n"
                        + "           second/start_join.py\n"
                        + "         help: hand in one\n");
    }

    @Test
    void programs_of_two_assignments() throws Exception {
        bench.python("two");
        bench.file("two/args.py", "pass\n", StandardCharsets.UTF_8);

        assertFault(
                bench.check("two"),
                2,
                "two has programs of several assignments: args.py (args), start_join.py (start_join)",
                "say which one: procgrade check args two");
    }

    @Test
    void a_package_line_that_does_not_fit_the_folder_a_byte_order_mark_and_carriage_returns() throws Exception {
        String source = bench.original("reference/StartJoin.java");
        bench.file(
                "marked/StartJoin.java",
                "\ufeffpackage some.other.place;\r\n" + source.replace("\n", "\r\n"),
                StandardCharsets.UTF_8);

        var outcome = bench.check("marked").run();

        assertThat(outcome.out()).contains(PASSED);
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void a_source_in_latin_1() throws Exception {
        String source = bench.original("reference/StartJoin.java");
        bench.file("latin/StartJoin.java", "// Größe\n" + source, StandardCharsets.ISO_8859_1);
        bench.file("snake/start_join.py", "# Größe\n", StandardCharsets.ISO_8859_1);

        var java = bench.check("latin").run();
        var python = bench.check("snake").run();

        assertThat(java.exitCode()).isZero();
        assertThat(java.out())
                .contains(PASSED)
                .contains("\nnote: StartJoin.java is not UTF-8 and was read as ISO-8859-1 (Latin-1)\n");
        assertThat(python.exitCode()).isEqualTo(1);
        assertThat(python.out())
                .contains("         start_join.py:1: SyntaxError: ")
                .contains("         help: save the file as UTF-8, or let it begin with");
    }

    @Test
    void a_file_of_200_megabytes() throws Exception {
        bench.python("big");
        try (var file = new RandomAccessFile(bench.path("big/Data.bin").toFile(), "rw")) {
            file.setLength(200_000_000);
        }

        assertFault(
                bench.check("big"),
                5,
                "Data.bin has 200 MB, more than the 10 MB that a file may have",
                "hand in the sources only");
    }

    @Test
    void links_and_special_files_are_left_out_with_a_note() throws Exception {
        bench.python("odd");
        Files.createSymbolicLink(bench.path("odd/link.py"), Path.of("/etc/passwd"));
        Files.createSymbolicLink(bench.path("odd/round"), bench.path("odd"));
        assertThat(new ProcessBuilder("mkfifo", bench.path("odd/pipe").toString())
                        .start()
                        .waitFor())
                .isZero();

        var outcome = bench.check("odd").run();

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains(PASSED)
                .contains("\nnote: link.py is left out: links are not followed\n"
                        + "note: pipe is left out: it is no ordinary file\n"
                        + "note: round is left out: links are not followed\n");
        assertFault(
                bench.check("odd/pipe"),
                5,
                bench.path("odd/pipe") + " is neither a file nor a folder",
                "name the folder, file or archive to grade");
    }

    @Test
    void sockets_and_devices_are_left_out_and_never_opened() throws Exception {
        bench.python("odd");
        Path device = bench.path("odd/zero.py");
        boolean made = new ProcessBuilder("mknod", device.toString(), "c", "1", "5")
                        .start()
                        .waitFor()
                == 0;
        try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(bench.path("odd/socket")));

            var outcome = bench.check("odd").run();

            assertThat(outcome.exitCode()).isZero();
            assertThat(outcome.out())
                    .contains(PASSED)
                    .contains("\nnote: socket is left out: it is no ordinary file\n"
                            + (made ? "note: zero.py is left out: it is no ordinary file\n" : ""));
            assertFault(
                    bench.check("odd/socket"),
                    5,
                    bench.path("odd/socket") + " is neither a file nor a folder",
                    "name the folder, file or archive to grade");
        }
    }

    @Test
    void a_current_folder_that_is_gone() throws Exception {
        var outcome = bench.procgrade("list")
                .by("mkdir gone; cd gone; rmdir ../gone; exec \"$@\"")
                .run();

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .endsWith("error: the current folder is gone\nhelp: change to another one with 'cd'\n");
    }

    @Test
    void a_report_that_cannot_be_written() throws Exception {
        bench.python("good");

        assertFault(
                bench.check("good", "--junit", "no/result.xml"),
                2,
                "there is no folder " + bench.path("no"),
                "make it, or name another file");
        assertFault(
                bench.check("good", "--output", "good/start_join.py"),
                4,
                "cannot write good/start_join.py: it is no folder",
                "make room there, or name another place");
        assertThat(bench.path("good/start_join.py")).content().startsWith("\"\"\"Two processes");
    }

    @Test
    void a_report_on_a_full_disk() throws Exception {
        bench.python("good");

        var outcome = bench.check("good", "--junit", "/dev/full").run();

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.out()).contains("good: 6 of 6 points");
        assertThat(outcome.err()).startsWith("error: cannot write /dev/full: no space left on device\nhelp: ");
    }
}
