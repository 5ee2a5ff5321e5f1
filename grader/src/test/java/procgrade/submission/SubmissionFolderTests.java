package procgrade.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionFolderTests {
    private static final SubmissionLimits SMALL = new SubmissionLimits(1000, 400, 20, 4);

    @TempDir
    private Path temporary;

    private Path origin;
    private Path staging;

    @BeforeEach
    void makeFolder() throws IOException {
        origin = Files.createDirectory(temporary.resolve("ada"));
        staging = temporary.resolve("staging");
    }

    private void put(String path, String content) throws IOException {
        Path file = origin.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private Submission read() {
        return SubmissionReader.read(origin, staging, SMALL);
    }

    private static void assertFault(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(SubmissionFault.class).hasMessage(message);
    }

    @Test
    void files_are_copied_with_their_folders_and_sorted() throws IOException {
        put("src/b/Ünï cöde.java", "class B {}");
        put("PiMw.java", "class PiMw {}");

        Submission submission = read();

        assertThat(submission.name()).isEqualTo("ada");
        assertThat(submission.files())
                .containsExactly(new SubmittedFile("PiMw.java", 13), new SubmittedFile("src/b/Ünï cöde.java", 10));
        assertThat(submission.notices()).isEmpty();
        assertThat(submission.folder().resolve("src/b/Ünï cöde.java")).hasContent("class B {}");
        assertThat(submission.files().get(1).name()).isEqualTo("Ünï cöde.java");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".git/config",
                "__MACOSX/._PiMw.java",
                ".DS_Store",
                "target/classes/A.java",
                "a/__pycache__/pi.pyc",
                "PiMw.class",
                "PiMw$1.class",
                ".idea/workspace.xml",
                ".venv/lib/x.py",
                "node_modules/x.py",
            })
    void what_tools_leave_behind_is_left_out_without_a_word(String leftover) throws IOException {
        put(leftover, "x");
        put("PiMw.java", "class PiMw {}");

        assertThat(read().files()).extracting(SubmittedFile::path).containsExactly("PiMw.java");
        assertThat(staging.resolve(leftover)).doesNotExist();
    }

    @Test
    void a_virtual_environment_of_any_name_is_left_out() throws IOException {
        put("env/pyvenv.cfg", "home = /usr/bin");
        put("env/lib/site.py", "x");
        put("pi_mw.py", "pass");

        assertThat(read().files()).extracting(SubmittedFile::path).containsExactly("pi_mw.py");
    }

    @Test
    void links_are_not_followed_but_named() throws IOException {
        Path secret = Files.writeString(temporary.resolve("secret"), "secret");
        put("PiMw.java", "class PiMw {}");
        Files.createSymbolicLink(origin.resolve("secret.txt"), secret);
        Files.createSymbolicLink(origin.resolve("everything"), temporary);
        Files.createSymbolicLink(origin.resolve("nothing"), Path.of("missing"));

        Submission submission = read();

        assertThat(submission.files()).extracting(SubmittedFile::path).containsExactly("PiMw.java");
        assertThat(submission.notices())
                .containsExactly(
                        "everything is left out: links are not followed",
                        "nothing is left out: links are not followed",
                        "secret.txt is left out: links are not followed");
    }

    @Test
    void the_folder_itself_may_be_named_by_a_link() throws IOException {
        put("PiMw.java", "class PiMw {}");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), origin);

        assertThat(SubmissionReader.read(link, staging, SMALL).name()).isEqualTo("ada");
    }

    @Test
    void special_files_are_left_out_and_never_opened() throws Exception {
        put("PiMw.java", "class PiMw {}");
        Process mkfifo = new ProcessBuilder("mkfifo", origin.resolve("pipe").toString()).start();
        assertThat(mkfifo.waitFor(1, TimeUnit.MINUTES)).isTrue();
        try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(origin.resolve("socket")));

            assertThat(read().notices())
                    .containsExactly(
                            "pipe is left out: it is no ordinary file", "socket is left out: it is no ordinary file");
        }
    }

    @Test
    void unreadable_files_and_folders_are_left_out_and_named() throws IOException {
        put("PiMw.java", "class PiMw {}");
        put("secret.txt", "x");
        put("inside/secret.txt", "x");
        Files.setPosixFilePermissions(origin.resolve("secret.txt"), PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(origin.resolve("inside"), PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(origin.resolve("secret.txt")))
                .as("root can read everything")
                .isFalse();

        Submission submission = read();
        Files.setPosixFilePermissions(origin.resolve("inside"), PosixFilePermissions.fromString("rwx------"));

        assertThat(submission.files()).hasSize(1);
        assertThat(submission.notices())
                .containsExactly(
                        "inside/ is left out: the folder cannot be read", "secret.txt is left out: it cannot be read");
    }

    @Test
    void a_name_that_would_upset_a_terminal_is_left_out() throws IOException {
        put("PiMw.java", "class PiMw {}");
        put("a\u001b[2Jb.java", "class A {}");

        assertThat(read().notices())
                .containsExactly("a?[2Jb.java is left out: there are control characters in its name");
    }

    @Test
    void names_that_differ_in_capital_letters_only_are_pointed_out() throws IOException {
        put("PiMw.java", "class PiMw {}");
        put("pimw.java", "class PiMw {}");

        assertThat(read().notices())
                .containsExactly("PiMw.java and pimw.java differ in capital letters only; other systems would keep one"
                        + " of them");
    }

    @Test
    void a_missing_folder_is_a_fault_and_leaves_nothing() {
        Path missing = temporary.resolve("missing");

        assertFault(() -> SubmissionReader.read(missing, staging, SMALL), "there is no file or folder " + missing);
        assertThat(staging).doesNotExist();
    }

    @Test
    void a_link_to_nothing_is_a_fault() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), Path.of("missing"));

        assertFault(() -> SubmissionReader.read(link, staging, SMALL), "cannot read " + link);
    }

    @Test
    void an_empty_folder_is_a_fault_and_leaves_nothing() {
        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        SubmissionFault.class,
                        fault -> assertThat(fault.wayOut()).isEqualTo("hand in the source files of the program"))
                .hasMessage("there are no files in " + origin);
        assertThat(staging).doesNotExist();
    }

    @Test
    void a_folder_of_links_only_says_why_nothing_is_left() throws IOException {
        Files.createSymbolicLink(origin.resolve("PiMw.java"), Path.of("/etc/passwd"));

        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        SubmissionFault.class,
                        fault -> assertThat(fault.wayOut())
                                .isEqualTo("nothing could be used: PiMw.java is left out: links are not followed"));
    }

    @Test
    void a_special_file_as_a_submission_is_a_fault() {
        assertFault(
                () -> SubmissionReader.read(Path.of("/dev/null"), staging, SMALL),
                "/dev/null is neither a file nor a folder");
    }

    @Test
    void a_huge_file_is_refused_before_it_is_read() throws IOException {
        put("PiMw.java", "class PiMw {}");
        try (var file = new RandomAccessFile(origin.resolve("huge.bin").toFile(), "rw")) {
            file.setLength(200_000_000_000L); // no disk could hold a copy of it
        }

        assertFault(
                () -> SubmissionReader.read(origin, staging, SubmissionLimits.DEFAULT),
                "huge.bin has 200000 MB, more than the 10 MB that a file may have");
        assertThat(staging).doesNotExist();
    }

    @Test
    void too_much_in_all_is_refused() throws IOException {
        for (int i = 0; i < 3; i++) {
            put(i + ".java", "x".repeat(400));
        }

        assertFault(this::read, "the submission has more than 1 kB");
        assertThat(staging).doesNotExist();
    }

    @Test
    void too_many_files_are_refused_also_if_they_would_be_left_out() throws IOException {
        for (int i = 0; i < 21; i++) {
            put(i + ".class", "");
        }

        assertFault(this::read, "the submission has more than 20 files and folders");
    }

    @Test
    void too_many_folders_within_each_other_are_refused() throws IOException {
        put("1/2/3/4/PiMw.java", "class PiMw {}");

        assertFault(this::read, "the submission has more than 4 folders within each other: 1/2/3/4/");
    }

    @Test
    void what_procgrade_recorded_of_an_earlier_grading_is_left_out_without_a_word() throws IOException {
        put("PiMw.java", "class PiMw {}");
        put("out/evidence/grading.json", "{\"kind\":\"grading\",\"schemaVersion\":1}");
        put("out/evidence/prints_pi/01/stdout.txt", "0".repeat(500));
        put("mine/grading.json", "{}");

        Submission submission = read();

        assertThat(submission.files())
                .extracting(SubmittedFile::path)
                .containsExactly("PiMw.java", "mine/grading.json");
        assertThat(submission.notices()).isEmpty();
    }

    @Test
    void a_path_that_is_too_long_for_a_copy_is_refused() throws IOException {
        put(("d".repeat(240) + "/").repeat(4) + "e".repeat(40), "");

        assertThatThrownBy(() -> SubmissionReader.read(origin, staging, SubmissionLimits.DEFAULT))
                .isInstanceOf(SubmissionFault.class)
                .hasMessage("the submission has a file or folder with a path of more than 1000 bytes: " + "d".repeat(60)
                        + "...");
    }

    /** Each letter of another encoding is replaced by one of three bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"", "/foreign.py"})
    void a_name_that_becomes_too_long_when_it_is_decoded_is_refused(String alone) throws Exception {
        Process touched = new ProcessBuilder("sh", "-c", "touch -- \"$(printf '\\344%.0s' $(seq 200)).py\"")
                .directory(origin.toFile())
                .start();
        assertThat(touched.waitFor()).isZero();
        Path foreign;
        try (var files = Files.list(origin)) {
            foreign = files.findFirst().orElseThrow();
        }

        assertThatThrownBy(() -> SubmissionReader.read(alone.isEmpty() ? origin : foreign, staging, SMALL))
                .isInstanceOf(SubmissionFault.class)
                .hasMessageStartingWith(
                        "the submission has a file or folder with a name of more than 255 bytes: \ufffd");
    }

    @Test
    void a_single_source_with_control_characters_in_its_name_is_refused() throws IOException {
        put("a\nb.py", "pass\n");

        assertThatThrownBy(() -> SubmissionReader.read(origin.resolve("a\nb.py"), staging, SMALL))
                .isInstanceOf(SubmissionFault.class)
                .hasMessage("the submission has a file or folder with control characters in its name: a?b.py");
    }

    @Test
    void a_copy_below_the_folder_is_not_copied_again() throws IOException {
        put("PiMw.java", "class PiMw {}");
        staging = origin.resolve("staging");

        assertThat(read().files()).extracting(SubmittedFile::path).containsExactly("PiMw.java");
    }

    @Test
    void a_copy_that_cannot_be_written_is_a_fault_of_this_machine() throws IOException {
        put("PiMw.java", "class PiMw {}");
        Path nowhere = temporary.resolve("missing/staging");

        assertThatThrownBy(() -> SubmissionReader.read(origin, nowhere, SMALL))
                .isInstanceOfSatisfying(
                        EnvironmentFault.class,
                        fault -> assertThat(fault.wayOut())
                                .isEqualTo("make room there, or let TMPDIR name a folder that can be written to"))
                .hasMessageStartingWith("cannot write " + nowhere + ": ");
    }

    @Test
    void the_staging_folder_must_be_new() throws IOException {
        Files.createDirectory(staging);

        assertThatThrownBy(this::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the staging folder exists: " + staging);
    }

    @Test
    void limits_are_positive() {
        assertThatThrownBy(() -> new SubmissionLimits(1, 1, 0, 1))
                .hasMessage("the limits of a submission must be positive: totalBytes=1, fileBytes=1, files=0, depth=1");
    }

    @Test
    void the_fingerprint_depends_on_names_and_contents_only() throws IOException {
        put("a.py", "12");
        put("b.py", "3");
        String first = read().fingerprint();
        String again =
                SubmissionReader.read(origin, temporary.resolve("again"), SMALL).fingerprint();
        put("a.py", "1");
        put("b.py", "23");
        String moved =
                SubmissionReader.read(origin, temporary.resolve("moved"), SMALL).fingerprint();

        assertThat(first).hasSize(64).isEqualTo(again).isNotEqualTo(moved);
    }
}
