package procgrade.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import procgrade.measure.Calibration;
import procgrade.measure.Capacity;
import procgrade.measure.Disturbance;
import procgrade.measure.Interval;
import procgrade.measure.Round;
import procgrade.measure.SpeedupResult;
import procgrade.measure.SpeedupResult.Conclusion;
import procgrade.observe.MachineUse;

class SpeedupJudgeTests {
    private static final SpeedupJudge JUDGE = new SpeedupJudge(1.5, 2);
    private static final Calibration CALIBRATION = new Calibration(2, Duration.ofSeconds(1), Duration.ofSeconds(1));

    private static Finding judge(Conclusion conclusion, Round... rounds) {
        Capacity capacity = new Capacity(2, 1.6, 1.4, 1.9, 0.2);
        Interval interval = new Interval(1.15, 1.1, 1.2, 0.95, 6);
        int disturbed =
                (int) List.of(rounds).stream().filter(Round::isDisturbed).count();
        SpeedupResult result =
                new SpeedupResult(conclusion, Optional.of(interval), 1.2, Optional.of(capacity), disturbed);
        Evidence run = HandMade.run().master(20).worker(0, 2000, 900).evidence();
        return JUDGE.judge(result, List.of(rounds), run, run);
    }

    private static Round round(double foreignCores) {
        return new Round(
                Optional.of(Duration.ofSeconds(2)),
                Optional.empty(),
                Optional.of(Duration.ofSeconds(1)),
                Optional.empty(),
                CALIBRATION,
                new Disturbance(foreignCores, 2, 0));
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, true", "3, true"})
    void as_many_cores_as_workers_are_needed(int cores, boolean enough) {
        assertThat(JUDGE.judgeCores(cores).passed()).isEqualTo(enough);
    }

    @Test
    void too_few_cores_are_no_fault_of_the_program() {
        Finding finding = new SpeedupJudge(2.5, 4).judgeCores(2);

        assertThat(finding.verdict()).isEqualTo(Verdict.NOT_MEASURABLE);
        assertThat(finding.verdict().costsPoints()).isFalse();
        assertThat(finding.rationale())
                .isEqualTo("a speedup with 4 workers needs as many cores, and only 2 cores can be used here");
        assertThat(finding.help()).isEqualTo("run it on a machine with 4 cores or more");
    }

    @Test
    void only_a_program_that_is_surely_too_slow_loses_points() {
        assertThat(judge(Conclusion.FAST_ENOUGH, round(0))).isEqualTo(Finding.PASSED);
        assertThat(judge(Conclusion.TOO_SLOW, round(0)).verdict()).isEqualTo(Verdict.TOO_SLOW);
        for (Conclusion conclusion :
                List.of(Conclusion.BUSY, Conclusion.LOW_CAPACITY, Conclusion.UNSTEADY, Conclusion.TOO_NEAR)) {
            assertThat(judge(conclusion, round(1)).verdict())
                    .as(conclusion.name())
                    .isEqualTo(Verdict.NOT_MEASURABLE);
        }
        assertThatThrownBy(() -> judge(Conclusion.MORE_ROUNDS, round(0))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void others_are_told_by_the_round_in_the_middle_of_the_disturbed_ones() {
        Finding finding = judge(Conclusion.BUSY, round(0.9), round(0.1), round(1.9), round(0.3));

        assertThat(finding.rationale()).isEqualTo("other programs used 0.9 of 2 cores in 3 of 4 rounds");
        assertThat(finding.help()).isEqualTo("close them and run again");
    }

    @Test
    void an_unsteady_machine_and_a_program_near_the_bar_are_told_with_numbers() {
        assertThat(judge(Conclusion.UNSTEADY, round(0)).rationale())
                .isEqualTo("what the cores of this machine give changed while it was measured, by 20 %: 2 programs that"
                        + " only compute got 1.60 times the work of one done in the same time");
        assertThat(judge(Conclusion.TOO_NEAR, round(0)).rationale())
                .isEqualTo("too near to the bar to tell: 1.15 times as fast with 2 workers (1.10 to 1.20, 6 pairs), the"
                        + " bar is 1.20");
    }

    @Test
    void cores_that_nobody_needs_may_be_used_by_others() {
        Duration second = Duration.ofSeconds(1);
        MachineUse use = new MachineUse(
                second, 8, Duration.ofMillis(7100), Duration.ofMillis(100), Duration.ofMillis(2000), Duration.ZERO);

        assertThat(OtherPrograms.disturbance(Optional.of(use), 3)).isEqualTo(new Disturbance(5.2, 8, 5));
        assertThat(OtherPrograms.disturbance(Optional.of(use), 3).isTooMuch()).isFalse();
        assertThat(OtherPrograms.disturbance(Optional.of(use), 9)).isEqualTo(new Disturbance(5.2, 8, 0));
        assertThat(OtherPrograms.disturbance(Optional.empty(), 3)).isEqualTo(Disturbance.NONE);
    }
}
