package procgrade.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import procgrade.submission.EnvironmentFault;

class BatchFolderTests {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

    @TempDir
    private Path temporary;

    private BatchFolder open(Path folder) {
        return BatchFolder.open(folder, Map.of("assignment", "pi_mw", "seed", "4711"), CLOCK);
    }

    @Test
    void settings_are_kept_for_the_next_start() {
        Path folder = temporary.resolve("a/graded");
        assertThat(BatchFolder.settings(folder)).isEmpty();
        open(folder).close();

        assertThat(BatchFolder.settings(folder))
                .containsEntry("assignment", "pi_mw")
                .containsEntry("seed", "4711");
    }

    @Test
    void settings_that_cannot_be_read_are_told() throws IOException {
        Files.writeString(temporary.resolve("batch.json"), "{");

        assertThatThrownBy(() -> BatchFolder.settings(temporary))
                .isInstanceOf(EnvironmentFault.class)
                .hasMessage("cannot read " + temporary.resolve("batch.json"));
    }

    @Test
    void two_graders_cannot_have_it_open() {
        try (BatchFolder first = open(temporary)) {
            assertThatThrownBy(() -> open(temporary))
                    .isInstanceOf(EnvironmentFault.class)
                    .hasMessage("another procgrade is grading into " + temporary);
            assertThat(first.folder()).isEqualTo(temporary);
        }
        open(temporary).close();
    }

    @Test
    void a_folder_with_something_else_in_it_is_foreign() throws IOException {
        Path folder = temporary.resolve("graded");
        assertThat(BatchFolder.isForeign(folder)).isFalse();
        Files.createDirectory(folder);
        assertThat(BatchFolder.isForeign(folder)).isFalse();
        open(folder).close();
        assertThat(BatchFolder.isForeign(folder)).isFalse();
        assertThat(BatchFolder.isForeign(temporary)).isTrue();
        assertThat(BatchFolder.isForeign(folder.resolve("batch.json"))).isTrue();
    }

    @Test
    void a_folder_that_cannot_be_made_is_told() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");

        assertThatThrownBy(() -> open(file.resolve("graded")))
                .isInstanceOf(EnvironmentFault.class)
                .hasMessage("cannot write to " + file.resolve("graded") + ": not a directory");
    }

    @Test
    void what_a_killed_grader_left_among_the_temporary_files_is_removed() throws IOException {
        Path folder = temporary.resolve("graded");
        open(folder).close();
        Path left = Files.createDirectory(temporary.resolve("procgrade-left"));
        Path other = Files.createDirectory(temporary.resolve("somebody"));
        Files.writeString(left.resolve("Half.java"), "");
        try (Journal journal = Journal.open(folder.resolve("journal.jsonl"), CLOCK, new Disk())) {
            journal.add(Journal.Event.OPENED, "", left.toString(), Duration.ZERO);
            journal.add(Journal.Event.OPENED, "", other.toString(), Duration.ZERO);
        }

        open(folder).close();

        assertThat(left).doesNotExist();
        assertThat(other).exists();
    }

    @Test
    void a_file_of_the_class_is_replaced_as_a_whole() throws IOException {
        try (BatchFolder folder = open(temporary)) {
            folder.write("gradebook.csv", out -> out.write("one"));
            folder.write("gradebook.csv", out -> out.write("two"));

            assertThat(temporary.resolve("gradebook.csv")).hasContent("two");
            assertThatThrownBy(() -> folder.write("gradebook.csv/a.csv", out -> out.write("x")))
                    .isInstanceOf(EnvironmentFault.class)
                    .hasMessage("cannot write " + temporary.resolve("gradebook.csv/a.csv") + ": it is no folder");
        }
        assertThat(temporary).isDirectoryNotContaining("glob:**/.new-*");
    }

    @Test
    void a_file_that_cannot_be_written_to_its_end_leaves_the_old_one() {
        try (BatchFolder folder = open(temporary)) {
            folder.write("gradebook.csv", out -> out.write("one"));
            assertThatThrownBy(() -> folder.write("gradebook.csv", out -> {
                        out.write("half");
                        throw new IllegalStateException("broken");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(temporary.resolve("gradebook.csv")).hasContent("one");
        }
        assertThat(temporary).isDirectoryNotContaining("glob:**/.new-*");
    }

    @Test
    void a_page_that_is_as_it_should_be_is_not_written_again() throws IOException {
        Path page = temporary.resolve("graded/submissions/ada.html");
        try (BatchFolder folder = open(temporary.resolve("graded"))) {
            folder.update("submissions/ada.html", "one");
            Object first = Files.readAttributes(page, BasicFileAttributes.class).fileKey();
            folder.update("submissions/ada.html", "one");
            assertThat(Files.readAttributes(page, BasicFileAttributes.class).fileKey())
                    .isEqualTo(first);

            folder.update("submissions/ada.html", "two");
            assertThat(page).hasContent("two");
        }
    }

    @Test
    void a_file_of_a_result_appears_for_readers_and_follows_it() throws IOException {
        Path original = temporary.resolve("page");
        Path place = temporary.resolve("graded/submissions/ada.html");
        try (BatchFolder folder = open(temporary.resolve("graded"))) {
            Files.writeString(original, "one");
            folder.publish(original, "submissions/ada.html");
            folder.publish(original, "submissions/ada.html");
            assertThat(place).hasContent("one");

            Files.writeString(temporary.resolve("next"), "two");
            Files.move(temporary.resolve("next"), original, StandardCopyOption.REPLACE_EXISTING);
            assertThat(place).hasContent("one");
            folder.publish(original, "submissions/ada.html");
            assertThat(place).hasContent("two");

            assertThatThrownBy(() -> folder.publish(temporary.resolve("gone"), "submissions/bob.html"))
                    .isInstanceOf(EnvironmentFault.class)
                    .hasMessageStartingWith("cannot write ");
        }
    }

    /** Where a text was cut there may be half of a character, which no file in UTF-8 can have. */
    @Test
    void half_of_a_character_ends_no_batch() {
        try (BatchFolder folder = BatchFolder.open(temporary.resolve("graded"), Map.of(), InstantSource.system())) {
            folder.update("submissions/ada.html", "cut: \ud83d");

            assertThat(folder.folder().resolve("submissions/ada.html")).hasContent("cut: ?");
        }
    }
}
