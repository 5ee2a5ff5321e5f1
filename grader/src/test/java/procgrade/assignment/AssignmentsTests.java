package procgrade.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import procgrade.assignment.Recognition.Ambiguous;
import procgrade.assignment.Recognition.Recognised;
import procgrade.assignment.Recognition.Unrecognised;
import procgrade.submission.Submission;
import procgrade.submission.SubmittedFile;

class AssignmentsTests {
    @TempDir
    private Path root;

    private Assignments assignments;

    @BeforeEach
    void makeFolders() throws IOException {
        AssignmentFolder.piMw(root);
        AssignmentFolder.create(root.resolve("primes_mw_sort"), "Primes", "PrimesMwSort", "primes_mw_sort.py");
        AssignmentFolder.create(root.resolve("queue"), "Queues", "MessageQueues", "message_queues.py");
        AssignmentFolder.create(root.resolve("args"), "Arguments", "Args", "args.py");
        Files.createDirectory(root.resolve("src"));
        assignments = Assignments.in(root);
    }

    private static Submission submissionOf(String... paths) {
        return new Submission(
                "ada",
                Path.of("/ada"),
                Arrays.stream(paths).map(path -> new SubmittedFile(path, 1)).toList(),
                List.of());
    }

    @Test
    void folders_with_properties_are_assignments() {
        List<AssignmentFault> faults = new ArrayList<>();

        assertThat(assignments.ids()).containsExactly("args", "pi_mw", "primes_mw_sort", "queue");
        assertThat(assignments.readable(faults))
                .extracting(Assignment::title)
                .containsExactly("Arguments", "Pi", "Primes", "Queues");
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pi_mw", "PiMw", "pi-mw", "PI_MW", "pimw", "Pi Mw"})
    void names_match_without_capitals_and_hyphens(String name) {
        assertThat(assignments.find(name)).get().extracting(Assignment::id).isEqualTo("pi_mw");
    }

    @ParameterizedTest
    @CsvSource({"pi_nw, pi_mw", "primes, primes_mw_sort", "quue, queue", "arg, args"})
    void the_nearest_names_are_known(String typed, String meant) {
        assertThat(assignments.find(typed)).isEmpty();
        assertThat(assignments.nearest(typed)).hasSize(3).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"'', '', 0", "'', abc, 3", "kitten, sitting, 3", "flaw, lawn, 2", "same, same, 0"})
    void distances_are_those_of_levenshtein(String from, String to, int distance) {
        assertThat(Nearest.distance(from, to)).isEqualTo(distance);
        assertThat(Nearest.distance(to, from)).isEqualTo(distance);
    }

    @Test
    void a_mistake_in_one_spares_the_others() throws IOException {
        Files.delete(root.resolve("queue/README.md"));
        List<AssignmentFault> faults = new ArrayList<>();

        assertThat(assignments.readable(faults)).hasSize(3);
        assertThat(faults).hasSize(1);
        assertThat(assignments.find("args")).isPresent();
        assertThatThrownBy(() -> assignments.find("queue")).isInstanceOf(AssignmentFault.class);
    }

    @Test
    void a_folder_that_is_not_there_is_a_fault() {
        Path missing = root.resolve("missing");

        assertThatThrownBy(() -> Assignments.in(missing))
                .isInstanceOf(AssignmentFault.class)
                .hasMessage(missing + ": cannot be read: name the folder with the assignments");
    }

    @Test
    void a_program_is_recognised_by_its_main_file() {
        assertThat(assignments.recognise(submissionOf("deep/PiMw.java", "Worker.java")))
                .isInstanceOfSatisfying(Recognised.class, found -> {
                    assertThat(found.assignment().id()).isEqualTo("pi_mw");
                    assertThat(found.file()).isEqualTo("deep/PiMw.java");
                });
        assertThat(assignments.recognise(submissionOf("message_queues.py"))).isInstanceOf(Recognised.class);
    }

    @Test
    void both_languages_of_one_assignment_are_one_candidate() {
        assertThat(assignments.recognise(submissionOf("PiMw.java", "pi_mw.py"))).isInstanceOf(Recognised.class);
    }

    @Test
    void several_programs_are_ambiguous() {
        assertThat(assignments.recognise(submissionOf("PiMw.java", "args.py")))
                .isInstanceOfSatisfying(
                        Ambiguous.class,
                        found -> assertThat(found.candidates())
                                .extracting(Recognised::file)
                                .containsExactly("args.py", "PiMw.java"));
    }

    @Test
    void other_programs_are_not_recognised() {
        assertThat(assignments.recognise(submissionOf("Other.java")))
                .isInstanceOfSatisfying(
                        Unrecognised.class,
                        nothing -> assertThat(nothing.expected())
                                .hasSize(8)
                                .startsWith("Args.java", "args.py", "PiMw.java", "pi_mw.py"));
    }

    @Test
    void languages_have_titles_and_endings() {
        assertThat(Language.JAVA.title() + Language.JAVA.ending() + Language.JAVA.key())
                .isEqualTo("Java.javajava");
        assertThat(Language.PYTHON.title() + Language.PYTHON.ending() + Language.PYTHON.key())
                .isEqualTo("Python.pypython");
    }
}
