package procgrade.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import procgrade.gradebook.Row;
import procgrade.judge.Verdict;

class OdditiesTests {
    private final Oddities oddities = new Oddities();

    private List<String> why(String key) {
        return oddities.odd().stream()
                .filter(odd -> odd.key().equals(key))
                .findFirst()
                .orElseThrow()
                .why();
    }

    @Test
    void a_verdict_that_hardly_anybody_has_is_odd() {
        SampleClass.passed(98).forEach(oddities::add);
        oddities.add(SampleClass.row(98, Verdict.CRASHED));
        oddities.add(SampleClass.row(99, Verdict.CRASHED));

        assertThat(oddities.odd()).hasSize(2);
        assertThat(why("student-99")).containsExactly("crashed in “is fast”, as only 2 of 100");
    }

    @Test
    void a_verdict_that_many_have_is_not() {
        SampleClass.passed(90).forEach(oddities::add);
        for (int i = 90; i < 100; i++) {
            oddities.add(SampleClass.row(i, Verdict.CRASHED));
        }

        assertThat(oddities.odd()).isEmpty();
    }

    @Test
    void who_alone_passes_is_odd_too() {
        for (int i = 0; i < 20; i++) {
            oddities.add(SampleClass.row(i, Verdict.DEADLOCK));
        }
        oddities.add(SampleClass.row(20, Verdict.PASSED));

        assertThat(why("student-20")).containsExactly("passed in “is fast”, as nobody else");
    }

    @Test
    void a_check_that_only_follows_from_another_is_not() {
        SampleClass.passed(20).forEach(oddities::add);
        oddities.add(SampleClass.row(20, Verdict.SKIPPED));

        assertThat(oddities.odd()).isEmpty();
    }

    @Test
    void grader_errors_come_first_and_say_where() {
        oddities.add(SampleClass.notGraded("bomb", Row.State.REFUSED, "a bomb"));
        oddities.add(SampleClass.row(1, Verdict.GRADER_ERROR));

        assertThat(oddities.odd()).extracting(Oddities.Odd::key).containsExactly("student-1", "bomb");
        assertThat(why("student-1")).containsExactly("the grader failed in “is fast”: it is so");
    }

    @Test
    void of_many_alike_the_first_are_listed_and_the_rest_counted() {
        for (int i = 0; i < 57; i++) {
            oddities.add(SampleClass.notGraded("r" + i, Row.State.REFUSED, "no"));
        }

        assertThat(oddities.odd()).hasSize(20);
        assertThat(oddities.leftOut())
                .containsExactly(
                        "Only the first 20 of 57 refusals are listed here.",
                        "Only the first 20 of 57 submissions with notices are listed here.");
    }
}
