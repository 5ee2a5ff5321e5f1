package procgrade.assignments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import procgrade.rubric.CheckDeclaration;
import procgrade.rubric.Rubric;

/** The rubrics compile, as the grader compiles them, and have a sensible form. */
class RubricTests {
    private static final double FEWEST_POINTS = 20;
    private static final double MOST_POINTS = 40;

    @TempDir
    private Path classes;

    @AllAssignments
    void compiles_and_has_the_points_of_an_exercise(Assignment assignment) {
        Rubric rubric = rubric(assignment, classes);

        assertThat(rubric.assignment()).isEqualTo(assignment.toString());
        assertThat(rubric.checks()).hasSizeBetween(4, 8);
        assertThat(rubric.checks().stream()
                        .mapToDouble(CheckDeclaration::points)
                        .sum())
                .isBetween(FEWEST_POINTS, MOST_POINTS);
    }

    @AllAssignments
    void all_checks_need_one_about_the_output(Assignment assignment) {
        List<CheckDeclaration> checks = rubric(assignment, classes).checks();

        assertThat(checks)
                .allSatisfy(check -> assertThat(Stream.concat(Stream.of(check.id()), check.needs().stream()))
                        .anyMatch(id -> id.startsWith("prints_")));
    }

    /** Compiles the rubric of an assignment into the folder, and reads it. */
    static Rubric rubric(Assignment assignment, Path classes) {
        Path source = assignment.rubric();
        String classPath = System.getProperty("java.class.path");
        assertThat(Compilation.of(List.of(source), classes, classPath)).isEqualTo(Compilation.CLEAN);
        try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            return Rubric.of(loader.loadClass(source.getFileName().toString().replace(".java", "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(source + " does not contain the class it is named after", e);
        }
    }
}
