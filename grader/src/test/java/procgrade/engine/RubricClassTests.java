package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import procgrade.assignment.Assignment;
import procgrade.assignment.AssignmentFault;
import procgrade.assignment.AssignmentFolder;
import procgrade.assignment.AssignmentReader;

class RubricClassTests {
    private static final String HEAD = "import procgrade.rubric.*;\n\n";
    private static final String BEGIN = HEAD + "@RubricFor(\"greet\")\nclass GreetRubric {\n";

    @TempDir
    private Path folder;

    private AssignmentFolder course;

    @BeforeEach
    void write_an_assignment() {
        course = AssignmentFolder.create(folder.resolve("greet"), "Greeting", "Greet", "greet.py");
    }

    private Path rubric() {
        return course.path().resolve("rubric");
    }

    private List<String> problems() throws IOException {
        Assignment assignment = AssignmentReader.read(course.path());
        Path classes = new RubricCompiler(Optional.empty())
                .compile(assignment.rubricSources(), Files.createDirectory(folder.resolve("classes")));
        return catchThrowableOfType(AssignmentFault.class, () -> RubricClass.load(assignment, classes))
                .problems();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Check(points = 1, needs = \"two\")  void one() {}"
                        + " | it needs 'two', which is no check of this rubric; there are: one",
                "@Check(points = 1, needs = \"one\")  void one() {} | it needs itself: one needs one",
                "@Check(points = -1)                  void one() {} | points must be more than 0, not -1.0",
                "@Check(points = 1)           private void one() {}"
                        + " | it is private, and JUnit runs no private method: leave 'private' out",
            })
    void a_check_that_makes_no_sense_is_named_with_file_and_line(String check, String what) throws IOException {
        course.file("rubric/GreetRubric.java", BEGIN + "\n  // void one() {}\n  " + check + "\n}\n");

        assertThat(problems()).containsExactly(rubric().resolve("GreetRubric.java") + ":7: GreetRubric.one: " + what);
    }

    @Test
    void of_two_checks_with_the_same_name_the_second_is_named() throws IOException {
        course.file(
                "rubric/GreetRubric.java",
                BEGIN + "  @Check(points = 1)\n  void one(Program program) {}\n"
                        + "  @procgrade.rubric.Check(points = 1)\n  void one() {}\n  void one(int n) {}\n}\n");

        assertThat(problems())
                .containsExactly(rubric().resolve("GreetRubric.java")
                        + ":7: GreetRubric.one: two checks have this name: rename one");
    }

    @Test
    void a_rubric_without_checks_is_named_also_in_a_package() throws IOException {
        course.file("rubric/Words.java", "package words; class Words {}")
                .file("rubric/GreetRubric.java", "package greeting; " + BEGIN + "}\n");

        assertThat(problems())
                .containsExactly(rubric().resolve("GreetRubric.java")
                        + ":3: greeting.GreetRubric has no check: annotate its methods with @Check(points = ...)");
    }

    @Test
    void a_rubric_for_another_assignment_is_named_where_one_for_this_is_missing() throws IOException {
        course.file("rubric/GreetRubric.java", BEGIN.replace("greet", "grete") + "}\n");

        assertThat(problems())
                .containsExactly(rubric().resolve("GreetRubric.java")
                        + ":3: exactly one class needs @RubricFor(\"greet\"), and 0 have it");
    }

    @Test
    void where_no_class_is_a_rubric_the_folder_is_named() throws IOException {
        assertThat(problems())
                .containsExactly(rubric() + ": exactly one class needs @RubricFor(\"greet\"), and 0 have it");
    }

    @Test
    void of_several_rubrics_all_are_named() throws IOException {
        String more = "class MoreRubric {}\n";
        course.file("rubric/GreetRubric.java", BEGIN + "}\n")
                .file("rubric/MoreRubric.java", HEAD + "\n@RubricFor(\"greet\")\n" + more);

        assertThat(problems())
                .containsExactly(
                        rubric().resolve("GreetRubric.java")
                                + ":3: exactly one class needs @RubricFor(\"greet\"), and 2 have it",
                        rubric().resolve("MoreRubric.java")
                                + ":4: exactly one class needs @RubricFor(\"greet\"), and 2 have it");
    }
}
