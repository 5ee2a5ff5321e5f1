package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import procgrade.judge.Evidence;
import procgrade.judge.HandMade;
import procgrade.rubric.CheckDeclaration;
import procgrade.rubric.RunRequest;

class SubmissionGradingTests {
    private final CheckDeclaration check = new CheckDeclaration("runs", "runs", 1, List.of(), false);

    /** Says of each run which one of its check it is. */
    private static final class Counted extends NoRuns {
        private int last;

        @Override
        public Evidence run(String of, int number, RunRequest request, Consumer<String> begins) {
            last = number;
            return HandMade.run().evidence();
        }
    }

    @Test
    void a_check_that_runs_programs_without_end_is_refused_the_next_run() {
        Counted runs = new Counted();
        SubmissionGrading grading =
                new SubmissionGrading(new Outcomes(List.of(check), GradeListener.NONE), runs, 1, () -> 0);
        grading.started("runs");
        for (int i = 0; i < 500; i++) {
            grading.run(RunRequest.timed(List.of("1"), RunRequest.Target.SUBMISSION));
        }

        assertThatThrownBy(() -> grading.run(RunRequest.timed(List.of("1"), RunRequest.Target.SUBMISSION)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the check runs programs more than 500 times");
        assertThat(runs.last).isEqualTo(500);
    }
}
