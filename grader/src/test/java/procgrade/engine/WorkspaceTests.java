package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import procgrade.run.Scratch;

class WorkspaceTests {
    @TempDir
    private Path elsewhere;

    @Test
    void nothing_is_left_of_it_and_no_link_is_followed() throws IOException {
        Path kept = Files.createFile(elsewhere.resolve("kept"));
        Path folder;
        try (Workspace scratch = Workspace.create(false)) {
            folder = scratch.folder();
            Path inner = scratch.folder("inner");
            Files.createFile(inner.resolve("file"));
            Files.createSymbolicLink(inner.resolve("link"), elsewhere);
            assertThat(inner.toFile().setWritable(false)).isTrue();
        }

        assertThat(folder).doesNotExist();
        assertThat(kept).exists();
    }

    @Test
    void it_stays_on_request() throws IOException {
        Workspace scratch = Workspace.create(true);
        scratch.close();

        assertThat(scratch.folder()).isEmptyDirectory();
        Scratch.remove(scratch.folder());
    }
}
