package procgrade.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignmentReaderTests {
    @TempDir
    private Path root;

    private AssignmentFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = AssignmentFolder.piMw(root);
    }

    private Assignment read() {
        return AssignmentReader.read(folder.path());
    }

    /** Each is a path in the folder, with a line if there is one, a colon and a sentence. */
    private void assertProblems(String... problems) {
        List<String> expected = Arrays.stream(problems)
                .map(problem -> folder.path() + "/" + problem)
                .toList();
        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        AssignmentFault.class,
                        fault -> assertThat(fault.problems()).isEqualTo(expected));
    }

    @Test
    void an_assignment_has_defaults() {
        Assignment assignment = read();

        assertThat(assignment.id()).isEqualTo("pi_mw");
        assertThat(assignment.title()).isEqualTo("Pi");
        assertThat(assignment.mainFile(Language.JAVA)).isEqualTo("PiMw.java");
        assertThat(assignment.mainFile(Language.PYTHON)).isEqualTo("pi_mw.py");
        assertThat(assignment.runLimit()).isEqualTo(Duration.ofSeconds(60));
        assertThat(assignment.memoryBytes()).isEqualTo(4L << 30);
        assertThat(assignment.outputBytes()).isEqualTo(16 << 20);
        assertThat(assignment.processes()).isEqualTo(128);
        assertThat(assignment.rubricSources()).containsExactly(folder.path().resolve("rubric/PiMwRubric.java"));
        assertThat(assignment.references()).isEmpty();
        assertThat(assignment.sequentials()).isEmpty();
        assertThat(assignment.bad()).isEqualTo(Map.of(Language.JAVA, List.of(), Language.PYTHON, List.of()));
        assertThat(assignment.statement()).isRegularFile();
    }

    @Test
    void everything_can_be_said() {
        folder.line("run.seconds=5\nmemory.mebibytes=100\noutput.mebibytes=1\nprocesses=9\nreference.java=../java\n"
                        + "sequential.python=seq/pi.py")
                .file("../java/PiMw.java", "")
                .file("reference/pi_mw.py", "")
                .file("seq/pi.py", "")
                .file("rubric/Pi.java", "")
                .file("bad/java/spins/PiMw.java", "")
                .file("bad/java/hangs/PiMw.java", "")
                .file("bad/java/README.md", "");

        Assignment assignment = read();

        assertThat(assignment.runLimit()).isEqualTo(Duration.ofSeconds(5));
        assertThat(assignment.memoryBytes()).isEqualTo(100 << 20);
        assertThat(assignment.outputBytes()).isEqualTo(1 << 20);
        assertThat(assignment.processes()).isEqualTo(9);
        assertThat(assignment.rubricSources())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("Pi.java", "PiMwRubric.java");
        assertThat(assignment.references())
                .isEqualTo(Map.of(
                        Language.JAVA,
                        root.resolve("java"),
                        Language.PYTHON,
                        folder.path().resolve("reference")));
        assertThat(assignment.sequentials())
                .isEqualTo(Map.of(Language.PYTHON, folder.path().resolve("seq/pi.py")));
        Path bad = folder.path().resolve("bad/java");
        assertThat(assignment.bad().get(Language.JAVA)).containsExactly(bad.resolve("hangs"), bad.resolve("spins"));
    }

    @Test
    void a_solution_in_one_language_is_none_in_the_other() {
        folder.file("reference/src/pi_mw.py", "");

        assertThat(read().references())
                .isEqualTo(Map.of(Language.PYTHON, folder.path().resolve("reference")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "runs.seconds=5 | unknown key 'runs.seconds': did you mean 'run.seconds'?",
                "run.seconds | expected 'key=value', found 'run.seconds'",
                "java=Other | 'java' is given twice, first in line 2: keep one",
                "run.seconds=0 | '0' is no whole number from 1 to 86400: 'run.seconds=60' would do",
                "run.seconds=1.5 | '1.5' is no whole number from 1 to 86400: 'run.seconds=60' would do",
                "processes=many | 'many' is no whole number from 1 to 65536: 'processes=128' would do",
                "memory.mebibytes=99999999999 "
                        + "| '99999999999' is no whole number from 1 to 1048576: 'memory.mebibytes=4096' would do",
                "reference.java=gone | there is no folder FOLDER/gone: name the one with the solution",
                "reference.java=rubric | there is no PiMw.java in FOLDER/rubric: name the folder with the solution",
                "sequential.java=gone | there is no Java source file FOLDER/gone: name the sequential program",
                "sequential.python=README.md "
                        + "| there is no Python source file FOLDER/README.md: name the sequential program",
            })
    void a_wrong_line_is_named(String line, String problem) {
        folder.line(line);

        assertProblems("assignment.properties:4: "
                + problem.replace("FOLDER", folder.path().toString()));
    }

    @Test
    void names_that_are_none_are_refused() {
        folder.file("assignment.properties", "java=edu.PiMw\npython=../pi_mw.py\n");

        assertProblems(
                "assignment.properties:1: 'edu.PiMw' is not the name of a class without its package",
                "assignment.properties:2: '../pi_mw.py' is not the name of a file that ends in .py");
    }

    @Test
    void missing_names_are_asked_for() {
        folder.file("assignment.properties", "");

        assertProblems(
                "assignment.properties:1: 'java' is missing: it is the name of a class without its package",
                "assignment.properties:1: 'python' is missing: it is the name of a file that ends in .py");
    }

    @Test
    void missing_files_are_asked_for() {
        folder.without("skeleton/pi_mw.py");
        assertProblems("skeleton/pi_mw.py: is missing: add what students start from, or correct 'python' in"
                + " assignment.properties");

        folder.without("rubric").file("README.md", "no heading\n## nor this\n");
        assertProblems(
                "README.md:1: there is no heading: begin the statement with '# ' and its title",
                "rubric: there is no rubric: write a class in a file that ends in Rubric.java");

        folder.without("README.md").without("assignment.properties").file("rubric/ARubric.java", "");
        assertProblems(
                "assignment.properties: cannot be read: it says which programs the assignment asks for, in UTF-8",
                "README.md: cannot be read: an assignment begins with its statement, in UTF-8");
    }

    @Test
    void a_statement_in_another_encoding_is_refused() throws IOException {
        Files.write(folder.path().resolve("README.md"), new byte[] {'#', ' ', (byte) 0xe4, '\n'});

        assertProblems("README.md: cannot be read: an assignment begins with its statement, in UTF-8");
    }

    @Test
    void the_first_problem_is_the_message() {
        folder.line("a\nb");

        assertThatThrownBy(this::read)
                .hasMessage(folder.path() + "/assignment.properties:4: expected 'key=value', found 'a' (and 1 more)");
    }
}
