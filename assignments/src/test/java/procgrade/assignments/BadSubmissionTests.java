package procgrade.assignments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import procgrade.rubric.CheckDeclaration;
import procgrade.rubric.Rubric;

/**
 * The planted submissions can be graded, and there is one for each check. That the grader finds in them what they say is
 * tested from outside, by {@code procgrade verify}.
 */
class BadSubmissionTests {
    private static final int MOST_LINES = 90;
    private static final String ONLY_PARSE = """
            import sys
            for name in sys.argv[1:]:
                with open(name) as file:
                    compile(file.read(), name, "exec")
            """;

    @TempDir
    private Path folder;

    @AllAssignments
    void java_compiles_without_warnings(Assignment assignment) {
        for (BadSubmission bad : submissions(assignment, true)) {
            Path classes = folder.resolve(bad.file().getParent().getFileName());
            assertThat(Compilation.of(List.of(bad.file()), classes))
                    .as(bad.toString())
                    .isEqualTo(Compilation.CLEAN);
        }
    }

    @AllAssignments
    void python_parses_without_warnings(Assignment assignment) {
        assumeTrue(ProgramRun.pythonWorks(), "python3 is not on the PATH");
        var command = new ArrayList<>(List.of("python3", "-W", "error", "-c", ONLY_PARSE));
        submissions(assignment, false).forEach(bad -> command.add(bad.toString()));

        assertThat(ProgramRun.of(command, assignment.timeLimit())).isEqualTo(new ProgramRun(0, List.of(), List.of()));
    }

    @AllAssignments
    void says_what_is_wrong_and_what_is_expected(Assignment assignment) {
        assertThat(assignment.badSubmissions()).allSatisfy(bad -> {
            assertThat(bad.prose()).endsWith(".").hasSizeGreaterThan(20);
            assertThat(bad.expectations()).anyMatch(BadSubmission.Expectation::isFailure);
            assertThat(Assignment.read(bad.file()).lines().count()).isLessThanOrEqualTo(MOST_LINES);
        });
    }

    @AllAssignments
    void names_only_checks_that_there_are(Assignment assignment) {
        Set<String> checks = checks(RubricTests.rubric(assignment, folder));

        assertThat(assignment.badSubmissions())
                .allSatisfy(bad -> assertThat(bad.expectations())
                        .extracting(BadSubmission.Expectation::check)
                        .doesNotHaveDuplicates()
                        .isSubsetOf(checks));
    }

    @AllAssignments
    void each_check_is_failed_in_both_languages(Assignment assignment) {
        Set<String> checks = checks(RubricTests.rubric(assignment, folder));

        assertThat(failed(submissions(assignment, true))).as("by Java").isEqualTo(checks);
        assertThat(failed(submissions(assignment, false))).as("by Python").isEqualTo(checks);
    }

    private static Set<String> failed(List<BadSubmission> submissions) {
        return submissions.stream()
                .flatMap(bad -> bad.expectations().stream())
                .filter(BadSubmission.Expectation::isFailure)
                .map(BadSubmission.Expectation::check)
                .collect(Collectors.toSet());
    }

    private static Set<String> checks(Rubric rubric) {
        return rubric.checks().stream().map(CheckDeclaration::id).collect(Collectors.toSet());
    }

    private static List<BadSubmission> submissions(Assignment assignment, boolean isJava) {
        return assignment.badSubmissions().stream()
                .filter(bad -> bad.isJava() == isJava)
                .toList();
    }
}
