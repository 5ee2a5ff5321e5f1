package procgrade.assignments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A statement says all that a student needs, and what it names exists. */
class StatementTests {
    private static final List<String> SECTIONS =
            List.of("What to write", "Arguments", "Output", "What will be looked at", "Pitfalls", "Compile and run");

    @Test
    void there_are_assignments_and_the_list_of_all_names_each() {
        assertThat(Assignment.all()).isNotEmpty();
        String list = Assignment.read(Path.of("README.md"));
        assertThat(Assignment.all())
                .allSatisfy(one -> assertThat(list).contains("| [" + one + "](" + one + "/README.md) |"));
    }

    @AllAssignments
    void has_all_sections(Assignment assignment) {
        List<String> headings = assignment
                .statement()
                .lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring("## ".length()))
                .toList();

        assertThat(headings).isEqualTo(SECTIONS);
        assertThat(assignment.timeLimit()).isPositive();
    }

    @AllAssignments
    void names_the_class_and_the_files_of_the_skeletons(Assignment assignment) {
        String main = assignment.mainClass();
        String script = assignment.pythonSkeleton().getFileName().toString();

        assertThat(assignment.statement())
                .contains("The class `" + main + "` in `" + main + ".java`, or `" + script + "`.")
                .contains("javac -cp procgrade-multiprocessing.jar -d classes " + main + ".java\n")
                .contains("java -cp procgrade-multiprocessing.jar:classes " + main + " ")
                .contains("python3 " + script + " ");
    }

    @AllAssignments
    void shows_the_same_examples_in_both_languages(Assignment assignment) {
        List<String> java = List.of("java", "-cp", "procgrade-multiprocessing.jar:classes", assignment.mainClass());
        List<String> python =
                List.of("python3", assignment.pythonSkeleton().getFileName().toString());

        List<List<String>> examples = argumentsAfter(java, assignment);
        assertThat(examples).isNotEmpty().isEqualTo(argumentsAfter(python, assignment));
        assertThat(assignment.examples())
                .as("commands of any other form")
                .hasSize(2 * examples.size())
                .allSatisfy(example -> assertThat(example.output()).isNotEmpty());
    }

    private static List<List<String>> argumentsAfter(List<String> beginning, Assignment assignment) {
        return assignment.examples().stream()
                .map(Example::command)
                .filter(words -> words.subList(0, Math.min(beginning.size(), words.size()))
                        .equals(beginning))
                .map(words -> words.subList(beginning.size(), words.size()))
                .toList();
    }
}
