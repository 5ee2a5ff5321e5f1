package procgrade.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionArchiveTests {
    private static final SubmissionLimits LIMITS = new SubmissionLimits(20_000_000, 10_000_000, 20, 4);

    @TempDir
    private Path temporary;

    private Path archive;
    private Path staging;

    @BeforeEach
    void name() {
        archive = temporary.resolve("ada.zip");
        staging = temporary.resolve("staging");
    }

    private Submission read() {
        return SubmissionReader.read(archive, staging, LIMITS);
    }

    private AbstractThrowableAssert<?, ?> assertRefused() {
        AbstractThrowableAssert<?, ?> refused = assertThatThrownBy(this::read).isInstanceOf(SubmissionFault.class);
        assertThat(staging).doesNotExist();
        return refused;
    }

    private void write(byte[] bytes) throws IOException {
        Files.write(archive, bytes);
    }

    private static String[] twoFiles(String folder) {
        return new String[] {folder + "PiMw.java", "class PiMw {}", folder + "lib/Worker.java", "class Worker {}"};
    }

    @ParameterizedTest
    @ValueSource(strings = {"zip", "tar", "tar.gz", "tgz"})
    void archives_are_told_by_their_content_and_one_wrapping_folder_is_taken_off(String ending) throws IOException {
        archive = temporary.resolve("ada." + ending);
        switch (ending) {
            case "zip" -> Archives.zip(archive, twoFiles("abgabe/"));
            case "tar" -> write(Archives.tar(twoFiles("./abgabe/")));
            default -> write(Archives.gzip(Archives.tar(twoFiles("abgabe/"))));
        }

        Submission submission = read();

        assertThat(submission.name()).isEqualTo("ada");
        assertThat(submission.files()).extracting(SubmittedFile::path).containsExactly("PiMw.java", "lib/Worker.java");
        assertThat(submission.folder().resolve("lib/Worker.java")).hasContent("class Worker {}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "IBM437"})
    void names_are_read_as_the_program_meant_that_wrote_them(String encoding) throws IOException {
        Archives.zipIn(encoding, archive, "Lösung.java");

        assertThat(read().files()).extracting(SubmittedFile::path).containsExactly("Lösung.java");
    }

    @Test
    void the_name_of_an_archive_does_not_matter() throws IOException {
        archive = temporary.resolve("ada.java");
        Archives.zip(archive, twoFiles(""));

        assertThat(read().files()).hasSize(2);
    }

    @Test
    void a_folder_and_its_archive_have_the_same_fingerprint() throws IOException {
        Archives.zip(archive, twoFiles("abgabe/"));
        Submission zipped = read();
        Path folder = zipped.folder();

        assertThat(SubmissionReader.read(folder, temporary.resolve("again"), LIMITS)
                        .fingerprint())
                .isEqualTo(zipped.fingerprint());
    }

    @Test
    void what_macos_and_version_control_add_does_not_count_as_a_second_folder() throws IOException {
        Archives.zip(
                archive, "abgabe/", "", "abgabe/PiMw.java", "x", "__MACOSX/abgabe/._PiMw.java", "x", ".git/HEAD", "x");

        assertThat(read().files()).extracting(SubmittedFile::path).containsExactly("PiMw.java");
    }

    @Test
    void backslashes_from_windows_separate_folders() throws IOException {
        Archives.zip(archive, "a\\PiMw.java", "x", "b\\Worker.java", "x");

        assertThat(read().files()).extracting(SubmittedFile::path).containsExactly("a/PiMw.java", "b/Worker.java");
    }

    @ParameterizedTest
    @CsvSource({
        "../PiMw.java, that leads out of it",
        "a/../../PiMw.java, that leads out of it",
        "a\\..\\..\\PiMw.java, that leads out of it",
        "/etc/passwd, with an absolute path",
        "C:\\win.txt, with an absolute path",
        "c:/win.txt, with an absolute path",
        "\\\\server\\share, with an absolute path",
    })
    void names_that_lead_elsewhere_are_refused(String name, String problem) throws IOException {
        Archives.zip(archive, name, "x");
        assertRefused().hasMessage("the archive ada.zip has an entry " + problem + ": " + name.replace('\\', '/'));

        write(Archives.tar(name, "x"));
        assertRefused().hasMessage("the archive ada.zip has an entry " + problem + ": " + name.replace('\\', '/'));
        assertThat(temporary.resolve("PiMw.java")).doesNotExist();
    }

    @Test
    void names_that_no_file_should_have_are_refused() throws IOException {
        Archives.zip(archive, "a\u001b[2J", "x");
        assertRefused().hasMessage("the archive ada.zip has an entry with control characters in its name: a?[2J");

        Archives.zip(archive, "ü".repeat(128), "x");
        assertRefused()
                .hasMessage("the archive ada.zip has an entry with a name of more than 255 bytes: " + "ü".repeat(60)
                        + "...");
    }

    @Test
    void a_path_that_no_system_takes_is_refused() throws IOException {
        String folder = "d".repeat(250) + "/";
        String path = folder.repeat(17) + "PiMw.java";
        String message =
                "the archive ada.zip has an entry with a path of more than 1000 bytes: " + "d".repeat(60) + "...";

        Archives.zip(archive, path, "x");
        assertThatThrownBy(() -> SubmissionReader.read(archive, staging, SubmissionLimits.DEFAULT))
                .isInstanceOf(SubmissionFault.class)
                .hasMessage(message);

        write(Archives.tar(path, "x"));
        assertThatThrownBy(() -> SubmissionReader.read(archive, staging, SubmissionLimits.DEFAULT))
                .isInstanceOf(SubmissionFault.class)
                .hasMessage(message);
    }

    @Test
    void more_headers_in_a_row_than_a_reader_can_nest_are_refused() throws IOException {
        write(Archives.tarWithHeaders(19_000));

        assertRefused().hasMessage("the archive ada.zip is cut off or damaged");
    }

    @Test
    void two_files_of_one_name_are_refused() throws IOException {
        Archives.zip(archive, "PiMw.java", "1", "./PiMw.java", "2");

        assertRefused().hasMessage("the submission has two files or folders named PiMw.java");
    }

    @Test
    void a_file_that_is_also_a_folder_is_refused() throws IOException {
        Archives.zip(archive, "a", "1", "a/PiMw.java", "2");

        assertRefused().hasMessage("the submission has two files or folders named a/PiMw.java");
    }

    @Test
    void links_and_special_files_of_a_zip_are_left_out() throws IOException {
        Archives.zipWithMode(archive, "evil.java", 0120777);
        assertThat(read().notices()).containsExactly("evil.java is left out: links are not followed");

        Archives.zipWithMode(archive, "pipe", 0010644);
        assertThat(SubmissionReader.read(archive, temporary.resolve("again"), LIMITS)
                        .notices())
                .containsExactly("pipe is left out: it is no ordinary file");
    }

    @Test
    void links_and_special_files_of_a_tar_are_left_out() throws IOException {
        write(Archives.tarWithKinds((byte) '1', (byte) '2', (byte) '3', (byte) '4', (byte) '6', (byte) '5'));

        Submission submission = read();

        assertThat(submission.files()).extracting(SubmittedFile::path).containsExactly("PiMw.java");
        assertThat(submission.notices())
                .containsExactly(
                        "kind1 is left out: links are not followed",
                        "kind2 is left out: links are not followed",
                        "kind3 is left out: it is no ordinary file",
                        "kind4 is left out: it is no ordinary file",
                        "kind6 is left out: it is no ordinary file");
    }

    @Test
    void an_encrypted_archive_is_refused() throws IOException {
        Archives.patchZip(Archives.zip(archive, "PiMw.java", "x"), 6, 8, 1);

        assertRefused().hasMessage("the archive ada.zip is encrypted: PiMw.java");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 93, 95, 97})
    void an_unknown_compression_is_refused(int method) throws IOException {
        Archives.patchZip(Archives.zip(archive, "PiMw.java", "x"), 8, 10, method);

        assertRefused()
                .hasMessage("the archive ada.zip is compressed with method " + method
                        + ", which cannot be read: PiMw.java");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 0.9, 0.99})
    void an_archive_that_is_cut_off_is_refused(double part) throws IOException {
        byte[] zip = Files.readAllBytes(Archives.zip(archive, twoFiles("")));
        byte[] tar = Archives.gzip(Archives.tar(twoFiles("")));
        for (byte[] whole : new byte[][] {zip, tar}) {
            write(Arrays.copyOf(whole, (int) (whole.length * part)));

            assertRefused().hasMessage("the archive ada.zip is cut off or damaged");
        }
    }

    @Test
    void a_wrong_sum_is_noticed() throws IOException {
        Archives.patchZip(Archives.zip(archive, "PiMw.java", "class PiMw {}"), 14, 16, 99);

        assertRefused().hasMessage("the archive ada.zip is cut off or damaged");
    }

    @Test
    void a_bomb_is_refused_by_its_ratio() throws IOException {
        Archives.zip(archive, "PiMw.java", "0".repeat(9_000_000));
        assertRefused().hasMessage("PiMw.java unpacks to more than 200 times its size");

        write(Archives.gzip(Archives.tar("PiMw.java", "0".repeat(9_000_000))));
        assertRefused().hasMessage("ada.zip unpacks to more than 200 times its size");
    }

    @Test
    void bytes_that_are_left_out_count_in_a_compressed_tar() throws IOException {
        // two letters only: compressed to about a seventh, which is no suspicious ratio
        String noise = new Random(7)
                .ints(1_000_000, 'a', 'c')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        write(Archives.gzip(Archives.tar(".a", noise, ".b", noise, ".c", noise, "PiMw.java", "x")));
        var limits = new SubmissionLimits(1_400_000, 1_000_000, 20, 4);
        var roomier = new SubmissionLimits(1_600_000, 1_000_000, 20, 4);

        assertThatThrownBy(() -> SubmissionReader.read(archive, staging, limits))
                .isInstanceOf(SubmissionFault.class)
                .hasMessage("ada.zip unpacks to more than 2 MB");
        assertThat(SubmissionReader.read(archive, staging, roomier).files()).hasSize(1);
    }

    @Test
    void a_size_that_the_archive_states_is_refused_without_unpacking() throws IOException {
        write(Archives.gzip(Archives.tar("PiMw.java", "0".repeat(10_000_001))));

        assertRefused().hasMessage("PiMw.java has 10 MB, more than the 10 MB that a file may have");
    }

    @Test
    void too_many_entries_are_refused() throws IOException {
        String[] entries = new String[42];
        Arrays.setAll(entries, i -> i % 2 == 0 ? i + ".java" : "x");
        Archives.zip(archive, entries);
        assertRefused().hasMessage("the submission has more than 20 files and folders");

        write(Archives.tar(entries));
        assertRefused().hasMessage("the submission has more than 20 files and folders");
    }

    @Test
    void too_many_folders_within_each_other_are_refused() throws IOException {
        Archives.zip(archive, "1/2/3/4/5/PiMw.java", "x");

        assertRefused().hasMessage("the archive ada.zip has more than 4 folders within each other");
    }

    @Test
    void an_archive_larger_than_a_submission_is_refused_unread() throws IOException {
        Archives.zip(archive, "PiMw.java", "x");
        try (var file = new RandomAccessFile(archive.toFile(), "rw")) {
            file.setLength(200_000_000_000L);
        }

        assertRefused().hasMessage("the submission has more than 20 MB");
    }

    @Test
    void an_empty_archive_has_no_files() throws IOException {
        Archives.zip(archive);
        assertRefused().hasMessage("there are no files in " + archive);

        write(Archives.gzip(Archives.tar()));
        assertRefused().hasMessage("ada.zip is compressed, but holds no tar archive");
    }

    @Test
    void a_single_source_is_a_submission() throws IOException {
        archive = Files.writeString(temporary.resolve("PiMw.java"), "class PiMw {}");

        Submission submission = read();

        assertThat(submission.name()).isEqualTo("PiMw.java");
        assertThat(submission.files()).containsExactly(new SubmittedFile("PiMw.java", 13));
    }

    @Test
    void a_single_source_may_not_be_too_large() throws IOException {
        archive = Files.writeString(temporary.resolve("pi_mw.py"), "#".repeat(10_000_001));

        assertRefused().hasMessage("pi_mw.py has 10 MB, more than the 10 MB that a file may have");
    }

    @ParameterizedTest
    @CsvSource({"hello, an archive", "7z\u00bc\u00af, one of the archives that procgrade reads"})
    void other_files_are_refused(String content, String kind) throws IOException {
        Files.writeString(archive, content, StandardCharsets.ISO_8859_1);

        assertRefused().hasMessage(archive + " is neither a Java or Python source nor " + kind);
    }
}
