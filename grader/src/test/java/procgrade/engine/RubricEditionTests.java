package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import procgrade.assignment.AssignmentFolder;
import procgrade.assignment.AssignmentReader;

class RubricEditionTests {
    @TempDir
    private Path folder;

    private Path assignment;
    private Path library;

    @BeforeEach
    void make_an_assignment() throws IOException {
        AssignmentFolder.piMw(folder);
        assignment = folder.resolve("pi_mw");
        library = folder.resolve("library.jar");
        jar(library, "one", 0);
    }

    private static void jar(Path file, String content, long time) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            zip.write(("Built: " + time).getBytes(StandardCharsets.UTF_8));
            ZipEntry entry = new ZipEntry("Queue.class");
            entry.setTime(time);
            zip.putNextEntry(entry);
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    private String fingerprint() {
        return RubricEdition.fingerprint(AssignmentReader.read(assignment), library);
    }

    private void append(String name, String text) throws IOException {
        Path file = assignment.resolve(name);
        Files.writeString(file, Files.readString(file) + text);
    }

    @Test
    void it_is_the_same_wherever_the_course_is() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        AssignmentFolder.piMw(elsewhere);
        String here = fingerprint();
        assignment = elsewhere.resolve("pi_mw");

        assertThat(fingerprint()).matches("[0-9a-f]{32}").isEqualTo(here);
    }

    @Test
    void it_changes_with_the_rubric_and_the_settings_but_not_with_the_statement() throws IOException {
        String before = fingerprint();
        append("README.md", "\nGood luck!\n");
        assertThat(fingerprint()).isEqualTo(before);

        append("rubric/PiMwRubric.java", "// stricter\n");
        String stricter = fingerprint();
        assertThat(stricter).isNotEqualTo(before);

        append("assignment.properties", "\nprocesses=77\n");
        assertThat(fingerprint()).isNotEqualTo(stricter).isNotEqualTo(before);
    }

    @Test
    void it_changes_with_the_classes_of_the_library_and_not_with_the_time_of_its_build() throws IOException {
        String before = fingerprint();
        jar(library, "one", 1_700_000_000_000L);
        assertThat(fingerprint()).isEqualTo(before);

        jar(library, "two", 0);
        assertThat(fingerprint()).isNotEqualTo(before);
    }
}
