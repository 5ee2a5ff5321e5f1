package procgrade.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MountsTests {
    @TempDir
    private Path temporary;

    private Path cache;
    private Path rubrics;

    @BeforeEach
    void makeFolders() throws IOException {
        temporary = temporary.toRealPath();
        cache = temporary.resolve("cache");
        rubrics = Files.createDirectories(cache.resolve("rubrics"));
    }

    @Test
    void what_is_hidden_in_a_folder_that_is_shown_stays_hidden() {
        Mounts mounts = new Mounts(List.of(temporary, rubrics)).readOnly(cache);

        assertThat(mounts.options(List.of()))
                .containsExactly(
                        "--tmpfs",
                        temporary.toString(),
                        "--ro-bind",
                        cache.toString(),
                        cache.toString(),
                        "--tmpfs",
                        rubrics.toString());
    }

    @Test
    void a_copy_appears_at_the_place_of_a_folder_that_was_to_be_read_there() throws IOException {
        Path copy = temporary.resolve("copy");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), rubrics);
        Mounts mounts = new Mounts(List.of(temporary)).readOnly(rubrics).writable(link, copy);

        assertThat(mounts.options(List.of()))
                .containsExactly(
                        "--tmpfs",
                        temporary.toString(),
                        "--bind",
                        copy.toString(),
                        link.toString(),
                        "--bind",
                        copy.toString(),
                        rubrics.toString());
    }

    @Test
    void a_folder_that_is_to_be_hidden_and_to_be_written_to_is_shown() {
        Mounts mounts = new Mounts(List.of(temporary, cache)).writable(cache);

        assertThat(mounts.options(List.of("--size", "9")))
                .containsExactly(
                        "--size", "9", "--tmpfs", temporary.toString(), "--bind", cache.toString(), cache.toString());
    }
}
