package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import procgrade.rubric.CheckDeclaration;

class OutcomesTests {
    private final List<String> told = new ArrayList<>();
    private final Outcomes outcomes = new Outcomes(
            List.of(
                    new CheckDeclaration("prints_pi", "prints pi", 1, List.of(), false),
                    new CheckDeclaration("works_for_any_size", "works for any size", 1, List.of(), true)),
            new GradeListener() {
                @Override
                public void checking(String id, String sentence, int number, int total) {
                    told.add(number + " of " + total + " " + sentence);
                }

                @Override
                public void running(String check, String command) {
                    told.add(command);
                }
            });

    @Test
    void what_a_hidden_check_runs_is_told_to_nobody() {
        outcomes.checking("prints_pi");
        outcomes.running("prints_pi", "java PiMw 1000 4");
        outcomes.checking("works_for_any_size");
        outcomes.running("works_for_any_size", "java PiMw 48213 3");

        assertThat(told).containsExactly("1 of 2 prints pi", "java PiMw 1000 4", "2 of 2 works for any size");
    }
}
