package procgrade.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTests {
    @TempDir
    private Path temporary;

    private void add(Staging copy, String path) throws IOException {
        copy.add(path, new ByteArrayInputStream(new byte[] {1}));
    }

    @Test
    void a_name_that_the_file_system_refuses_is_no_fault_of_this_machine() {
        Staging copy = Staging.create(temporary.resolve("copy"), SubmissionLimits.DEFAULT);
        String name = "a".repeat(300);

        assertThatThrownBy(() -> add(copy, name))
                .isInstanceOf(SubmissionFault.class)
                .hasMessage("this machine cannot have a file named " + "a".repeat(60) + "...: file name too long");
        assertThat(copy.folder()).isEmptyDirectory();
    }

    @Test
    void a_folder_that_takes_no_file_at_all_is_a_fault_of_this_machine() throws IOException {
        Staging copy = Staging.create(temporary.resolve("copy"), SubmissionLimits.DEFAULT);
        Files.delete(copy.folder());

        assertThatThrownBy(() -> add(copy, "PiMw.java"))
                .isInstanceOf(EnvironmentFault.class)
                .hasMessage("cannot write " + copy.folder().resolve("PiMw.java") + ": there is no such file or folder");
    }

    @Test
    void half_of_a_character_is_never_shown() {
        assertThat(EntryName.printable("a".repeat(59) + "\ud83d\ude00".repeat(9)))
                .isEqualTo("a".repeat(59) + "...");
        assertThat(EntryName.printable("a".repeat(58) + "\ud83d\ude00".repeat(9)))
                .isEqualTo("a".repeat(58) + "\ud83d\ude00...");
    }
}
