package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import procgrade.judge.Finding;
import procgrade.rubric.Check;
import procgrade.rubric.Program;
import procgrade.rubric.Rubric;
import procgrade.rubric.RubricFor;

class RubricRunTests {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicLong CLOCK = new AtomicLong();
    private static final AtomicReference<RuntimeException> REFUSED = new AtomicReference<>();
    private static final AtomicReference<CountDownLatch> ABANDONED = new AtomicReference<>();

    private static final AtomicReference<SubmissionGrading> INTERRUPTED = new AtomicReference<>();

    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void begin() {
        CLOCK.set(0);
        REFUSED.set(null);
        ABANDONED.set(new CountDownLatch(1));
    }

    @Test
    void every_check_gets_an_outcome_in_the_order_of_the_rubric() {
        assertThat(run(QuietCase.class).outcomes()).extracting(CheckOutcome::id).containsExactly("first", "second");
        assertThat(told).containsExactly("first PASSED", "second PASSED");
    }

    @Test
    void a_check_that_never_ends_costs_that_check_only() {
        SubmissionGrading grading = run(LoopingCase.class);

        assertThat(verdicts(grading))
                .containsExactly("before PASSED", "loops GRADER_ERROR", "dependent GRADER_ERROR", "after PASSED");
        assertThat(finding(grading, "loops").rationale())
                .isEqualTo("the rubric was busy with itself for more than 60 s");
        assertThat(finding(grading, "loops").help().toString()).contains("tell whoever wrote the rubric");
        assertThat(grading.outcomes()).extracting(CheckOutcome::countable).containsExactly(1.0, 0.0, 0.0, 1.0);
    }

    @Test
    void what_needs_a_check_that_never_ended_is_not_tried() {
        assertThat(finding(run(LoopingCase.class), "dependent").rationale())
                .isEqualTo("needs: loops (the grader failed there)");
    }

    @Test
    void a_check_that_was_given_up_can_start_no_program() throws InterruptedException {
        run(LoopingCase.class);

        assertThat(ABANDONED.get().await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(REFUSED.get()).hasMessage("this rubric has been given up because it took too long");
    }

    @Test
    void an_error_of_the_virtual_machine_costs_the_check_that_met_it() {
        SubmissionGrading grading = run(MemoryCase.class);

        assertThat(verdicts(grading)).containsExactly("eats GRADER_ERROR", "modest PASSED");
        assertThat(finding(grading, "eats").rationale()).isEqualTo("java.lang.OutOfMemoryError: planted");
    }

    @Test
    void a_rubric_that_cannot_be_created_costs_no_points() {
        SubmissionGrading grading = run(StillbornCase.class);

        assertThat(verdicts(grading)).containsExactly("one GRADER_ERROR", "two GRADER_ERROR");
        assertThat(finding(grading, "one").rationale()).contains("planted");
        assertThat(grading.outcomes()).extracting(CheckOutcome::countable).containsOnly(0.0);
    }

    @Test
    void no_check_is_tried_after_an_interruption() {
        SubmissionGrading grading = grading(QuietCase.class);
        grading.interrupt();
        new RubricRun(QuietCase.class, grading, PATIENCE).run();

        assertThat(grading.outcomes()).isEmpty();
        assertThat(grading.open()).containsExactly("first", "second");
    }

    @Test
    void after_an_interruption_a_check_that_never_ends_is_not_waited_for() throws InterruptedException {
        SubmissionGrading grading = grading(EndlessCase.class);
        INTERRUPTED.set(grading);
        new RubricRun(EndlessCase.class, grading, PATIENCE).run();

        assertThat(grading.outcomes()).isEmpty();
        assertThat(ABANDONED.get().await(1, TimeUnit.MINUTES)).isTrue();
    }

    private SubmissionGrading run(Class<?> rubric) {
        SubmissionGrading grading = grading(rubric);
        new RubricRun(rubric, grading, PATIENCE).run();
        return grading;
    }

    private SubmissionGrading grading(Class<?> rubric) {
        GradeListener listener = new GradeListener() {
            @Override
            public void checked(CheckOutcome outcome) {
                told.add(outcome.id() + " " + outcome.finding().verdict());
            }
        };
        return new SubmissionGrading(Rubric.of(rubric).checks(), new NoRuns(), 1, listener, CLOCK::get);
    }

    private static List<String> verdicts(SubmissionGrading grading) {
        return grading.outcomes().stream()
                .map(outcome -> outcome.id() + " " + outcome.finding().verdict())
                .toList();
    }

    private static Finding finding(SubmissionGrading grading, String check) {
        return grading.finding(check).orElseThrow();
    }

    @RubricFor("quiet")
    static class QuietCase {
        @Check(points = 1)
        void first() {}

        @Check(points = 1)
        void second() {}
    }

    @RubricFor("looping")
    static class LoopingCase {
        @Check(points = 1)
        void before() {}

        @Check(points = 1)
        void loops(Program program) {
            CLOCK.addAndGet(PATIENCE.toNanos() + 1);
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException givenUp) {
                try {
                    program.run(1);
                } catch (IllegalStateException refused) {
                    REFUSED.set(refused);
                }
                ABANDONED.get().countDown();
            }
        }

        @Check(points = 1, needs = "loops")
        void dependent() {}

        @Check(points = 1)
        void after() {}
    }

    @RubricFor("endless")
    static class EndlessCase {
        @Check(points = 1)
        void loops() {
            INTERRUPTED.get().interrupt();
            CLOCK.addAndGet(Duration.ofSeconds(2).toNanos());
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException givenUp) {
                ABANDONED.get().countDown();
            }
        }
    }

    @RubricFor("memory")
    static class MemoryCase {
        @Check(points = 1)
        void eats() {
            throw new OutOfMemoryError("planted");
        }

        @Check(points = 1)
        void modest() {}
    }

    @RubricFor("stillborn")
    static class StillbornCase {
        StillbornCase() {
            throw new IllegalStateException("planted");
        }

        @Check(points = 1)
        void one() {}

        @Check(points = 1)
        void two() {}
    }
}
