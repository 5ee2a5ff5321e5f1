package procgrade.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import procgrade.observe.ProcessEnd;

class ProcessJudgeTests {
    @Test
    void the_right_number_of_workers_passes_whatever_else_there_is() {
        HandMade run = twoWorkers().helper().other();

        assertThat(judge(run).workersBetween(2, 2)).isEqualTo(Finding.PASSED);
        assertThat(judge(run).workersBetween(1, 3)).isEqualTo(Finding.PASSED);
    }

    @Test
    void too_many_and_too_few_workers_are_counted() {
        Finding few = judge(twoWorkers()).workersBetween(3, 3);
        assertThat(few.verdict()).isEqualTo(Verdict.WRONG_PROCESSES);
        assertThat(few.rationale()).isEqualTo("2 worker processes instead of 3");
        assertThat(few.details())
                .containsExactly(
                        "master: 0.10 s of processor time",
                        "worker 1: 1.50 s of processor time",
                        "worker 2: 1.50 s of processor time",
                        "counted by sampling");

        assertThat(judge(twoWorkers()).workersBetween(1, 1).rationale()).isEqualTo("2 worker processes instead of 1");
    }

    @Test
    void threads_that_pose_as_processes_are_seen_by_the_cores_they_keep_busy() {
        Finding threads = judge(HandMade.run().master(3800)).workersBetween(4, 4);
        assertThat(threads.verdict()).isEqualTo(Verdict.WRONG_PROCESSES);
        assertThat(threads.rationale())
                .isEqualTo("0 worker processes: the work was done by threads of the main process");

        assertThat(judge(HandMade.run().master(1900)).workersBetween(4, 4).rationale())
                .isEqualTo("0 worker processes: the work was done by the main process itself");
    }

    @Test
    void workers_that_may_have_been_missed_are_not_held_against_a_program() {
        HandMade shortLived = HandMade.run().taking(100).sampledOnly().master(20);
        assertThat(judge(shortLived).workersBetween(1, 1).verdict()).isEqualTo(Verdict.NOT_MEASURABLE);

        HandMade exact = HandMade.run().taking(100).master(20);
        assertThat(judge(exact).workersBetween(1, 1).verdict()).isEqualTo(Verdict.WRONG_PROCESSES);

        HandMade longWork = twoWorkers().sampledOnly();
        assertThat(judge(longWork).workersBetween(3, 3).verdict()).isEqualTo(Verdict.WRONG_PROCESSES);

        HandMade tooMany = HandMade.run().taking(100).sampledOnly().master(1).worker(0, 50, 1);
        assertThat(judge(tooMany).workersBetween(0, 0).verdict()).isEqualTo(Verdict.WRONG_PROCESSES);
    }

    @Test
    void a_program_without_processes_may_have_helpers_only() {
        assertThat(judge(HandMade.run().master(10).helper()).none()).isEqualTo(Finding.PASSED);

        Finding finding = judge(HandMade.run().master(10).other()).none();
        assertThat(finding.verdict()).isEqualTo(Verdict.WRONG_PROCESSES);
        assertThat(finding.rationale()).isEqualTo("it started 1 process, but should start none");
        assertThat(finding.actual()).isEqualTo("python3 pi_mw.py");
    }

    @Test
    void all_at_once_means_that_every_life_overlaps() {
        assertThat(judge(twoWorkers()).allAtOnce()).isEqualTo(Finding.PASSED);

        Finding finding = judge(inTurn(1000, 1000)).allAtOnce();
        assertThat(finding.rationale()).isEqualTo("at most 1 worker was there at the same time");
        assertThat(finding.details())
                .containsExactly("worker 1: from 0.00 s to 1.00 s", "worker 2: from 1.00 s to 2.00 s");
    }

    @Test
    void an_end_that_is_noticed_late_is_no_overlap() {
        assertThat(judge(inTurn(1000, 975)).allAtOnce().verdict()).isEqualTo(Verdict.WRONG_PROCESSES);
        assertThat(judge(inTurn(1000, 974)).allAtOnce()).isEqualTo(Finding.PASSED);
    }

    @Test
    void lives_too_short_to_compare_are_not_held_against_a_program() {
        HandMade quick = HandMade.run().master(10).worker(0, 20, 5).worker(10, 30, 5);

        assertThat(judge(quick).allAtOnce().verdict()).isEqualTo(Verdict.NOT_MEASURABLE);
        assertThat(judge(HandMade.run().master(10).worker(0, 20, 5).worker(30, 50, 5))
                        .allAtOnce()
                        .verdict())
                .isEqualTo(Verdict.WRONG_PROCESSES);
    }

    @Test
    void workers_that_take_turns_under_a_lock_do_not_work_at_once() {
        HandMade locked = HandMade.run().master(10).worker(0, 2000, 1000).worker(0, 2000, 1000);

        assertThat(judge(locked).allAtOnce().rationale())
                .isEqualTo("the workers were there at the same time, but computed in turns");
        assertThat(new ProcessJudge(locked.evidence(), 1).allAtOnce()).isEqualTo(Finding.PASSED);
        HandMade disturbed = HandMade.run()
                .master(10)
                .worker(0, 2000, 1000)
                .worker(0, 2000, 1000)
                .delayed(0.2);
        assertThat(judge(disturbed).allAtOnce().verdict()).isEqualTo(Verdict.NOT_MEASURABLE);
        HandMade nearMiss = HandMade.run().master(10).worker(0, 2000, 1200).worker(0, 2000, 1200);
        assertThat(judge(nearMiss).allAtOnce()).isEqualTo(Finding.PASSED);
    }

    @Test
    void workers_that_sleep_at_the_same_time_are_at_once() {
        HandMade sleepers = HandMade.run().master(10).worker(0, 2000, 20).worker(0, 2000, 20);

        assertThat(judge(sleepers).allAtOnce()).isEqualTo(Finding.PASSED);
    }

    @Test
    void one_worker_is_not_compared_with_itself() {
        Finding finding = judge(HandMade.run().master(10).worker(0, 100, 10)).allAtOnce();

        assertThat(finding.rationale()).isEqualTo("there was 1 worker process");
    }

    @Test
    void one_after_the_other_allows_no_overlap() {
        assertThat(judge(inTurn(1000, 1000)).oneAfterTheOther()).isEqualTo(Finding.PASSED);
        assertThat(judge(inTurn(1000, 975)).oneAfterTheOther()).isEqualTo(Finding.PASSED);
        assertThat(judge(inTurn(1000, 974)).oneAfterTheOther().rationale())
                .isEqualTo("worker 2 started before worker 1 had ended");
    }

    @Test
    void every_worker_does_a_fair_part() {
        assertThat(judge(HandMade.run().master(10).worker(0, 2000, 1500).worker(0, 2000, 450))
                        .shareTheWork())
                .isEqualTo(Finding.PASSED);

        Finding finding = judge(HandMade.run().master(10).worker(0, 2000, 1500).worker(0, 2000, 449))
                .shareTheWork();
        assertThat(finding.verdict()).isEqualTo(Verdict.WRONG_PROCESSES);
        assertThat(finding.rationale()).isEqualTo("worker 2 did hardly any of the work");
    }

    @Test
    void workers_that_only_print_do_not_share_the_work() {
        HandMade posing = HandMade.run().master(1900).worker(0, 2000, 20).worker(0, 2000, 20);

        assertThat(judge(posing).shareTheWork().rationale())
                .isEqualTo("the master did the work itself: 1.90 s of processor time, all workers together 0.04 s");
        assertThat(judge(posing).masterOnlyCoordinates().verdict()).isEqualTo(Verdict.WRONG_PROCESSES);
    }

    @Test
    void too_little_work_cannot_be_shared_fairly() {
        HandMade little = HandMade.run().master(100).worker(0, 200, 499).worker(0, 200, 10);

        assertThat(judge(little).shareTheWork().verdict()).isEqualTo(Verdict.NOT_MEASURABLE);
        assertThat(judge(little).masterOnlyCoordinates().verdict()).isEqualTo(Verdict.NOT_MEASURABLE);
    }

    @Test
    void workers_that_did_hardly_any_of_what_the_reference_solution_does_have_not_done_the_work() {
        Finding finding = computeAtLeast(0.1, threeWorkers(66), threeWorkers(1000));

        assertThat(finding.verdict()).isEqualTo(Verdict.WRONG_PROCESSES);
        assertThat(finding.rationale())
                .isEqualTo("the workers did hardly any of the work: together they used 0.20 s of processor time, those"
                        + " of the reference solution 3.00 s");
        assertThat(finding.expected()).isEqualTo("at least 10 % of that of the reference solution");
        assertThat(finding.actual()).isEqualTo("7 %");
    }

    @Test
    void a_program_that_is_ten_times_as_fast_as_the_reference_solution_has_done_the_work() {
        assertThat(computeAtLeast(0.1, threeWorkers(100), threeWorkers(1000))).isEqualTo(Finding.PASSED);
        assertThat(computeAtLeast(0.1, threeWorkers(99), threeWorkers(1000)).passed())
                .isFalse();
    }

    @Test
    void where_the_reference_solution_has_little_to_do_nobody_is_blamed() {
        Finding finding = computeAtLeast(0.1, threeWorkers(10), threeWorkers(499));

        assertThat(finding.verdict()).isEqualTo(Verdict.NOT_MEASURABLE);
        assertThat(finding.rationale())
                .isEqualTo("there is too little to compute in this run to tell whether it was done: the workers of the"
                        + " reference solution, too, used only 1.50 s of processor time");
        assertThat(computeAtLeast(0.1, threeWorkers(10), HandMade.run().master(3000))
                        .verdict())
                .isEqualTo(Verdict.NOT_MEASURABLE);
    }

    @Test
    void a_worker_that_nobody_could_look_at_may_have_computed_all_its_life() {
        HandMade unseen = HandMade.run().master(10).unseenWorker(0, 300).worker(0, 2000, 10);

        assertThat(computeAtLeast(0.1, unseen, threeWorkers(1000))).isEqualTo(Finding.PASSED);
        assertThat(computeAtLeast(0.11, unseen, threeWorkers(1000)).verdict()).isEqualTo(Verdict.WRONG_PROCESSES);
    }

    /** A slow machine: there, the same takes longer. */
    @Test
    void workers_that_clearly_compute_are_compared_with_nobody() {
        assertThat(judge(threeWorkers(500)).computeAtLeast(0.9, () -> {
                    throw new AssertionError("not asked for");
                }))
                .isEqualTo(Finding.PASSED);
    }

    private static Finding computeAtLeast(double share, HandMade run, HandMade reference) {
        return judge(run).computeAtLeast(share, reference::evidence);
    }

    private static HandMade threeWorkers(long cpu) {
        return HandMade.run()
                .master(100)
                .worker(0, 2000, cpu)
                .worker(0, 2000, cpu)
                .worker(0, 2000, cpu);
    }

    @Test
    void a_master_that_computes_like_a_worker_does_not_only_coordinate() {
        assertThat(judge(HandMade.run().taking(4000).master(1001).worker(0, 4000, 2002))
                        .masterOnlyCoordinates())
                .isEqualTo(Finding.PASSED);
        Finding busy = judge(HandMade.run().taking(4000).master(1010).worker(0, 4000, 2002))
                .masterOnlyCoordinates();
        assertThat(busy.verdict()).isEqualTo(Verdict.WRONG_PROCESSES);
        assertThat(busy.rationale())
                .isEqualTo("the master was busy itself: 1.01 s of processor time, its busiest worker 2.00 s");
    }

    @Test
    void a_master_that_takes_long_to_start_only_coordinates() {
        assertThat(judge(HandMade.run().master(1000).worker(0, 2000, 1100)).masterOnlyCoordinates())
                .isEqualTo(Finding.PASSED);
    }

    @Test
    void verbs_about_workers_need_at_least_one() {
        HandMade none = HandMade.run().master(100);

        assertThat(judge(none).shareTheWork().rationale()).isEqualTo("there were 0 worker processes");
        assertThat(judge(none).masterOnlyCoordinates().rationale()).isEqualTo("there were 0 worker processes");
        assertThat(computeAtLeast(0.1, none, none).rationale()).isEqualTo("there were 0 worker processes");
    }

    @Test
    void the_first_worker_with_another_exit_code_is_named_and_all_are_listed() {
        HandMade run = HandMade.run()
                .master(10)
                .worker(0, 100, 10)
                .worker(0, 100, 10, Optional.of(ProcessEnd.bySignal(9)))
                .worker(0, 100, 10, Optional.empty());
        Finding finding = judge(run).allExitWith(0);

        assertThat(finding.verdict()).isEqualTo(Verdict.CRASHED);
        assertThat(finding.rationale()).isEqualTo("worker 2 ended with signal SIGKILL");
        assertThat(finding.details())
                .containsExactly("worker 1: exit code 0", "worker 2: signal SIGKILL", "worker 3: not observed");
    }

    @Test
    void an_exit_code_that_nobody_saw_is_not_held_against_a_program() {
        HandMade run = HandMade.run().master(10).worker(0, 100, 10, Optional.empty());

        assertThat(judge(run).allExitWith(0)).isEqualTo(Finding.PASSED);
        assertThat(judge(run).unobservedEnds()).contains("exit code not observed: worker 1");
        assertThat(judge(twoWorkers()).unobservedEnds()).isEmpty();
    }

    @Test
    void processes_that_outlive_the_program_are_named() {
        HandMade run = twoWorkers().leaving(102, "python3 pi_mw.py").leaving(999, "sleep 100");
        Finding finding = judge(run).noneLeft();

        assertThat(finding.verdict()).isEqualTo(Verdict.LEFT_PROCESSES);
        assertThat(finding.rationale()).isEqualTo("2 processes were still alive when the program had ended");
        assertThat(finding.details()).containsExactly("worker 2 (pid 102, python3 pi_mw.py)", "sleep 100 (pid 999)");
    }

    @Test
    void a_helper_is_not_named_beside_a_process_that_it_helps() {
        HandMade run = twoWorkers().helper().leaving(103, "resource tracker").leaving(102, "python3 pi_mw.py");

        assertThat(judge(run).noneLeft().details()).containsExactly("worker 2 (pid 102, python3 pi_mw.py)");
        assertThat(judge(twoWorkers()).noneLeft()).isEqualTo(Finding.PASSED);
    }

    @Test
    void a_helper_that_nobody_is_left_for_is_none() {
        assertThat(judge(twoWorkers().helper().leaving(103, "resource tracker"))
                        .noneLeft()
                        .verdict())
                .isEqualTo(Verdict.LEFT_PROCESSES);
    }

    private static HandMade twoWorkers() {
        return HandMade.run().master(100).worker(0, 2000, 1500).worker(0, 2000, 1500);
    }

    /** The second one starts when the first one has ended, as far as it was noticed. */
    private static HandMade inTurn(long firstEnds, long secondStarts) {
        return HandMade.run().master(100).worker(0, firstEnds, 900).worker(secondStarts, 2000, 900);
    }

    private static ProcessJudge judge(HandMade run) {
        return new ProcessJudge(run.evidence(), 2);
    }
}
