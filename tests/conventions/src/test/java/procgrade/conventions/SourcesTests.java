package procgrade.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTests {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name_file() {
        file = folder.resolve("p/A.java");
    }

    private Sources source(String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Sources.under(folder);
    }

    @Test
    void a_file_at_the_limit_is_fine_and_one_line_more_is_named() throws IOException {
        var sources = source("package p;\n\nclass A {}\n");

        assertThat(sources.filesLongerThan(3)).isEmpty();
        assertThat(sources.filesLongerThan(2))
                .containsExactly(file + ":3: the file has 3 lines, the limit is 2: split it by what its parts are for");
    }

    @Test
    void a_method_at_the_limit_is_fine_and_one_line_more_is_named() throws IOException {
        var sources = source("package p;\nclass A {\n  /** Two\n   * lines. */\n  void m() {\n  int i;\n  }\n}\n");

        assertThat(sources.methodsLongerThan(3)).isEmpty();
        assertThat(sources.methodsLongerThan(2))
                .containsExactly(file + ":5: the method m has 3 lines, the limit is 2: name its steps");
    }

    @Test
    void an_abstract_method_has_a_length_too() throws IOException {
        assertThat(source("package p;\ninterface A { void m(); }\n").methodsLongerThan(1))
                .isEmpty();
    }

    @Test
    void uses_of_the_console_are_named_with_their_line() throws IOException {
        var sources = source("package p;\nclass A {\n void m() {\n  System.out.println();\n  System.exit(1);\n }\n}\n");

        assertThat(sources.consoleUsesOutside(Set.of("q")))
                .containsExactly(
                        file + ":4: System.out belongs to the packages after 'console:'"
                                + " in package-dependencies.txt: return the text, or review the table",
                        file + ":5: System.exit belongs to the packages after 'console:'"
                                + " in package-dependencies.txt: return the text, or review the table");
    }

    @Test
    void reviewed_packages_may_use_the_console() throws IOException {
        assertThat(source("package p;\nclass A { void m() { System.err.println(); } }\n")
                        .consoleUsesOutside(Set.of("p")))
                .isEmpty();
    }

    @Test
    void comments_and_texts_do_not_use_the_console() throws IOException {
        assertThat(source("package p;\n// System.out\nclass A { String s = \"System.exit\"; }\n")
                        .consoleUsesOutside(Set.of()))
                .isEmpty();
    }

    @Test
    void a_folder_that_does_not_exist_has_no_sources() throws IOException {
        assertThat(Sources.under(folder.resolve("none")).filesLongerThan(0)).isEmpty();
    }
}
