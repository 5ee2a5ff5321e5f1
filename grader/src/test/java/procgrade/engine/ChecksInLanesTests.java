package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import procgrade.judge.Evidence;
import procgrade.judge.HandMade;
import procgrade.rubric.Check;
import procgrade.rubric.Program;
import procgrade.rubric.Rubric;
import procgrade.rubric.RubricFor;
import procgrade.rubric.RunRequest;

/** The checks of one submission that go on at the same time, each in a lane of its own. */
class ChecksInLanesTests {
    private static final int LANES = 2;

    private final Lanes lanes = new Lanes(LANES);
    private final AtomicInteger goingOn = new AtomicInteger();

    /** Both have to be in a run before either may end it. */
    private final CyclicBarrier met = new CyclicBarrier(LANES);

    private final Queue<String> log = new ConcurrentLinkedQueue<>();

    @Test
    void programs_of_several_checks_run_at_the_same_time_and_one_that_must_not_be_disturbed_alone() {
        List<CheckOutcome> checks = grade(MixedCase.class);

        assertThat(checks)
                .allSatisfy(check -> assertThat(check.finding().passed()).isTrue());
        assertThat(log).containsExactlyInAnyOrder("one 1 met", "other 1 met", "alone 1 alone", "alone 2 alone");
        assertThat(lanes.free()).isEqualTo(LANES);
    }

    private List<CheckOutcome> grade(Class<?> rubric) {
        Outcomes outcomes = new Outcomes(Rubric.of(rubric).checks(), GradeListener.NONE);
        Runs runs = new Runs();
        new RubricRun(
                        rubric,
                        outcomes,
                        () -> new LanedGrading(outcomes, runs, GradeOptions.all(7), lanes.lane()),
                        3,
                        RubricRun.PATIENCE)
                .run();
        return outcomes.inOrder();
    }

    @RubricFor("mixed")
    static class MixedCase {
        @Check(points = 1)
        void alone(Program program) {
            program.undisturbed().run(1).terminates();
            program.run(2).terminates();
        }

        @Check(points = 1)
        void one(Program program) {
            program.run(1).terminates();
        }

        @Check(points = 1)
        void other(Program program) {
            program.run(1).terminates();
        }
    }

    private final class Runs extends NoRuns {
        @Override
        public Evidence run(String check, int number, RunRequest request, Consumer<String> begins) {
            boolean first = goingOn.incrementAndGet() == 1;
            boolean alone = check.equals("alone");
            if (!alone) {
                meet();
            }
            boolean last = goingOn.decrementAndGet() == 0;
            log.add(check + " " + number + (!alone ? " met" : first && last ? " alone" : " beside others"));
            return HandMade.run().evidence();
        }

        private void meet() {
            try {
                met.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException never) {
                throw new IllegalStateException("the other check does not go on", never);
            }
        }
    }
}
