package procgrade.build;

import static org.assertj.core.api.Assertions.assertThat;
import static procgrade.build.BuildFixture.built;
import static procgrade.build.BuildFixture.failed;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import procgrade.assignment.Assignment;
import procgrade.assignment.Language;
import procgrade.build.BuildOutcome.BuildFailed;

class LanguageChoiceTests {
    private static final Assignment PI_MW = new Assignment(
            "pi_mw",
            "Pi",
            Path.of("/pi_mw"),
            "PiMw",
            "pi_mw.py",
            Duration.ofSeconds(1),
            1,
            1,
            1,
            List.of(),
            Map.of(),
            Map.of(),
            Map.of());

    @TempDir
    private Path temporary;

    private BuildFixture fixture;

    @BeforeEach
    void makeFixture() throws IOException {
        fixture = new BuildFixture(temporary);
    }

    private BuildOutcome build() {
        return Builder.build(fixture.submission(), PI_MW, fixture.tools(), fixture.work());
    }

    @Test
    void the_main_file_decides() {
        fixture.file("PiMw.java", "class PiMw { public static void main(String[] args) {} }")
                .file("plot.py", "this need not be Python");

        assertThat(built(build()).program().language()).isEqualTo(Language.JAVA);
    }

    @Test
    void two_programs_are_too_many() {
        fixture.file("PiMw.java", "class PiMw {}").file("pi_mw.py", "pass");

        BuildFailed failed = failed(build());

        assertThat(failed.rationale()).isEqualTo("there are two programs: PiMw.java and pi_mw.py");
        assertThat(failed.help()).isEqualTo("hand in one of them, or name the file that is to be graded");
    }

    @Test
    void sources_of_one_language_are_told_what_the_main_file_is_called() {
        fixture.file("Solution.java", "class Solution {}");

        BuildFailed failed = failed(build());

        assertThat(failed.rationale()).isEqualTo("there is no PiMw.java");
        assertThat(failed.help())
                .isEqualTo("call the class with main 'PiMw', and its file PiMw.java; found were: Solution.java");
    }

    @Test
    void python_alone_is_told_so_too() {
        fixture.file("solution.py", "pass");

        assertThat(failed(build()).rationale()).isEqualTo("there is no pi_mw.py");
    }

    @Test
    void other_files_are_named() {
        for (int i = 1; i <= 7; i++) {
            fixture.file("text" + i + ".txt", "x");
        }

        BuildFailed failed = failed(build());

        assertThat(failed.rationale()).isEqualTo("there is neither PiMw.java nor pi_mw.py");
        assertThat(failed.help())
                .isEqualTo("hand in one of them; found were: text1.txt, text2.txt, text3.txt, text4.txt, text5.txt and"
                        + " 2 more");
    }
}
