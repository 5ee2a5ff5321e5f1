package procgrade.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static procgrade.batch.MadeHandIns.KEY;
import static procgrade.batch.MadeHandIns.handIn;
import static procgrade.batch.MadeHandIns.row;
import static procgrade.batch.MadeHandIns.stored;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import procgrade.collect.HandIn;
import procgrade.judge.Verdict;

class PlanTests {
    private final List<HandIn> handIns = List.of(handIn("ada"), handIn("bob"), handIn("cai"), handIn("dee"));
    private final Map<String, Stored> known = new HashMap<>();

    private Plan plan(Selection selection) {
        return plan(selection, Set.of());
    }

    private Plan plan(Selection selection, Set<String> made) {
        return Plan.of(handIns, key -> Optional.ofNullable(known.get(key)), KEY, selection, made);
    }

    private void know(String key, Verdict verdict) {
        known.put(key, stored(handIn(key), verdict));
    }

    private String wanted(Plan plan) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < handIns.size(); i++) {
            names.append(plan.wants(i) ? handIns.get(i).key() + " " : "");
        }
        return names.toString().strip();
    }

    @Test
    void what_is_missing_or_has_changed_is_graded() {
        know("ada", Verdict.PASSED);
        know("bob", Verdict.PASSED);
        known.put("cai", new Stored(KEY.of(handIn("cai", "older content")), "a1", row("cai", Verdict.PASSED)));

        Plan plan = plan(Selection.OPEN);

        assertThat(wanted(plan)).isEqualTo("cai dee");
        assertThat(plan.size()).isEqualTo(2);
        assertThat(plan.changed()).isEqualTo(1);
        assertThat(plan.fresh()).isEqualTo(1);
        assertThat(plan.kept()).isEqualTo(2);
    }

    @Test
    void nothing_is_left_to_do_when_all_is_known() {
        handIns.forEach(handIn -> know(handIn.key(), Verdict.DEADLOCK));

        assertThat(plan(Selection.OPEN).size()).isZero();
    }

    @Test
    void what_came_to_a_verdict_is_graded_again_on_request() {
        handIns.forEach(handIn -> know(handIn.key(), Verdict.PASSED));
        know("bob", Verdict.NOT_MEASURABLE);

        Plan plan = plan(new Selection(List.of(), Set.of(Verdict.NOT_MEASURABLE), false));

        assertThat(wanted(plan)).isEqualTo("bob");
        assertThat(plan.again()).isEqualTo(1);
    }

    @Test
    void a_row_that_the_grader_failed_at_is_graded_again_on_request() {
        handIns.forEach(handIn -> know(handIn.key(), Verdict.PASSED));
        known.put(
                "cai",
                new Stored(
                        KEY.of(handIn("cai")),
                        "a1",
                        Rows.fault(handIn("cai"), new IllegalStateException("x"), 1, Duration.ZERO)));

        assertThat(wanted(plan(new Selection(List.of(), Set.of(Verdict.GRADER_ERROR), false))))
                .isEqualTo("cai");
        assertThat(wanted(plan(new Selection(List.of(), Set.of(), true)))).isEqualTo("ada bob cai dee");
    }

    @Test
    void only_some_students_are_graded_whatever_they_are_called() {
        know("dee", Verdict.PASSED);

        Plan plan = plan(new Selection(List.of("name, ADA", "bob@example.org", "id-cai"), Set.of(), false));

        assertThat(wanted(plan)).isEqualTo("ada bob cai");
        assertThat(plan.kept()).isEqualTo(1);
        assertThat(plan(new Selection(List.of("cai"), Set.of(), false)).left()).isEqualTo(2);
    }

    @Test
    void the_plan_cannot_be_changed_through_its_set() {
        Plan plan = plan(Selection.OPEN);
        plan.wanted().clear();

        assertThat(plan.size()).isEqualTo(4);
    }

    @Test
    void what_was_graded_again_before_an_interruption_is_kept() {
        handIns.forEach(handIn -> know(handIn.key(), Verdict.PASSED));
        known.remove("dee");

        Plan plan = plan(new Selection(List.of(), Set.of(), true), Set.of("ada", "cai", "dee"));

        assertThat(wanted(plan)).isEqualTo("bob dee");
        assertThat(plan.kept()).isEqualTo(2);
    }
}
