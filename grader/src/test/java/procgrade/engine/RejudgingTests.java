package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import procgrade.assignment.Assignment;
import procgrade.assignment.AssignmentFolder;
import procgrade.assignment.AssignmentReader;
import procgrade.build.BuildOutcome;
import procgrade.build.BuildTools;
import procgrade.judge.Verdict;
import procgrade.run.Sandbox;
import procgrade.run.Tracing;
import procgrade.submission.Submission;
import procgrade.submission.SubmissionLimits;
import procgrade.submission.SubmissionReader;

/** A submission is graded, its program is thrown away, and it is judged again. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RejudgingTests {
    private static final String PROGRAM = """
            import os, sys, time
            if sys.argv[1] == 'stuck':
                ends = os.pipe()
                if os.fork() == 0:
                    os.read(ends[0], 1)
                os.wait()
            time.sleep(0.3)
            print('hello', sys.argv[1])
            """;
    private static final String RUBRIC = """
            import java.time.Duration;
            import procgrade.rubric.Check;
            import procgrade.rubric.Inputs;
            import procgrade.rubric.Program;
            import procgrade.rubric.RubricFor;

            @RubricFor("greet")
            class GreetRubric {
                @Check(points = 1)
                void greets(Program program, Inputs inputs) {
                    String name = inputs.word(8);
                    program.run(name).printsLines("hello " + name);
                }

                @Check(points = 2)
                void says_goodbye(Program program) {
                    program.run("ada").printsLines("goodbye ada");
                }

                @Check(points = 1, hidden = true)
                void greets_the_empty_name(Program program) {
                    program.run("").printsLines("hello");
                }

                @Check(points = 1)
                void never_stands_still(Program program) {
                    program.run("stuck").terminates();
                }

                @Check(points = 1, needs = "says_goodbye")
                void says_it_twice(Program program) {
                    program.run("ada", "bob").terminates();
                }

                @Check(points = 1)
                void is_quick(Program program) {
                    program.run("carl").takesAtMost(Duration.ofSeconds(20));
                }
            }
            """;

    @TempDir
    private Path folder;

    private AssignmentFolder course;
    private Workspace workspace;
    private Path evidence;

    @BeforeEach
    void write_an_assignment() throws IOException {
        course = AssignmentFolder.create(folder.resolve("greet"), "Greeting", "Greet", "greet.py")
                .file("rubric/GreetRubric.java", RUBRIC);
        workspace = Workspace.create(false);
        evidence = Files.createDirectory(folder.resolve("evidence"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Assignment assignment() {
        return AssignmentReader.read(course.path());
    }

    /** Grades a Python program, of which nothing is left then. */
    private Grade grade(String program, List<String> only) throws IOException {
        BuildTools tools = BuildTools.ofThisMachine(folder.resolve("none.jar"), System.getenv());
        assumeThat(tools.python()).as("there is a Python").isPresent();
        Sandbox sandbox = Sandbox.ofThisMachine();
        GraderSetup setup = new GraderSetup(tools, sandbox, Tracing.none("a test"), Optional.empty(), 2);
        Path handedIn = Files.createDirectories(folder.resolve("ada"));
        Files.writeString(handedIn.resolve("greet.py"), program);
        try (Workspace work = Workspace.create(false)) {
            Submission submission =
                    SubmissionReader.read(handedIn, work.folder().resolve("submission"), SubmissionLimits.DEFAULT);
            GradeOptions options = new GradeOptions(4711, only, Optional.empty(), Optional.of(evidence));
            return new GradingSession(setup, work, GradeListener.NONE, new Lanes(1))
                    .grade(assignment(), submission, options);
        } finally {
            Files.delete(handedIn.resolve("greet.py"));
        }
    }

    private Rejudging rejudging() {
        return Rejudging.of(assignment(), workspace, Map.of("PROCGRADE_CACHE", ""));
    }

    private Grade rejudge() {
        return rejudging().judge(evidence, GradeListener.NONE);
    }

    private void change(String from, String to) {
        assertThat(RUBRIC).contains(from);
        course.file("rubric/GreetRubric.java", RUBRIC.replace(from, to));
    }

    @Test
    void the_same_evidence_and_the_same_rubric_give_the_same_grade() throws IOException {
        Grade grade = grade(PROGRAM, List.of());
        assertThat(grade.checks())
                .extracting(check -> check.finding().verdict())
                .containsExactly(
                        Verdict.PASSED,
                        Verdict.WRONG_OUTPUT,
                        Verdict.WRONG_OUTPUT,
                        Verdict.DEADLOCK,
                        Verdict.SKIPPED,
                        Verdict.PASSED);

        Grade again = rejudge();

        assertThat(MadeGrades.timeless(again)).isEqualTo(MadeGrades.timeless(grade));
        assertThat(rejudge()).isEqualTo(again);
    }

    @Test
    void a_listener_is_told_as_it_was_when_programs_ran() throws IOException {
        Grade grade = grade(PROGRAM, List.of());
        List<String> told = new ArrayList<>();

        rejudging().judge(evidence, new GradeListener() {
            @Override
            public void built(String assignment, String submission, BuildOutcome outcome) {
                told.add(
                        assignment + " " + submission + " " + outcome.getClass().getSimpleName());
            }

            @Override
            public void running(String check, String command) {
                told.add(command);
            }

            @Override
            public void checked(CheckOutcome outcome) {
                told.add(outcome.id());
            }
        });

        assertThat(told).startsWith("greet ada Built").contains("python3 greet.py stuck");
        assertThat(told)
                .containsSubsequence(
                        grade.checks().stream().map(CheckOutcome::id).toList());
    }

    @Test
    void another_bar_changes_the_verdict_and_nothing_is_run() throws IOException {
        Grade grade = grade(PROGRAM, List.of("is_quick"));
        change("Duration.ofSeconds(20)", "Duration.ofMillis(100)");

        Grade again = rejudge();

        assertThat(grade.checks().get(0).finding().verdict()).isEqualTo(Verdict.PASSED);
        assertThat(again.checks()).extracting(CheckOutcome::id).containsExactly("is_quick");
        assertThat(again.checks().get(0).finding().passed()).isFalse();
        assertThat(again.checks().get(0).finding().verdict()).isNotEqualTo(Verdict.GRADER_ERROR);
        assertThat(again.earned()).isZero();
    }

    @Test
    void other_points_and_sentences_count() throws IOException {
        grade(PROGRAM, List.of("greets"));
        change(
                "@Check(points = 1)\n    void greets(",
                "@Check(points = 8, sentence = \"says hello\")\n    void greets(");

        Grade again = rejudge();

        assertThat(again.earned()).isEqualTo(8);
        assertThat(again.checks().get(0).sentence()).isEqualTo("says hello");
    }

    @Test
    void a_submission_that_could_not_be_built_is_not_built_again() throws IOException {
        Grade grade = grade("def broken(:\n", List.of());
        assertThat(grade.buildFailure()).isPresent();

        Grade again = rejudge();

        assertThat(MadeGrades.timeless(again)).isEqualTo(MadeGrades.timeless(grade));
        assertThat(again.checks()).hasSize(6);
    }

    @Test
    void a_check_that_the_rubric_has_no_more_is_named() throws IOException {
        grade(PROGRAM, List.of("greets"));
        change("void greets(Program", "void salutes(Program");

        assertThatThrownBy(this::rejudge).isInstanceOf(UnknownCheck.class).hasMessage("unknown check 'greets'");
    }

    @Test
    void evidence_of_another_assignment_is_refused() throws IOException {
        grade(PROGRAM, List.of("greets"));
        Path file = evidence.resolve("grading.json");
        Files.writeString(file, Files.readString(file).replace("\"assignment\":\"greet\"", "\"assignment\":\"pi\""));

        assertThatThrownBy(this::rejudge)
                .isInstanceOf(EvidenceFault.class)
                .hasMessage(file + ": assignment: expected 'greet', found 'pi'");
    }

    @Test
    void a_damaged_record_of_the_grading_is_one_line() throws IOException {
        grade(PROGRAM, List.of("greets"));
        Path file = evidence.resolve("grading.json");
        String text = Files.readString(file);

        Files.writeString(file, text.replaceFirst("\"recordedAt\":\"[^\"]*\"", "\"recordedAt\":\"yesterday\""));
        assertThatThrownBy(this::rejudge)
                .isInstanceOf(EvidenceFault.class)
                .hasMessage(file + ": recordedAt: expected a time such as 2026-01-31T23:59:59Z, found the text"
                        + " 'yesterday'");

        Files.delete(file);
        assertThatThrownBy(this::rejudge)
                .isInstanceOf(EvidenceFault.class)
                .hasMessage(file + ": cannot be read: there is no such file or folder");
    }

    @Test
    void after_an_interruption_no_check_is_judged() throws IOException {
        grade(PROGRAM, List.of("greets"));
        Rejudging rejudging = rejudging();
        rejudging.interrupt();

        Grade again = rejudging.judge(evidence, GradeListener.NONE);

        assertThat(again.interrupted()).isTrue();
        assertThat(again.checks()).isEmpty();
    }
}
