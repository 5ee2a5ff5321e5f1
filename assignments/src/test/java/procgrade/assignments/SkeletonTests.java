package procgrade.assignments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A student can begin: the skeletons compile as they are, run, and leave the work to be done. */
class SkeletonTests {
    private static final boolean PYTHON_WORKS = ProgramRun.pythonWorks();

    @TempDir
    private Path folder;

    @AllAssignments
    void java_compiles_without_warnings_and_runs_with_the_example_arguments(Assignment assignment) {
        assertThat(Compilation.of(List.of(assignment.javaSkeleton()), folder)).isEqualTo(Compilation.CLEAN);

        for (Example example : examples(assignment, true)) {
            List<String> arguments = example.arguments(assignment.mainClass());
            ProgramRun run = ProgramRun.java(folder, assignment.mainClass(), arguments, assignment.timeLimit());

            checkThatItEndedUnfinished(run, example);
        }
    }

    @AllAssignments
    void python_compiles_and_runs_with_the_example_arguments(Assignment assignment) throws Exception {
        assumeTrue(PYTHON_WORKS, "python3 is not on the PATH");
        // a copy, because py_compile writes its result beside the source
        String name = assignment.pythonSkeleton().getFileName().toString();
        Path script = Files.copy(assignment.pythonSkeleton(), folder.resolve(name));
        List<String> compile = List.of("python3", "-W", "error", "-m", "py_compile", script.toString());
        assertThat(ProgramRun.of(compile, assignment.timeLimit())).isEqualTo(new ProgramRun(0, List.of(), List.of()));

        for (Example example : examples(assignment, false)) {
            ProgramRun run = ProgramRun.python(script, example.arguments(name), assignment.timeLimit());

            checkThatItEndedUnfinished(run, example);
        }
    }

    /** Without the import it would be Java's own abstract class of that name. */
    @AllAssignments
    void java_imports_the_process_of_the_library(Assignment assignment) {
        assertThat(Assignment.read(assignment.javaSkeleton()).lines())
                .contains("import procgrade.multiprocessing.Process;");
    }

    @AllAssignments
    void marked_places_say_where_to_write(Assignment assignment) {
        assertThat(Assignment.read(assignment.javaSkeleton())).contains("// TODO: ");
        assertThat(Assignment.read(assignment.pythonSkeleton())).contains("# TODO: ");
    }

    private static List<Example> examples(Assignment assignment, boolean isJava) {
        return assignment.examples().stream()
                .filter(example -> example.isJava() == isJava)
                .toList();
    }

    private static void checkThatItEndedUnfinished(ProgramRun run, Example example) {
        assertThat(run.errors()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).isNotEqualTo(example.output());
    }
}
