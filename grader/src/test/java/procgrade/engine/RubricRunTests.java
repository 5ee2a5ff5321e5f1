package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;
import procgrade.rubric.Check;
import procgrade.rubric.CheckDeclaration;
import procgrade.rubric.CheckFailure;
import procgrade.rubric.Program;
import procgrade.rubric.Rubric;
import procgrade.rubric.RubricFor;

class RubricRunTests {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicLong CLOCK = new AtomicLong();
    private static final AtomicReference<RuntimeException> REFUSED = new AtomicReference<>();
    private static final AtomicReference<CountDownLatch> ABANDONED = new AtomicReference<>();
    private static final AtomicReference<CountDownLatch> ENDED = new AtomicReference<>();
    private static final Queue<String> LOG = new ConcurrentLinkedQueue<>();

    private static final AtomicReference<Outcomes> INTERRUPTED = new AtomicReference<>();

    private final List<String> told = new ArrayList<>();
    private int atOnce = 1;

    @BeforeEach
    void begin() {
        CLOCK.set(0);
        REFUSED.set(null);
        ABANDONED.set(new CountDownLatch(1));
        ENDED.set(new CountDownLatch(1));
        LOG.clear();
    }

    @Test
    void every_check_gets_an_outcome_in_the_order_of_the_rubric() {
        assertThat(run(QuietCase.class).inOrder()).extracting(CheckOutcome::id).containsExactly("first", "second");
        assertThat(told).containsExactly("first PASSED", "second PASSED");
    }

    @Test
    void a_check_that_never_ends_costs_that_check_only() {
        Outcomes outcomes = run(LoopingCase.class);

        assertThat(verdicts(outcomes))
                .containsExactly("before PASSED", "loops GRADER_ERROR", "dependent GRADER_ERROR", "after PASSED");
        assertThat(finding(outcomes, "loops").rationale())
                .isEqualTo("the rubric was busy with itself for more than 60 s");
        assertThat(finding(outcomes, "loops").help().toString()).contains("tell whoever wrote the rubric");
        assertThat(outcomes.inOrder()).extracting(CheckOutcome::countable).containsExactly(1.0, 0.0, 0.0, 1.0);
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
        Outcomes outcomes = run(MemoryCase.class);

        assertThat(verdicts(outcomes)).containsExactly("eats GRADER_ERROR", "modest PASSED");
        assertThat(finding(outcomes, "eats").rationale()).isEqualTo("java.lang.OutOfMemoryError: planted");
    }

    @Test
    void a_rubric_that_cannot_be_created_costs_no_points() {
        Outcomes outcomes = run(StillbornCase.class);

        assertThat(verdicts(outcomes)).containsExactly("one GRADER_ERROR", "two GRADER_ERROR");
        assertThat(finding(outcomes, "one").rationale()).contains("planted");
        assertThat(outcomes.inOrder()).extracting(CheckOutcome::countable).containsOnly(0.0);
    }

    @Test
    void no_check_is_tried_after_an_interruption() {
        Outcomes outcomes = outcomes(QuietCase.class);
        outcomes.interrupt();
        run(QuietCase.class, outcomes);

        assertThat(outcomes.inOrder()).isEmpty();
        assertThat(outcomes.open()).extracting(CheckDeclaration::id).containsExactly("first", "second");
    }

    @Test
    void after_an_interruption_a_check_that_never_ends_is_not_waited_for() throws InterruptedException {
        Outcomes outcomes = outcomes(EndlessCase.class);
        INTERRUPTED.set(outcomes);
        run(EndlessCase.class, outcomes);

        assertThat(outcomes.inOrder()).isEmpty();
        assertThat(ABANDONED.get().await(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void a_check_goes_on_while_others_do_and_its_outcome_waits_for_its_turn() {
        atOnce = 2;

        assertThat(verdicts(run(OvertakingCase.class))).containsExactly("first PASSED", "second PASSED");
        assertThat(told).containsExactly("first PASSED", "second PASSED");
    }

    @Test
    void one_check_at_a_time_goes_on_in_the_order_of_the_rubric_unless_more_are_asked_for() {
        run(LoggingCase.class);

        assertThat(LOG).containsExactly("base", "other", "dependent");
    }

    @Test
    void a_check_begins_when_all_that_it_needs_have_ended() {
        atOnce = 4;

        run(LoggingCase.class);

        assertThat(LOG).containsSubsequence("base", "dependent").hasSize(3);
    }

    @Test
    void no_more_checks_than_wanted_go_on_at_the_same_time() {
        atOnce = 2;

        run(CrowdedCase.class);

        assertThat(LOG).hasSize(4).isSubsetOf("1 goes on", "2 go on");
    }

    @Test
    void what_fails_beside_others_costs_them_nothing() {
        atOnce = 4;

        Outcomes outcomes = run(FailingCase.class);

        assertThat(verdicts(outcomes))
                .containsExactly("wrong WRONG_OUTPUT", "skipped SKIPPED", "broken GRADER_ERROR", "right PASSED");
        assertThat(told).isEqualTo(verdicts(outcomes));
        assertThat(finding(outcomes, "skipped").rationale()).isEqualTo("needs: wrong");
    }

    @Test
    void what_had_ended_before_an_interruption_is_told() {
        atOnce = 2;
        Outcomes outcomes = outcomes(InterruptedCase.class);
        INTERRUPTED.set(outcomes);
        run(InterruptedCase.class, outcomes);

        assertThat(told).containsExactly("quick PASSED");
        assertThat(verdicts(outcomes)).isEqualTo(told);
    }

    private Outcomes run(Class<?> rubric) {
        Outcomes outcomes = outcomes(rubric);
        run(rubric, outcomes);
        return outcomes;
    }

    private void run(Class<?> rubric, Outcomes outcomes) {
        Supplier<SubmissionGrading> gradings = () -> new SubmissionGrading(outcomes, new NoRuns(), 1, CLOCK::get);
        new RubricRun(rubric, outcomes, gradings, atOnce, PATIENCE).run();
    }

    private Outcomes outcomes(Class<?> rubric) {
        GradeListener listener = new GradeListener() {
            @Override
            public void ended(String check) {
                ENDED.get().countDown();
            }

            @Override
            public void checked(CheckOutcome outcome) {
                told.add(outcome.id() + " " + outcome.finding().verdict());
            }
        };
        return new Outcomes(Rubric.of(rubric).checks(), listener);
    }

    private static List<String> verdicts(Outcomes outcomes) {
        return outcomes.inOrder().stream()
                .map(outcome -> outcome.id() + " " + outcome.finding().verdict())
                .toList();
    }

    private static Finding finding(Outcomes outcomes, String check) {
        return outcomes.finding(check).orElseThrow();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException givenUp) {
            return false;
        }
    }

    @RubricFor("quiet")
    static class QuietCase {
        @Check(points = 1)
        void first() {}

        @Check(points = 1)
        void second() {}
    }

    @RubricFor("overtaking")
    static class OvertakingCase {
        /** Ends only when the other has. */
        @Check(points = 1)
        void first() {
            assertThat(await(ENDED.get())).isTrue();
        }

        @Check(points = 1)
        void second() {}
    }

    @RubricFor("logging")
    static class LoggingCase {
        @Check(points = 1)
        void base() {
            LOG.add("base");
        }

        @Check(points = 1)
        void other() {
            LOG.add("other");
        }

        @Check(points = 1, needs = "base")
        void dependent() {
            LOG.add("dependent");
        }
    }

    @RubricFor("crowded")
    static class CrowdedCase {
        private static final AtomicInteger GOING_ON = new AtomicInteger();

        @Check(points = 1)
        void one() {
            count();
        }

        @Check(points = 1)
        void two() {
            count();
        }

        @Check(points = 1)
        void three() {
            count();
        }

        @Check(points = 1)
        void four() {
            count();
        }

        private static void count() {
            int now = GOING_ON.incrementAndGet();
            LOG.add(now + (now == 1 ? " goes on" : " go on"));
            GOING_ON.decrementAndGet();
        }
    }

    @RubricFor("failing")
    static class FailingCase {
        @Check(points = 1)
        void wrong() {
            throw new CheckFailure(Finding.of(Verdict.WRONG_OUTPUT, "planted"));
        }

        @Check(points = 1, needs = "wrong")
        void skipped() {}

        @Check(points = 1)
        void broken() {
            throw new IllegalStateException("planted");
        }

        @Check(points = 1)
        void right() {}
    }

    @RubricFor("interrupted")
    static class InterruptedCase {
        @Check(points = 1)
        void slow() {
            await(ENDED.get());
            INTERRUPTED.get().interrupt();
        }

        @Check(points = 1)
        void quick() {}
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
