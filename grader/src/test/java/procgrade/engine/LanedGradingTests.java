package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import procgrade.judge.Evidence;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;
import procgrade.measure.Calibration;
import procgrade.rubric.CalibrationRun;
import procgrade.rubric.CheckDeclaration;
import procgrade.rubric.CheckFailure;
import procgrade.rubric.RunRequest;

class LanedGradingTests {
    private static final String CHECK = "is_fast";
    private static final long SECONDS = 20;
    private static final Duration RUN = Duration.ofSeconds(2);

    private final AtomicLong clock = new AtomicLong();
    private final Lanes lanes = new Lanes(2, 2, () -> 0, 1, MachineLock.NONE, clock::get);
    private final List<String> measured = new ArrayList<>();

    /** Free lanes during each run and each calibration. */
    private final List<Integer> free = new ArrayList<>();

    @TempDir
    private Path folder;

    private final List<Long> ownWhileTold = new ArrayList<>();
    private Outcomes outcomes;
    private LanedGrading told;

    @Test
    void a_run_takes_a_lane_and_leaves_it() {
        grading(true).run(request(false, false));

        assertThat(free).containsExactly(1);
        assertThat(lanes.free()).isEqualTo(2);
        assertThat(measured).isEmpty();
    }

    @Test
    void a_run_that_fails_leaves_its_lane_as_well() {
        LanedGrading grading = grading(true, new Runs() {
            @Override
            public Evidence run(String check, int number, RunRequest request, Consumer<String> begins) {
                throw new IllegalStateException("the disk is full");
            }
        });

        assertThatThrownBy(() -> grading.run(request(false, false))).hasMessage("the disk is full");
        assertThat(lanes.free()).isEqualTo(2);
    }

    @Test
    void a_check_that_must_not_be_disturbed_keeps_all_lanes_to_its_end() {
        LanedGrading grading = grading(true);
        grading.run(request(false, true));
        grading.run(request(false, false));
        assertThat(free).containsExactly(0, 0);
        assertThat(lanes.free()).isZero();

        grading.ended(CHECK, Finding.PASSED);
        assertThat(lanes.free()).isEqualTo(2);
        assertThat(measured).isEmpty();
    }

    @Test
    void who_measures_is_alone_and_says_so() {
        LanedGrading grading = grading(true);
        grading.calibrate(2);
        grading.run(request(true, true));

        assertThat(free).containsExactly(0, 0);
        assertThat(measured).containsExactly(CHECK);
    }

    @Test
    void a_grading_that_does_not_measure_runs_nothing_for_it() {
        LanedGrading grading = grading(false);

        assertThatExceptionOfType(CheckFailure.class)
                .isThrownBy(() -> grading.run(request(true, true)))
                .satisfies(failure -> assertThat(failure.finding().verdict()).isEqualTo(Verdict.NOT_MEASURABLE));
        assertThatExceptionOfType(CheckFailure.class).isThrownBy(() -> grading.calibrate(2));
        assertThat(free).isEmpty();
        assertThat(lanes.free()).isEqualTo(2);
    }

    @Test
    void waiting_for_others_is_neither_the_time_of_the_check_nor_of_the_rubric() throws Exception {
        Lanes.Lane other = lanes.lane();
        other.enterAlone();
        LanedGrading grading = grading(true);
        CompletableFuture<Evidence> run = CompletableFuture.supplyAsync(() -> grading.run(request(false, false)));
        while (lanes.waiting() == 0) {
            Thread.onSpinWait();
        }
        clock.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(grading.ownNanos()).isZero();

        other.leaveAll();
        run.get(SECONDS, TimeUnit.SECONDS);
        grading.ended(CHECK, Finding.PASSED);

        assertThat(outcomes.inOrder()).extracting(CheckOutcome::took).containsExactly(RUN);
        assertThat(grading.ownNanos()).isZero();
    }

    @Test
    void until_somebody_has_read_what_is_printed_the_rubric_is_not_busy_with_itself() {
        grading(true).ended(CHECK, Finding.PASSED);

        assertThat(ownWhileTold).containsExactly(0L);
    }

    private LanedGrading grading(boolean measuring) {
        return grading(measuring, new Runs());
    }

    private LanedGrading grading(boolean measuring, RunSource runs) {
        GradeListener listener = new GradeListener() {
            @Override
            public void measuring(String check) {
                measured.add(check);
            }

            @Override
            public void checked(CheckOutcome outcome) {
                clock.addAndGet(Duration.ofHours(1).toNanos());
                ownWhileTold.add(told.ownNanos());
            }
        };
        outcomes = new Outcomes(List.of(new CheckDeclaration(CHECK, "is fast", 1, List.of(), false)), listener);
        LanedGrading grading =
                new LanedGrading(outcomes, runs, GradeOptions.all(7).measuring(measuring), lanes.lane(), clock::get);
        grading.started(CHECK);
        told = grading;
        return grading;
    }

    private static RunRequest request(boolean timed, boolean undisturbed) {
        return new RunRequest(
                List.of(),
                RunRequest.Target.SUBMISSION,
                Optional.empty(),
                "",
                OptionalInt.empty(),
                timed,
                undisturbed,
                OptionalLong.empty());
    }

    /** Notes how many lanes are free while something runs, which takes {@link #RUN}. */
    private class Runs extends NoRuns {
        @Override
        public Evidence run(String check, int number, RunRequest request, Consumer<String> begins) {
            free.add(lanes.free());
            clock.addAndGet(RUN.toNanos());
            return new MadeEvidence(number, folder).evidence(new byte[0], new byte[0]);
        }

        @Override
        public CalibrationRun calibrate(String check, int number, int processes) {
            free.add(lanes.free());
            return new CalibrationRun(new Calibration(processes, RUN, RUN), Optional.empty());
        }
    }
}
