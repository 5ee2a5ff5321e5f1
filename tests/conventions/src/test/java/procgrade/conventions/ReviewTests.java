package procgrade.conventions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewTests {
    private Path table;

    @BeforeEach
    void name_table(@TempDir Path folder) {
        table = folder.resolve("package-dependencies.txt");
    }

    private Review review(String text) throws IOException {
        Files.writeString(table, text);
        return Review.read(table);
    }

    @Test
    void reads_arrows_and_packages_without_arrows() throws IOException {
        var review = review("# reason -> none\n\np.a -> p.b, p.c\n  p.b ->\np.c->p.b\n");

        assertThat(review.packages().uses())
                .isEqualTo(Map.of("p.a", Set.of("p.b", "p.c"), "p.b", Set.of(), "p.c", Set.of("p.b")));
    }

    @Test
    void reads_the_packages_that_may_use_the_console() throws IOException {
        assertThat(review("console: p.cli, p.demo\n").consolePackages()).containsExactly("p.cli", "p.demo");
    }

    @Test
    void nobody_may_use_the_console_unless_it_is_said() throws IOException {
        assertThat(review("p.a ->\n").consolePackages()).isEmpty();
    }

    @Test
    void a_line_of_another_form_is_refused_with_its_place() {
        assertThatThrownBy(() -> review("p.a ->\np.a uses p.b\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(table + ":2: expected 'package -> package, package', found 'p.a uses p.b'");
    }
}
