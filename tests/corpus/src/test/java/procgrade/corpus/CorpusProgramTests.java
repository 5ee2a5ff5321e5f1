package procgrade.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CorpusProgramTests {
    private static final Path FILE = Path.of("hangs/python/x.py");

    private static List<CorpusProgram> of(Map<String, String> head) {
        return CorpusProgram.of("hangs/python/x.py", FILE, head);
    }

    @Test
    void every_program_of_the_corpus_has_a_head_and_there_are_enough_of_both_kinds() throws IOException {
        List<CorpusProgram> all = CorpusProgram.all(Path.of(""));

        assertThat(all.stream()
                        .filter(CorpusProgram::hangs)
                        .map(CorpusProgram::file)
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(60);
        assertThat(all.stream()
                        .filter(program -> !program.hangs())
                        .map(CorpusProgram::file)
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(60);
        assertThat(all.stream().map(CorpusProgram::name)).doesNotHaveDuplicates();
    }

    @Test
    void a_variant_is_a_program_of_its_own() {
        List<CorpusProgram> two = of(Map.of("pattern", "p", "expect", "DEADLOCK", "variants", "fork spawn"));

        assertThat(two)
                .extracting(CorpusProgram::name)
                .containsExactly("hangs/python/x.py fork", "hangs/python/x.py spawn");
        assertThat(two).extracting(CorpusProgram::variant).containsExactly("fork", "spawn");
    }

    @Test
    void a_head_without_an_expectation_is_refused() {
        assertThatThrownBy(() -> of(Map.of("pattern", "p")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hangs/python/x.py: its head needs a line 'pattern: …'");
    }

    @Test
    void an_expectation_in_the_wrong_folder_is_refused() {
        assertThatThrownBy(() -> of(Map.of("pattern", "p", "expect", "lives")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hangs/python/x.py: it is in the wrong folder for 'expect: lives'");
    }
}
