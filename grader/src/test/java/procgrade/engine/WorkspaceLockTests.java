package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceLockTests {
    @TempDir
    private Path parent;

    private UserPrincipal owner;

    @BeforeEach
    void who_am_i() throws IOException {
        owner = Files.getOwner(parent);
    }

    @Test
    void the_workspace_of_a_process_that_is_gone_is_removed() throws IOException {
        Path abandoned = Files.createDirectory(parent.resolve("procgrade-1"));
        // nobody holds the lock
        Files.createFile(abandoned.resolve("in-use-by-999999999"));
        Files.writeString(abandoned.resolve("PiMw.java"), "class PiMw {}");

        clean();

        assertThat(abandoned).doesNotExist();
    }

    @Test
    void a_workspace_that_is_in_use_stays_until_its_lock_is_given_back() throws IOException {
        Path used = Files.createDirectory(parent.resolve("procgrade-1"));
        try (WorkspaceLock lock = WorkspaceLock.take(used)) {
            clean();
            assertThat(used).isDirectory();
            assertThat(lock).isNotNull();
        }

        assertThat(used).isEmptyDirectory();
    }

    @Test
    void what_somebody_keeps_and_what_others_own_stays() throws IOException {
        Path kept = Files.createDirectory(parent.resolve("procgrade-kept"));
        Path foreign = Files.createDirectory(parent.resolve("other-1"));
        Files.createFile(foreign.resolve("in-use-by-999999999"));
        Path link = Files.createSymbolicLink(parent.resolve("procgrade-link"), foreign);
        Path odd = Files.createDirectory(parent.resolve("procgrade-odd"));
        Files.createSymbolicLink(odd.resolve("in-use-by-1"), foreign.resolve("in-use-by-999999999"));

        clean();
        assertThat(kept).isDirectory();
        assertThat(foreign.resolve("in-use-by-999999999")).isRegularFile();
        assertThat(link).isSymbolicLink();
        assertThat(odd).isDirectory();

        WorkspaceLock.removeAbandoned(parent, "other-", () -> "somebody else");
        assertThat(foreign).isDirectory();
    }

    private void clean() {
        WorkspaceLock.removeAbandoned(parent, "procgrade-", owner);
    }
}
