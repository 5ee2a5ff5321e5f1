package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import procgrade.judge.Finding;
import procgrade.judge.HandMade;
import procgrade.judge.Verdict;
import procgrade.rubric.Check;
import procgrade.rubric.Expectations;
import procgrade.rubric.Program;
import procgrade.rubric.RubricFor;

/** Speedups are judged again from recorded times and calibrations. */
class RecordedSpeedupTests {
    @TempDir
    private Path folder;

    private Replay replay;

    @BeforeEach
    void make_room() {
        replay = new Replay(folder);
    }

    @Test
    void a_speedup_is_judged_again_from_times_and_calibrations() {
        List<CheckOutcome> graded = replay.grade(SpeedupCase.class, HandMade.run());

        List<CheckOutcome> again = replay.rejudge(SpeedupCase.class);

        assertThat(graded.get(0).finding().verdict()).isEqualTo(Verdict.PASSED);
        assertThat(graded.get(0).facts()).hasSize(1);
        assertThat(Replay.timeless(again)).isEqualTo(Replay.timeless(graded));
    }

    @Test
    void another_bar_decides_over_a_speedup_without_a_run() {
        replay.grade(SpeedupCase.class, HandMade.run());

        assertThat(replay.rejudge(HighBarCase.class).get(0).finding().verdict()).isEqualTo(Verdict.TOO_SLOW);
    }

    @Test
    void a_speedup_that_was_not_measured_is_not_measurable_again() {
        replay.grade(SpeedupCase.class, HandMade.run());

        CheckOutcome again =
                replay.rejudge(SpeedupCase.class, Replay.record(false)).get(0);

        assertThat(again.finding().verdict()).isEqualTo(Verdict.NOT_MEASURABLE);
        assertThat(again.finding().rationale()).isEqualTo("speedups are not measured in this grading");
    }

    @Test
    void a_calibration_that_was_not_recorded_is_no_fault_of_the_submission() throws IOException {
        replay.grade(SpeedupCase.class, HandMade.run());
        Files.delete(EvidenceFiles.calibration(replay.evidence(), "is_fast", 2));

        assertThat(replay.rejudge(SpeedupCase.class).get(0).finding().rationale())
                .isEqualTo("this calibration was not recorded; grade again: 2 processes at the same time, number 2 of"
                        + " this check");
    }

    @Test
    void a_damaged_calibration_is_no_fault_of_the_submission() throws IOException {
        replay.grade(SpeedupCase.class, HandMade.run());
        Path file = EvidenceFiles.calibration(replay.evidence(), "is_fast", 1);
        Files.writeString(file, Files.readString(file).replace("\"aloneSeconds\":", "\"aloneSeconds\":-"));

        Finding finding = replay.rejudge(SpeedupCase.class).get(0).finding();

        assertThat(finding.verdict()).isEqualTo(Verdict.GRADER_ERROR);
        assertThat(finding.rationale())
                .isEqualTo(file + ": a calibration needs 2 processes or more and times above zero: 2, PT-0.1S,"
                        + " PT0.1S");
    }

    @RubricFor("pi_mw")
    static class SpeedupCase {
        @Check(points = 1)
        void is_fast(Program program) {
            measure(program, 1.5);
        }

        static void measure(Program program, double bar) {
            program.speedup((size, workers) -> Expectations.args(size, workers))
                    .withWorkers(2)
                    .sizes(1000, 2000)
                    .prints(size -> Expectations.lines("done"))
                    .isAtLeast(bar);
        }
    }

    @RubricFor("pi_mw")
    static class HighBarCase {
        @Check(points = 1)
        void is_fast(Program program) {
            SpeedupCase.measure(program, 1.95);
        }
    }
}
