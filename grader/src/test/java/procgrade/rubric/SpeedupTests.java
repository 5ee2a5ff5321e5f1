package procgrade.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static procgrade.rubric.Expectations.args;
import static procgrade.rubric.Expectations.lines;
import static procgrade.rubric.RunRequest.Target.SEQUENTIAL;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import procgrade.judge.Finding;
import procgrade.judge.HandMade;
import procgrade.judge.Verdict;
import procgrade.observe.ProcessEnd;

class SpeedupTests {
    private final ScriptedGrading grading = new ScriptedGrading();

    @Test
    void a_program_that_is_fast_enough_passes_and_the_speedup_is_a_fact() {
        grading.program = request -> timed(request, 2000, 1900, 1000);

        measure(1.5);
        assertThat(grading.facts).containsExactly("1.90 times as fast with 2 workers (1.90 to 1.90, 4 pairs)");
        assertThat(grading.calibrations).isEqualTo(4);
    }

    @Test
    void runs_are_interleaved_and_each_pair_has_another_size() {
        grading.program = request -> timed(request, 2000, 1900, 1000);
        measure(1.5);

        List<String> order = grading.requests.stream()
                .map(request -> request.target() == SEQUENTIAL
                        ? "sequential"
                        : request.arguments().get(1))
                .toList();
        assertThat(order.subList(0, 7)).containsExactly("2", "1", "sequential", "2", "2", "sequential", "1");
        assertThat(grading.requests).allMatch(RunRequest::timed).hasSize(13);
        assertThat(grading.requests.stream()
                        .map(request -> request.arguments().get(0))
                        .distinct())
                .hasSize(5);
    }

    @Test
    void a_program_that_is_too_slow_gets_the_numbers() {
        grading.program = request -> timed(request, 2000, 2400, 1800);
        Finding finding = failure(1.5);

        assertThat(finding.verdict()).isEqualTo(Verdict.TOO_SLOW);
        assertThat(finding.rationale())
                .isEqualTo("1.11 times as fast with 2 workers (1.11 to 1.11, 4 pairs), which is too little");
        assertThat(finding.expected()).isEqualTo("at least 1.50 times as fast");
        assertThat(finding.details())
                .containsExactly(
                        "with 1 worker: 2.00 s (median of 4 runs)",
                        "sequential program: 2.40 s (median of 4 runs)",
                        "with 2 workers: 1.80 s (median of 4 runs)");
        assertThat(finding.help()).isNotEmpty();
        assertThat(finding.command()).isEqualTo("PiMw 1000 4");
    }

    @Test
    void slowing_down_ones_own_baseline_does_not_help() {
        grading.program = request -> timed(request, 4000, 1000, 1000);

        assertThat(failure(1.5).verdict()).isEqualTo(Verdict.TOO_SLOW);
        // after the first round it is known that the sequential program counts
        assertThat(grading.requests).filteredOn(request -> isOneWorker(request)).hasSize(1);
    }

    @Test
    void leaving_the_work_out_with_several_workers_does_not_help() {
        grading.program = request -> request.target() == SEQUENTIAL || isOneWorker(request)
                ? timed(request, 2000, 1900, 1000)
                : HandMade.run()
                        .printing("answer\n")
                        .taking(200)
                        .master(100)
                        .worker(0, 200, 100)
                        .worker(0, 200, 100);
        Finding finding = failure(1.5);

        assertThat(finding.verdict()).isEqualTo(Verdict.TOO_SLOW);
        assertThat(finding.rationale())
                .isEqualTo("with 2 workers it did 16 % of the work, by processor time: what is left out is no speedup");
        assertThat(finding.details())
                .endsWith(
                        "with 2 workers: 0.20 s (median of 4 runs)",
                        "of that at work, all processes together: 0.30 s (median of 4 runs)");
        assertThat(finding.help()).isEqualTo("compute the same, whatever the number of workers");
    }

    @Test
    void ones_own_baseline_is_left_out_once_it_was_clearly_slower() {
        grading.program = request -> timed(request, 2025, 1840, 1000);
        measure(1.5);
        assertThat(grading.requests).filteredOn(request -> isOneWorker(request)).hasSize(1);
        assertThat(grading.facts).containsExactly("1.84 times as fast with 2 workers (1.84 to 1.84, 4 pairs)");

        grading.requests.clear();
        grading.program = request -> timed(request, 2020, 1840, 1000);
        measure(1.5);
        assertThat(grading.requests).filteredOn(request -> isOneWorker(request)).hasSize(4);
    }

    @Test
    void a_baseline_that_others_have_slowed_down_is_tried_again() {
        grading.program = request -> isOneWorker(request) && grading.requests.size() == 2
                ? timed(request, 4000, 1840, 1000).besides(1)
                : timed(request, 1600, 1840, 1000);
        measure(1.5);

        assertThat(grading.requests).filteredOn(request -> isOneWorker(request)).hasSize(5);
        assertThat(grading.facts).containsExactly("1.60 times as fast with 2 workers (1.60 to 1.60, 4 pairs)");
    }

    @Test
    void a_disturbance_in_any_part_of_a_round_counts() {
        grading.program =
                request -> timed(request, 1000, 1000, 1000).besides(request.target() == SEQUENTIAL ? 0.21 : 0);
        assertThat(failure(1.5).rationale()).isEqualTo("other programs used 0.2 of 2 cores in 3 of 3 rounds");

        grading.program = request -> timed(request, 1000, 1000, 1000);
        grading.duringCalibration =
                HandMade.run().taking(1000).besides(1).evidence().machine();
        assertThat(failure(1.5).rationale()).isEqualTo("other programs used 1.0 of 2 cores in 3 of 3 rounds");

        grading.duringCalibration = Optional.empty();
        assertThat(failure(1.5).verdict()).isEqualTo(Verdict.TOO_SLOW);
    }

    @Test
    void nothing_is_timed_while_others_use_the_cores() {
        grading.program = request -> timed(request, 2000, 1900, 1000);
        grading.duringCalibration =
                HandMade.run().taking(1000).besides(1).evidence().machine();

        Finding finding = failure(1.5);
        assertThat(finding.rationale()).isEqualTo("other programs used 1.0 of 2 cores in 3 of 3 rounds");
        assertThat(finding.details()).isEmpty();
        assertThat(finding.command()).isEqualTo("PiMw 1000 4");
        // but the answer was looked at once
        assertThat(grading.requests).hasSize(1);
        assertThat(grading.calibrations).isEqualTo(3);
    }

    @Test
    void a_low_capacity_lowers_the_bar_and_is_told() {
        grading.capacity = 1.6;
        grading.program = request -> timed(request, 1150, 1200, 1000);

        Finding finding = failure(1.5);
        assertThat(finding.expected())
                .isEqualTo("at least 1.50 times as fast; 1.20 times on this machine: 2 programs that only compute got"
                        + " 1.60 times the work of one done in the same time");
    }

    @Test
    void a_machine_that_cannot_tell_says_why() {
        grading.program = request -> timed(request, 1000, 1200, 1000);
        grading.capacity = 1.1;
        assertThat(failure(1.5).rationale()).startsWith("the cores of this machine are no whole ones");

        grading.capacity = 2;
        grading.program = request -> timed(request, 1000, 1200, 1000).besides(0.84);
        Finding busy = failure(1.5);
        assertThat(busy.verdict()).isEqualTo(Verdict.NOT_MEASURABLE);
        assertThat(busy.rationale()).isEqualTo("other programs used 0.8 of 2 cores in 3 of 3 rounds");
        assertThat(busy.help()).isEqualTo("close them and run again");

        grading.cores = 1;
        grading.requests.clear();
        assertThat(failure(1.5).rationale())
                .isEqualTo("a speedup with 2 workers needs as many cores, and only 1 core can be used here");
        assertThat(grading.requests).isEmpty();
    }

    @Test
    void a_program_at_the_bar_cannot_be_told() {
        grading.program =
                request -> timed(request, (grading.requests.size() - 2) / 3 % 2 == 0 ? 1490 : 1510, 9000, 1000);

        Finding finding = failure(1.5);
        assertThat(finding.verdict()).isEqualTo(Verdict.NOT_MEASURABLE);
        assertThat(finding.rationale()).startsWith("too near to the bar to tell: 1.50 times as fast with 2 workers");
    }

    @Test
    void a_wrong_answer_is_found_in_any_timed_run() {
        grading.program = request ->
                timed(request, 2000, 1900, 1000).printing(grading.requests.size() == 11 ? "wrong\n" : "answer\n");

        Finding finding = failure(1.5);
        assertThat(finding.verdict()).isEqualTo(Verdict.WRONG_OUTPUT);
        assertThat(finding.command()).isEqualTo("PiMw 1000 4");
    }

    @Test
    void a_sequential_program_that_fails_is_no_fault_of_the_submission() {
        grading.program = request -> request.target() == SEQUENTIAL
                ? HandMade.run().ending(ProcessEnd.exited(1))
                : timed(request, 2000, 1900, 1000);

        assertThatThrownBy(() -> measure(1.5)).isInstanceOf(RubricFault.class);
    }

    @Test
    void a_program_is_compared_with_itself_if_there_is_no_sequential_one() {
        grading.ownPrograms = false;
        grading.program = request -> timed(request, 1900, 1, 1000);

        measure(1.5);
        assertThat(grading.requests).hasSize(9);
    }

    @Test
    void a_speedup_that_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> measure(1)).isInstanceOf(RubricFault.class);
        assertThatThrownBy(() -> measure(2.1))
                .hasMessage("a speedup needs withWorkers(2 or more), sizes(low, high), prints(...) and a factor above 1"
                        + " that so many workers can reach: 2.1 with 2 workers, sizes 1000 to 2000");
        assertThatThrownBy(
                        () -> grading.program().speedup((n, workers) -> args(n)).isAtLeast(1.5))
                .isInstanceOf(RubricFault.class);
    }

    private void measure(double factor) {
        grading.program()
                .speedup((n, workers) -> args(n, workers))
                .withWorkers(2)
                .sizes(1000, 2000)
                .prints(n -> lines("answer"))
                .overSequential(n -> args(n))
                .isAtLeast(factor);
    }

    private Finding failure(double factor) {
        return catchThrowableOfType(CheckFailure.class, () -> measure(factor)).finding();
    }

    private static HandMade timed(RunRequest request, long one, long sequential, long two) {
        long time = request.target() == SEQUENTIAL ? sequential : isOneWorker(request) ? one : two;
        HandMade run = HandMade.run().printing("answer\n").taking(time).master(20);
        boolean several = request.target() != SEQUENTIAL && !isOneWorker(request);
        return several
                ? run.worker(0, time, time * 19 / 20).worker(0, time, time * 19 / 20)
                : run.worker(0, time, time);
    }

    private static boolean isOneWorker(RunRequest request) {
        return request.target() == RunRequest.Target.SUBMISSION
                && request.arguments().get(1).equals("1");
    }
}
