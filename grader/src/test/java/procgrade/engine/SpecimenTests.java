package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static procgrade.engine.MadeGrades.grade;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import procgrade.assignment.Language;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;

/** What a program that an assignment keeps should get, compared with what it got. */
class SpecimenTests {
    private static final Specimen TOO_SLOW = bad(Map.of("is_faster", Verdict.TOO_SLOW));

    @Test
    void a_planted_mistake_must_show_where_it_was_expected_and_as_expected() {
        Specimen crash = bad(Map.of("prints", Verdict.CRASHED));

        assertThat(crash.differences(grade(check("prints", Verdict.CRASHED)))).isEmpty();
        assertThat(crash.differences(grade(check("prints", Verdict.PASSED))))
                .containsExactly("prints: CRASHED was expected, not PASSED");
        assertThat(crash.differences(grade(check("prints", Verdict.DEADLOCK))))
                .containsExactly("prints: CRASHED was expected, not DEADLOCK, because");
        assertThat(crash.differences(grade(check("prints", Verdict.NOT_MEASURABLE))))
                .containsExactly("prints: CRASHED was expected, not NOT_MEASURABLE, because");
        assertThat(crash.differences(grade(check("prints", Verdict.CRASHED), check("ends", Verdict.CRASHED))))
                .containsExactly("ends: PASSED was expected, not CRASHED, because");
    }

    @Test
    void a_check_is_skipped_only_if_it_needs_one_that_was_to_fail() {
        Specimen wrong = bad(Map.of("prints", Verdict.WRONG_OUTPUT));
        CheckOutcome prints = check("prints", Verdict.WRONG_OUTPUT);

        assertThat(wrong.differences(grade(prints, check("ends", Verdict.SKIPPED, "prints"))))
                .isEmpty();
        assertThat(wrong.differences(grade(
                        prints, check("ends", Verdict.SKIPPED, "prints"), check("waits", Verdict.SKIPPED, "ends"))))
                .isEmpty();
        assertThat(wrong.differences(grade(prints, check("ends", Verdict.SKIPPED))))
                .containsExactly("ends: PASSED was expected, not SKIPPED, because");
        assertThat(wrong.differences(
                        grade(prints, check("builds", Verdict.PASSED), check("ends", Verdict.SKIPPED, "builds"))))
                .containsExactly("ends: PASSED was expected, not SKIPPED, because");
    }

    @Test
    void where_speed_cannot_be_measured_nobody_can_be_too_slow() {
        assertThat(TOO_SLOW.differences(grade(check("is_faster", Verdict.TOO_SLOW))))
                .isEmpty();
        assertThat(TOO_SLOW.differences(grade(check("is_faster", Verdict.NOT_MEASURABLE))))
                .isEmpty();
        assertThat(TOO_SLOW.differences(grade(check("is_faster", Verdict.PASSED))))
                .hasSize(1);
        assertThat(TOO_SLOW.differences(grade(check("is_faster", Verdict.SKIPPED, "prints"))))
                .hasSize(1);
        assertThat(TOO_SLOW.differences(
                        grade(check("is_faster", Verdict.TOO_SLOW), check("at_once", Verdict.NOT_MEASURABLE))))
                .isEmpty();
    }

    @Test
    void what_goes_wrong_where_nothing_was_measured_must_show_at_another_check() {
        Specimen hangs = bad(Map.of("ends", Verdict.DEADLOCK, "is_faster", Verdict.DEADLOCK));
        CheckOutcome unmeasured = check("is_faster", Verdict.NOT_MEASURABLE);

        assertThat(hangs.differences(grade(check("ends", Verdict.DEADLOCK), unmeasured)))
                .isEmpty();
        assertThat(hangs.differences(grade(check("ends", Verdict.PASSED), unmeasured)))
                .hasSize(2);
    }

    @Test
    void a_check_near_a_bar_may_hold_or_fail_as_allowed() {
        Specimen near = new Specimen(
                Specimen.Kind.BAD,
                Language.JAVA,
                "a_program",
                Path.of("bad/a_program"),
                Map.of("waits", Verdict.WRONG_PROCESSES),
                Map.of("at_once", Verdict.WRONG_PROCESSES));
        CheckOutcome waits = check("waits", Verdict.WRONG_PROCESSES);

        assertThat(near.differences(grade(waits, check("at_once", Verdict.WRONG_PROCESSES))))
                .isEmpty();
        assertThat(near.differences(grade(waits, check("at_once", Verdict.PASSED))))
                .isEmpty();
        assertThat(near.differences(grade(waits, check("at_once", Verdict.CRASHED))))
                .containsExactly("at_once: PASSED was expected, not CRASHED, because");
        assertThat(near.differences(grade(check("waits", Verdict.PASSED), check("at_once", Verdict.WRONG_PROCESSES))))
                .containsExactly("waits: WRONG_PROCESSES was expected, not PASSED");
        assertThat(near.differences(grade(waits))).containsExactly("at_once: the rubric has no such check");
        assertThat(near.without(List.of("at_once")).differences(grade(waits))).isEmpty();
    }

    @Test
    void what_other_programs_disturb_is_no_difference() {
        Specimen wrong = bad(Map.of("at_once", Verdict.WRONG_PROCESSES));
        Finding disturbed = Finding.of(Verdict.NOT_MEASURABLE, "other programs had the cores")
                .withHelp("try again when the machine has less to do");

        assertThat(wrong.differences(grade(check("at_once", disturbed)))).isEmpty();
        assertThat(wrong.differences(grade(check("at_once", Verdict.NOT_MEASURABLE))))
                .hasSize(1);
    }

    @Test
    void an_expectation_of_a_check_that_does_not_exist_differs() {
        assertThat(TOO_SLOW.differences(grade(check("prints", Verdict.PASSED))))
                .containsExactly("is_faster: the rubric has no such check");
    }

    @Test
    void a_reference_may_not_lose_points() {
        Specimen reference = specimen(Specimen.Kind.REFERENCE, Map.of());

        assertThat(reference.differences(
                        grade(check("prints", Verdict.PASSED), check("is_faster", Verdict.NOT_MEASURABLE))))
                .isEmpty();
        assertThat(reference.differences(grade(check("prints", Verdict.GRADER_ERROR))))
                .containsExactly("prints: GRADER_ERROR, because");
        assertThat(reference.differences(grade(check("prints", Verdict.SKIPPED))))
                .hasSize(1);
    }

    @Test
    void a_skeleton_is_built_and_leaves_something_to_do() {
        Specimen skeleton = specimen(Specimen.Kind.SKELETON, Map.of());

        assertThat(skeleton.differences(grade(check("prints", Verdict.WRONG_OUTPUT))))
                .isEmpty();
        assertThat(skeleton.differences(grade(check("prints", Verdict.PASSED))))
                .containsExactly("every check holds: a student would have nothing to do");
        assertThat(skeleton.differences(grade(check("prints", Verdict.BUILD_FAILED))))
                .containsExactly("cannot be built: because");
    }

    private static Specimen bad(Map<String, Verdict> expected) {
        return specimen(Specimen.Kind.BAD, expected);
    }

    private static Specimen specimen(Specimen.Kind kind, Map<String, Verdict> expected) {
        return new Specimen(kind, Language.JAVA, "a_program", Path.of("bad/a_program"), expected, Map.of());
    }

    private static CheckOutcome check(String id, Verdict verdict, String... needs) {
        return check(id, verdict == Verdict.PASSED ? Finding.PASSED : Finding.of(verdict, "because"), needs);
    }

    private static CheckOutcome check(String id, Finding finding, String... needs) {
        return new CheckOutcome(
                id,
                id.replace('_', ' '),
                10,
                finding.passed() ? 10 : 0,
                10,
                false,
                List.of(needs),
                finding,
                Duration.ofSeconds(1),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
