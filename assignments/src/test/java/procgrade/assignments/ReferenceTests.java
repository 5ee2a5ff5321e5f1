package procgrade.assignments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import procgrade.lecture7.PiMw;

/** A lecture program with the name of an assignment's main class solves it: it prints what the statement shows. */
class ReferenceTests {
    private static final Path LECTURE = Path.of("../reference/lecture7");

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

    private static Path javaReference(Assignment assignment) {
        return LECTURE.resolve("src/main/java/procgrade/lecture7").resolve(assignment.mainClass() + ".java");
    }
}
