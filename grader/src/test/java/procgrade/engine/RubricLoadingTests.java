package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import procgrade.assignment.Assignment;
import procgrade.assignment.AssignmentFault;
import procgrade.assignment.AssignmentFolder;
import procgrade.assignment.AssignmentReader;
import procgrade.build.BuildTools;
import procgrade.run.Sandbox;
import procgrade.run.Tracing;
import procgrade.submission.EnvironmentFault;
import procgrade.submission.Submission;
import procgrade.submission.SubmissionLimits;
import procgrade.submission.SubmissionReader;

class RubricLoadingTests {
    private static final String RUBRIC = """
            import procgrade.rubric.Check;
            import procgrade.rubric.Program;
            import procgrade.rubric.RubricFor;

            @RubricFor("greet")
            class GreetRubric {
                @Check(points = 1)
                void greets(Program program) {
                    program.run("ada").printsLines("hello ada");
                }
            }
            """;

    @TempDir
    private Path folder;

    private AssignmentFolder course;
    private Workspace workspace;

    @BeforeEach
    void write_an_assignment() throws IOException {
        course = AssignmentFolder.create(folder.resolve("greet"), "Greeting", "Greet", "greet.py")
                .file("rubric/GreetRubric.java", RUBRIC);
        workspace = Workspace.create(Files.createDirectory(folder.resolve("tmp")), false);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Assignment assignment() {
        return AssignmentReader.read(course.path());
    }

    private List<String> classes() {
        try (Stream<Path> files = Files.walk(workspace.folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    @Test
    void a_rubric_that_nobody_waits_for_is_complete_when_it_is_closed() {
        RubricLoading.start(assignment(), Optional.empty(), workspace).close();

        assertThat(classes()).containsExactly("GreetRubric.class");
    }

    @Test
    void a_rubric_with_mistakes_is_told_to_who_asks_for_it_and_not_to_who_closes_it() throws IOException {
        course.file("rubric/GreetRubric.java", "class GreetRubric {");
        RubricLoading loading = RubricLoading.start(assignment(), Optional.empty(), workspace);

        assertThatThrownBy(loading::result).isInstanceOf(AssignmentFault.class);
        loading.close();
    }

    @Test
    void a_submission_that_cannot_be_built_here_leaves_nothing_behind() throws IOException {
        BuildTools none = new BuildTools(
                Path.of(System.getProperty("java.home")),
                Optional.empty(),
                folder.resolve("none.jar"),
                List.of(),
                Duration.ofSeconds(60),
                512);
        GraderSetup setup = new GraderSetup(none, Sandbox.none(), Tracing.none("a test"), Optional.empty(), 2);
        Path file = Files.writeString(folder.resolve("greet.py"), "print('hello ada')");
        Submission submission =
                SubmissionReader.read(file, workspace.folder().resolve("submission"), SubmissionLimits.DEFAULT);
        GradingSession session = new GradingSession(setup, workspace, GradeListener.NONE, new Lanes(1));
        GradeOptions options = new GradeOptions(1, List.of(), Optional.empty(), Optional.empty());

        assertThatThrownBy(() -> session.grade(assignment(), submission, options))
                .isInstanceOf(EnvironmentFault.class)
                .hasMessageStartingWith("there is no python3 on this machine");
        assertThat(classes()).containsExactly("GreetRubric.class");
        workspace.close();
        assertThat(workspace.folder().getParent()).isEmptyDirectory();
    }
}
