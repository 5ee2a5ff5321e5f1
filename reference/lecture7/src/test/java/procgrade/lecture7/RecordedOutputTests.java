package procgrade.lecture7;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keeps the comments true: every program still prints what it begins with. */
class RecordedOutputTests {
    @ParameterizedTest
    @EnumSource
    void java_prints_what_its_comment_shows(Program program) {
        checkRecordings(Language.JAVA, program);
    }

    @ParameterizedTest
    @EnumSource
    void python_prints_what_its_comment_shows(Program program) {
        checkRecordings(Language.PYTHON, program);
    }

    private static void checkRecordings(Language language, Program program) {
        for (Recording recording : Recording.in(program.source(language))) {
            assertThat(recording.command()).isEqualTo(program.command(language));

            ProgramRun run = ProgramRun.recordingCoverage(language, program, recording.arguments());

            assertThat(recording.comparable(run.output())).isEqualTo(recording.comparable(recording.output()));
            assertThat(run.errors()).isEqualTo(List.of());
            assertThat(run.exitCode()).isZero();
        }
    }
}
