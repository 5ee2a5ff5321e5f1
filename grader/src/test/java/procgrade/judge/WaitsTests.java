package procgrade.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitsTests {
    @Test
    void who_sleeps_in_the_kernel_waits_quietly() {
        HandMade run = HandMade.run().master(20).waking(7).worker(0, 2000, 1900).waking(5000);

        assertThat(judge(run)).isEqualTo(Finding.PASSED);
    }

    @Test
    void who_wakes_up_again_and_again_for_nothing_asks() {
        Finding finding = judge(HandMade.run().master(20).waking(20).worker(0, 2000, 1900));

        assertThat(finding.verdict()).isEqualTo(Verdict.WRONG_PROCESSES);
        assertThat(finding.rationale())
                .isEqualTo("it asks again and again instead of waiting: master woke up 20 times a second");
    }

    @Test
    void who_is_woken_by_the_parts_of_a_large_item_waits() {
        assertThat(judge(HandMade.run()
                        .taking(4000)
                        .worker(0, 4000, 3900)
                        .master(20)
                        .wakingUntil(1900, 100)))
                .isEqualTo(Finding.PASSED);
        assertThat(judge(HandMade.run()
                                .taking(4000)
                                .worker(0, 4000, 3900)
                                .master(20)
                                .wakingUntil(2600, 100))
                        .verdict())
                .isEqualTo(Verdict.WRONG_PROCESSES);
    }

    /** As by three large items in two seconds: each wakes up its reader once for each of its parts. */
    @Test
    void who_is_woken_many_times_at_once_now_and_then_waits() {
        assertThat(judge(HandMade.run().master(20).wakingAtOnce(6, 400).worker(0, 2000, 1900)))
                .isEqualTo(Finding.PASSED);
        assertThat(judge(HandMade.run().master(20).wakingAtOnce(2, 100).worker(0, 2000, 1900))
                        .verdict())
                .isEqualTo(Verdict.WRONG_PROCESSES);
    }

    @Test
    void who_is_woken_more_often_than_anybody_can_ask_is_woken_by_items() {
        assertThat(judge(HandMade.run().master(20).waking(80_000).worker(0, 2000, 1900)))
                .isEqualTo(Finding.PASSED);
        assertThat(judge(HandMade.run().master(20).waking(15_000).worker(0, 2000, 1900))
                        .verdict())
                .isEqualTo(Verdict.WRONG_PROCESSES);
    }

    @Test
    void who_would_have_waited_long_enough_with_the_cores_that_others_had_is_disturbed() {
        HandMade run = HandMade.run().taking(1400).master(20).worker(0, 1400, 1300);

        assertThat(judge(run.delayed(0.6, 700)).isDisturbed()).isTrue();
        assertThat(judge(run.delayed(0.6, 300)).passed()).isTrue();
        assertThat(judge(HandMade.run()
                                .taking(900)
                                .master(20)
                                .worker(0, 900, 800)
                                .delayed(0.6, 500))
                        .isDisturbed())
                .isFalse();
    }

    @Test
    void who_has_no_core_is_not_taken_for_one_that_asks_again_and_again() {
        Finding starved =
                judge(HandMade.run().master(20).waking(20).worker(0, 2000, 1900).delayed(0.6));
        assertThat(starved.verdict()).isEqualTo(Verdict.NOT_MEASURABLE);
        assertThat(starved.rationale())
                .isEqualTo("other programs kept it from the cores, so how its processes wait cannot be told");

        assertThat(judge(HandMade.run()
                                .master(20)
                                .waking(20)
                                .worker(0, 2000, 1900)
                                .delayed(0.4))
                        .verdict())
                .isEqualTo(Verdict.WRONG_PROCESSES);
    }

    @Test
    void who_keeps_a_core_busy_while_others_work_spins() {
        assertThat(judge(HandMade.run().master(1900).worker(0, 2000, 1900)).rationale())
                .isEqualTo("it asks again and again instead of waiting: master kept a core busy while its workers"
                        + " computed");
        assertThat(judge(HandMade.run().master(1500).worker(0, 2000, 1900)).passed())
                .isFalse();
    }

    @Test
    void who_keeps_a_core_busy_while_others_sleep_spins() {
        assertThat(judge(HandMade.run().master(1900).worker(0, 2000, 10)).rationale())
                .isEqualTo("it asks again and again instead of waiting: master kept a core busy while its workers"
                        + " waited or slept");
    }

    @Test
    void who_computes_alone_when_the_others_have_ended_does_not_spin() {
        assertThat(judge(HandMade.run().taking(4000).master(1900).worker(0, 100, 10))
                        .verdict())
                .isNotEqualTo(Verdict.WRONG_PROCESSES);
    }

    @Test
    void a_run_in_which_nobody_waits_tells_nothing() {
        assertThat(judge(HandMade.run().taking(500).master(20).worker(0, 500, 400))
                        .verdict())
                .isEqualTo(Verdict.NOT_MEASURABLE);
    }

    @Test
    void a_program_that_is_late_because_others_had_the_cores_is_not_too_slow() {
        assertThat(takesAtMost(HandMade.run().master(100), 2000)).isEqualTo(Finding.PASSED);

        Finding late = takesAtMost(HandMade.run().master(100), 1999);
        assertThat(late.verdict()).isEqualTo(Verdict.TOO_SLOW);
        assertThat(late.rationale()).isEqualTo("it took 2.00 s instead of at most 2.00 s");

        assertThat(takesAtMost(HandMade.run().master(100).delayed(0.4), 1000).verdict())
                .isEqualTo(Verdict.TOO_SLOW);
        assertThat(takesAtMost(HandMade.run().master(100).delayed(0.6), 1000).verdict())
                .isEqualTo(Verdict.NOT_MEASURABLE);
    }

    @Test
    void a_program_that_ends_before_it_can_have_slept_has_not_waited() {
        assertThat(TimeJudge.takesAtLeast(HandMade.run().evidence(), Duration.ofMillis(2000)))
                .isEqualTo(Finding.PASSED);

        Finding quick = TimeJudge.takesAtLeast(HandMade.run().taking(50).evidence(), Duration.ofMillis(2000));
        assertThat(quick.verdict()).isEqualTo(Verdict.WRONG_PROCESSES);
        assertThat(quick.rationale())
                .isEqualTo("it took only 0.05 s instead of at least 2.00 s, so its processes cannot have waited for as"
                        + " long as they should");
    }

    @Test
    void a_program_that_fills_all_cores_keeps_itself_waiting() {
        HandMade own = HandMade.run()
                .master(10)
                .worker(0, 2000, 1990)
                .worker(0, 2000, 1990)
                .delayed(1);
        assertThat(RunDelay.of(own.evidence().timeline(), 2).foreignShare()).isLessThan(0.01);

        HandMade others = HandMade.run()
                .master(10)
                .worker(0, 2000, 1400)
                .worker(0, 2000, 1400)
                .delayed(0.3);
        RunDelay delay = RunDelay.of(others.evidence().timeline(), 2);
        assertThat(delay.foreign()).isEqualTo(Duration.ofMillis(600));
        assertThat(delay.foreignShare()).isBetween(0.17, 0.18);
    }

    @Test
    void a_run_without_samples_had_no_delay_that_anybody_saw() {
        assertThat(RunDelay.of(new procgrade.observe.Timeline(java.util.List.of()), 2)
                        .foreignShare())
                .isZero();
    }

    private static Finding judge(HandMade run) {
        return new ProcessJudge(run.evidence(), 2).waitQuietly();
    }

    private static Finding takesAtMost(HandMade run, long milliseconds) {
        return TimeJudge.takesAtMost(run.evidence(), Duration.ofMillis(milliseconds), 2);
    }
}
