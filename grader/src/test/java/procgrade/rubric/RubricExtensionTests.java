package procgrade.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import procgrade.judge.Finding;
import procgrade.judge.HandMade;
import procgrade.judge.Verdict;

class RubricExtensionTests {
    private final ScriptedGrading grading = new ScriptedGrading();
    private final List<String> shown = new ArrayList<>();
    private final List<Throwable> thrown = new ArrayList<>();

    @Test
    void checks_run_in_the_order_of_the_source_after_those_that_they_need() {
        grading.program = request -> HandMade.run().printing("hello\n");
        run(selectClass(OrderedCase.class));

        assertThat(grading.started).containsExactly("zebra", "lion", "ape", "yak");
        assertThat(grading.findings).containsOnlyKeys("zebra", "lion", "ape", "yak");
        assertThat(grading.findings.values()).containsOnly(Finding.PASSED);
        assertThat(shown).containsExactly("zebra", "lion", "ape", "yak");
    }

    @Test
    void a_check_is_skipped_with_its_reason_if_one_that_it_needs_does_not_hold() {
        grading.program = request -> HandMade.run().printing("bye\n");
        run(selectClass(NeedyCase.class));

        assertThat(grading.started).containsExactly("prints_hello", "is_not_needy");
        assertThat(grading.verdict("prints_hello")).isEqualTo(Verdict.WRONG_OUTPUT);
        assertThat(grading.findings.get("prints_hello").command()).isEqualTo("PiMw 1000 4");
        assertThat(grading.findings.get("is_fast")).isEqualTo(Finding.of(Verdict.SKIPPED, "needs: prints hello"));
        assertThat(grading.findings.get("is_faster")).isEqualTo(Finding.of(Verdict.SKIPPED, "needs: is really fast"));
        assertThat(grading.verdict("is_not_needy")).isEqualTo(Verdict.PASSED);
    }

    @Test
    void it_costs_nothing_to_need_what_this_machine_cannot_tell() {
        grading.cores = 1;
        run(selectClass(UnmeasurableCase.class));

        assertThat(grading.findings.get("is_fast").verdict()).isEqualTo(Verdict.NOT_MEASURABLE);
        assertThat(grading.findings.get("needs_speed"))
                .isEqualTo(Finding.of(Verdict.NOT_MEASURABLE, "needs: is fast (this machine cannot tell)"));
    }

    @Test
    void a_check_that_is_run_alone_is_tried_without_what_it_needs() {
        run(selectMethod(NeedyCase.class, "is_fast", Program.class));

        assertThat(grading.started).containsExactly("is_fast");
    }

    @Test
    void whatever_else_a_check_throws_is_the_graders_fault() {
        run(selectClass(FaultyCase.class));

        assertThat(grading.findings.get("divides").verdict()).isEqualTo(Verdict.GRADER_ERROR);
        assertThat(grading.findings.get("divides").rationale())
                .startsWith(FaultyCase.class.getName() + ".divides: java.lang.ArithmeticException: / by zero at ")
                .matches(".* at RubricExtensionTests\\.java:[0-9]+");
        assertThat(grading.findings.get("asks_nothing").rationale())
                .isEqualTo(
                        FaultyCase.class.getName() + ".asks_nothing: nothing is asked of the run 'PiMw 1000 4': add a"
                                + " verb, such as .terminates()");
        assertThat(grading.findings.get("wants_more").rationale()).contains("No ParameterResolver registered");
        assertThat(grading.findings.get("needs_a_fault"))
                .isEqualTo(Finding.of(Verdict.GRADER_ERROR, "needs: divides (the grader failed there)"));
    }

    @Test
    void a_check_that_somebody_has_disabled_is_not_tried() {
        run(selectClass(DisabledCase.class));

        assertThat(grading.findings).isEmpty();
        assertThat(shown).isEmpty();
    }

    @Test
    void tests_that_are_no_checks_are_left_alone() {
        run(selectClass(MixedCase.class));

        assertThat(grading.findings).containsOnlyKeys("is_a_check");
        assertThat(shown).contains("is no check");
    }

    @Test
    void a_mistake_in_a_rubric_names_its_class_and_method() {
        run(selectClass(CircularCase.class));

        assertThat(grading.started).isEmpty();
        assertThat(thrown)
                .singleElement()
                .isInstanceOf(RubricFault.class)
                .extracting(Throwable::getMessage)
                .isEqualTo(CircularCase.class.getName() + ".one: it needs itself: one needs two needs one");
    }

    @Test
    void a_grading_that_was_closed_is_not_found() {
        String key;
        try (Gradings.Registration registration = Gradings.register(grading)) {
            key = registration.key();
        }
        run(Map.of(Gradings.PARAMETER, key), selectClass(OrderedCase.class));

        assertThat(thrown)
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo("no grading has the key '" + key
                        + "': register it, and close the registration after the rubric has been run");
    }

    @Test
    void a_rubric_that_was_run_leaves_a_registered_grading_open() {
        run(selectClass(OrderedCase.class));

        assertThat(grading.closed).isFalse();
    }

    @Test
    void a_rubric_knows_its_checks_without_being_run() {
        Rubric rubric = Rubric.of(NeedyCase.class);

        assertThat(rubric.assignment()).isEqualTo("hello");
        assertThat(rubric.checks())
                .extracting(CheckDeclaration::sentence)
                .containsExactly("prints hello", "is really fast", "is faster", "is not needy");
        assertThat(rubric.checks().get(0).hidden()).isTrue();
        assertThat(rubric.checks().get(1).points()).isEqualTo(2.5);
        assertThat(rubric.withNeeds(java.util.Set.of("is_faster", "nobody")))
                .containsExactlyInAnyOrder("prints_hello", "is_fast", "is_faster");
        assertThat(rubric.find("nobody")).isEqualTo(Optional.empty());
    }

    @Test
    void what_is_no_rubric_is_refused() {
        assertThatThrownBy(() -> Rubric.of(String.class))
                .hasMessage("java.lang.String is no rubric: annotate it with @RubricFor(\"the assignment\")");
        assertThatThrownBy(() -> Rubric.of(EmptyCase.class))
                .hasMessage(
                        EmptyCase.class.getName() + " has no check: annotate its methods with @Check(points = ...)");
        assertThatThrownBy(() -> Rubric.of(WorthlessCase.class))
                .hasMessage(WorthlessCase.class.getName() + ".free: points must be more than 0, not 0.0");
        assertThatThrownBy(() -> Rubric.of(LostCase.class))
                .hasMessage(LostCase.class.getName()
                        + ".one: it needs 'two', which is no check of this rubric; there are: one, three");
        assertThatThrownBy(() -> Rubric.of(TwinCase.class))
                .hasMessage(TwinCase.class.getName() + ".one: two checks have this name: rename one");
        assertThatThrownBy(() -> Rubric.of(PrivateCase.class))
                .hasMessage(PrivateCase.class.getName()
                        + ".one: it is private, and JUnit runs no private method: leave 'private' out");
    }

    private void run(DiscoverySelector selector) {
        try (Gradings.Registration registration = Gradings.register(grading)) {
            run(Map.of(Gradings.PARAMETER, registration.key()), selector);
        }
    }

    private void run(Map<String, String> parameters, DiscoverySelector selector) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selector)
                .configurationParameters(parameters)
                .build();
        Launcher launcher = LauncherFactory.create();
        launcher.execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
                if (identifier.isTest()) {
                    shown.add(
                            identifier.getDisplayName().replaceAll("\\(.*", "").strip());
                } else {
                    result.getThrowable().ifPresent(thrown::add);
                }
            }
        });
    }

    @RubricFor("hello")
    static class OrderedCase {
        @Check(points = 1)
        void zebra(Program hello) {
            hello.run().printsLines("hello");
        }

        @Check(points = 1, needs = "lion")
        void ape(Program hello) {
            hello.run().terminates();
        }

        @Check(points = 1)
        void lion() {}

        @Check(
                points = 1,
                needs = {"zebra", "ape"})
        void yak(Inputs inputs, Program hello) {
            hello.run(inputs.between(1, 6)).terminates();
        }
    }

    @RubricFor("hello")
    static class NeedyCase {
        @Check(points = 1, hidden = true)
        void prints_hello(Program hello) {
            hello.run().printsLines("hello");
        }

        @Check(points = 2.5, needs = "prints_hello", sentence = "is really fast")
        void is_fast(Program hello) {
            hello.run().terminates();
        }

        @Check(points = 1, needs = "is_fast")
        void is_faster() {}

        @Check(points = 1)
        void is_not_needy() {}
    }

    @RubricFor("hello")
    static class UnmeasurableCase {
        @Check(points = 1)
        void is_fast(Program hello) {
            hello.speedup((n, workers) -> Expectations.args(n, workers))
                    .withWorkers(2)
                    .sizes(1, 2)
                    .prints(n -> Expectations.lines())
                    .isAtLeast(1.5);
        }

        @Check(points = 1, needs = "is_fast")
        void needs_speed() {}
    }

    @RubricFor("hello")
    static class FaultyCase {
        @Check(points = 1)
        void divides() {
            int unused = 1 / List.of().size();
        }

        @Check(points = 1)
        void asks_nothing(Program hello) {
            hello.run();
        }

        @Check(points = 1)
        void wants_more(String text) {}

        @Check(points = 1, needs = "divides")
        void needs_a_fault() {}
    }

    @RubricFor("hello")
    static class DisabledCase {
        @Disabled
        @Check(points = 1)
        void is_disabled() {}
    }

    @RubricFor("hello")
    static class MixedCase {
        @Check(points = 1)
        void is_a_check() {}

        @Test
        void is_no_check() {}
    }

    @RubricFor("hello")
    static class CircularCase {
        @Check(points = 1, needs = "two")
        void one() {}

        @Check(points = 1, needs = "one")
        void two() {}
    }

    @RubricFor("hello")
    static class EmptyCase {}

    @RubricFor("hello")
    static class WorthlessCase {
        @Check(points = 0)
        void free() {}
    }

    @RubricFor("hello")
    static class LostCase {
        @Check(points = 1, needs = "two")
        void one() {}

        @Check(points = 1)
        void three() {}
    }

    @RubricFor("hello")
    static class TwinCase {
        @Check(points = 1)
        void one() {}

        @Check(points = 1)
        void one(Program hello) {}
    }

    @RubricFor("private")
    static class PrivateCase {
        @Check(points = 1)
        @SuppressWarnings("UnusedMethod") // that is the mistake
        private void one() {}
    }
}
