package procgrade.assignments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import procgrade.lecture7.PiMw;

/**
 * Each assignment has a solution that prints what the statement shows: its own, or the lecture program with the name of
 * its main class.
 */
class ReferenceTests {
    private static final Path LECTURE = Path.of("../reference/lecture7");

    @TempDir
    private Path classes;

    static List<Assignment> solved() {
        return Assignment.all().stream()
                .filter(assignment -> Files.exists(javaReference(assignment)))
                .toList();
    }

    @Test
    void the_two_assignments_with_master_and_workers_are_lecture_programs() {
        assertThat(solved()).extracting(Assignment::toString).contains("pi_mw", "primes_mw_sort");
    }

    @ParameterizedTest
    @MethodSource("solved")
    void the_java_program_prints_the_examples(Assignment assignment) {
        for (Example example : assignment.examples()) {
            if (example.isJava()) {
                ProgramRun run = ProgramRun.java(
                        ProgramRun.placeOf(PiMw.class),
                        "procgrade.lecture7." + assignment.mainClass(),
                        example.arguments(assignment.mainClass()),
                        assignment.timeLimit());

                assertThat(run).isEqualTo(new ProgramRun(0, example.output(), List.of()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("solved")
    void the_python_program_prints_the_examples(Assignment assignment) {
        assumeTrue(ProgramRun.pythonWorks(), "python3 is not on the PATH");
        String name = assignment.pythonSkeleton().getFileName().toString();
        for (Example example : assignment.examples()) {
            if (!example.isJava()) {
                ProgramRun run = ProgramRun.python(
                        LECTURE.resolve("python").resolve(name), example.arguments(name), assignment.timeLimit());

                assertThat(run).isEqualTo(new ProgramRun(0, example.output(), List.of()));
            }
        }
    }

    @AllAssignments
    void has_one_solution_for_each_language(Assignment assignment) {
        boolean isALectureProgram = solved().contains(assignment);

        assertThat(assignment.javaReference() == null).isEqualTo(isALectureProgram);
        assertThat(assignment.pythonReference() == null).isEqualTo(isALectureProgram);
    }

    @ParameterizedTest
    @MethodSource("withSolutions")
    void the_java_solution_prints_the_examples(Assignment assignment) {
        assertThat(Compilation.of(List.of(assignment.javaReference()), classes)).isEqualTo(Compilation.CLEAN);
        for (Example example : assignment.examples()) {
            if (example.isJava()) {
                String main = assignment.mainClass();
                checkThatItPrints(
                        example, ProgramRun.java(classes, main, example.arguments(main), assignment.timeLimit()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("withSolutions")
    void the_python_solution_prints_the_examples(Assignment assignment) {
        assumeTrue(ProgramRun.pythonWorks(), "python3 is not on the PATH");
        Path script = assignment.pythonReference();
        for (Example example : assignment.examples()) {
            if (!example.isJava()) {
                List<String> arguments = example.arguments(script.getFileName().toString());
                checkThatItPrints(example, ProgramRun.python(script, arguments, assignment.timeLimit()));
            }
        }
    }

    static List<Assignment> withSolutions() {
        return Assignment.all().stream()
                .filter(assignment -> assignment.javaReference() != null)
                .toList();
    }

    @Test
    void the_sequential_programs_of_cpu_io_compute_the_same_in_one_process() {
        Assignment assignment = new Assignment(Path.of("cpu_io"));
        Path sequential = assignment.folder().resolve("sequential");
        List<String> arguments = List.of("4", "10000");
        List<String> lines = assignment.examples().stream()
                .filter(example -> example.command().contains("cpu"))
                .map(example -> example.output().subList(0, 4))
                .findFirst()
                .orElseThrow();

        List<Path> sources = List.of(sequential.resolve("CpuSequential.java"));
        assertThat(Compilation.of(sources, classes)).isEqualTo(Compilation.CLEAN);
        assertThat(ProgramRun.java(classes, "CpuSequential", arguments, assignment.timeLimit()))
                .isEqualTo(new ProgramRun(0, lines, List.of()));
        assumeTrue(ProgramRun.pythonWorks(), "python3 is not on the PATH");
        assertThat(ProgramRun.python(sequential.resolve("cpu_sequential.py"), arguments, assignment.timeLimit()))
                .isEqualTo(new ProgramRun(0, lines, List.of()));
    }

    private static void checkThatItPrints(Example example, ProgramRun run) {
        assertThat(run.errors()).isEmpty();
        assertThat(run.exitCode()).isZero();
        // how the lines of several processes mix differs from run to run
        assertThat(run.output()).containsExactlyInAnyOrderElementsOf(example.output());
    }

    private static Path javaReference(Assignment assignment) {
        return LECTURE.resolve("src/main/java/procgrade/lecture7").resolve(assignment.mainClass() + ".java");
    }
}
