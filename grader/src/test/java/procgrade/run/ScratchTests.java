package procgrade.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTests {
    private static final int DEEPER_THAN_A_PATH = 60;

    @TempDir
    private Path temporary;

    private Path folder() throws IOException {
        return Files.createDirectory(temporary.resolve("scratch"));
    }

    @Test
    void a_folder_goes_with_all_that_is_in_it() throws IOException {
        Path folder = folder();
        Files.createDirectories(folder.resolve("a/b/c"));
        Files.createDirectories(folder.resolve("a/d"));
        Files.writeString(folder.resolve("a/b/c/file"), "x");
        Files.writeString(folder.resolve(".hidden"), "x");

        Scratch.remove(folder);
        assertThat(folder).doesNotExist();
    }

    @Test
    void links_are_removed_and_not_followed() throws IOException {
        Path folder = folder();
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(outside.resolve("file"), "kept");
        Files.createSymbolicLink(folder.resolve("link"), outside);
        Files.createDirectory(folder.resolve("inner"));
        Files.createSymbolicLink(folder.resolve("inner/link"), outside);
        Files.createSymbolicLink(folder.resolve("broken"), Path.of("nowhere"));

        Scratch.remove(folder);
        assertThat(folder).doesNotExist();
        assertThat(outside.resolve("file")).hasContent("kept");
    }

    @Test
    void rights_that_were_taken_away_do_not_keep_a_folder() throws IOException {
        Path folder = folder();
        Path locked = Files.createDirectories(folder.resolve("locked/inner"));
        Files.writeString(locked.resolve("file"), "x");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(locked.getParent(), PosixFilePermissions.fromString("---------"));

        Scratch.remove(folder);
        assertThat(folder).doesNotExist();
    }

    /** Made from the inside out, because no call takes so long a path. */
    @Test
    void folders_may_be_nested_deeper_than_the_longest_path() throws IOException {
        Path folder = folder();
        String name = "d".repeat(100);
        for (int i = 0; i < DEEPER_THAN_A_PATH; i++) {
            Path outer = Files.createDirectory(temporary.resolve("outer"));
            if (i > 0) {
                Files.move(temporary.resolve("inner"), outer.resolve(name));
            }
            Files.move(outer, temporary.resolve("inner"));
        }
        Files.move(temporary.resolve("inner"), folder.resolve(name));

        Scratch.remove(folder);
        assertThat(folder).doesNotExist();
    }

    @Test
    void what_is_not_there_need_not_be_removed() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "x");

        Scratch.remove(null);
        Scratch.remove(temporary.resolve("missing"));
        Scratch.remove(file);
        assertThat(file).exists();
    }
}
