package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import procgrade.assignment.AssignmentFolder;
import procgrade.assignment.AssignmentReader;
import procgrade.assignment.Language;
import procgrade.build.BuildTools;
import procgrade.rubric.RubricFault;
import procgrade.rubric.RunRequest.Target;
import procgrade.run.RunFault;
import procgrade.run.Sandbox;
import procgrade.run.Tracing;

class OwnProgramsTests {
    @TempDir
    private Path folder;

    private AssignmentFolder course;
    private Workspace workspace;

    @BeforeEach
    void write_an_assignment() {
        course = AssignmentFolder.create(folder.resolve("greet"), "Greeting", "Greet", "greet.py");
        workspace = Workspace.create(folder, false);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    /** On a machine with a compiler of Java, and without Python. */
    private OwnPrograms programs() {
        BuildTools tools = new BuildTools(
                Path.of(System.getProperty("java.home")),
                Optional.empty(),
                folder,
                List.of(),
                Duration.ofMinutes(1),
                256);
        GraderSetup setup = new GraderSetup(tools, Sandbox.none(), Tracing.none("a test"), Optional.empty(), 2);
        return new OwnPrograms(AssignmentReader.read(course.path()), setup, workspace);
    }

    @Test
    void a_solution_with_mistakes_is_a_fault_of_the_assignment_each_time_it_is_asked_for() {
        course.file("reference/Greet.java", "class Greet {");
        OwnPrograms programs = programs();

        Throwable first = catchThrowable(() -> programs.program(Target.REFERENCE, Language.JAVA));

        assertThat(first)
                .isInstanceOf(RubricFault.class)
                .hasMessage("the assignment's own program cannot be built: "
                        + course.path().resolve("reference") + ": does not compile: 1 error, in Greet.java:1");
        assertThat(catchThrowable(() -> programs.program(Target.REFERENCE, Language.JAVA)))
                .isSameAs(first);
    }

    @Test
    void a_machine_that_cannot_build_a_solution_is_no_fault_of_the_assignment() {
        course.file("reference/greet.py", "print()");
        OwnPrograms programs = programs();

        assertThat(catchThrowable(() -> programs.program(Target.REFERENCE, Language.PYTHON)))
                .isInstanceOf(RunFault.class)
                .hasMessageStartingWith("there is no python3 on this machine: install Python 3.8");
    }

    @Test
    void a_program_is_built_once() {
        course.file("reference/Greet.java", "class Greet { public static void main(String[] args) {} }");
        OwnPrograms programs = programs();

        assertThat(programs.program(Target.REFERENCE, Language.JAVA))
                .isSameAs(programs.program(Target.REFERENCE, Language.JAVA));
    }
}
