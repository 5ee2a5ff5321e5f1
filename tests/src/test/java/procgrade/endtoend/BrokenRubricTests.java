package procgrade.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mistake of who wrote the assignment: said with file and line, and it costs no student a point. */
class BrokenRubricTests {
    private static final String CHECK = "void prints_the_steps_of_both_in_order(Program program, Inputs inputs) {";
    private static final String WAY_OUT = "help: a mistake of the assignment, not of the submission: tell its author\n";

    @TempDir
    private Path folder;

    private Workbench bench;
    private Path course;

    @BeforeEach
    void make_room() throws IOException {
        bench = new Workbench(folder);
        course = bench.course();
        bench.python("good");
    }

    private Command.Outcome check() throws Exception {
        var outcome =
                bench.check("start_join", "good", "--assignments", "course").run();
        assertThat(bench.temporary()).isEmptyDirectory();
        return outcome;
    }

    private Path change(String name, String from, String to) throws IOException {
        Path file = course.resolve("start_join").resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(from);
        return Files.writeString(file, text.replace(from, to));
    }

    @Test
    void a_check_that_throws_is_a_fault_of_ours_and_takes_its_points_out_of_the_total() throws Exception {
        change("rubric/StartJoinRubric.java", CHECK, CHECK + " inputs = null;");

        var outcome = check();

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out())
                .contains("  ERROR  prints the steps of both in order")
                .contains("java.lang.NullPointerException")
                .contains("\ngood: 0 of 0 points, 6 points could not be judged, ");
    }

    @Test
    void a_rubric_that_does_not_compile_is_named_with_file_and_line() throws Exception {
        Path rubric = change("rubric/StartJoinRubric.java", CHECK, CHECK + " int x = y;");
        long line = Files.readString(rubric).split(" int x = y;")[0].lines().count();

        var outcome = check();

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("error: " + rubric + ":" + line + ": cannot find symbol")
                .endsWith(WAY_OUT);
    }

    @Test
    void a_wrong_setting_is_named_with_file_and_line() throws Exception {
        Path settings = change("assignment.properties", "run.seconds=20", "run.seconds=soon");

        var outcome = check();

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("error: " + settings + ":3: 'soon' is no whole number")
                .endsWith(WAY_OUT);
    }
}
