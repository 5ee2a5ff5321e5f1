package procgrade.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A submission is graded once, and judged again as often as somebody likes. */
class RejudgeTests {
    private static final String NOTE = "note: nothing was run; the evidence is of 20";

    @TempDir
    private Path folder;

    private Workbench bench;

    @BeforeEach
    void make_room() throws IOException {
        bench = new Workbench(folder);
    }

    private static void remove(Path submission) throws IOException {
        try (Stream<Path> files = Files.walk(submission)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String timeless(String report) {
        return report.replaceAll("\"tookSeconds\" : [0-9.]+", "");
    }

    @Test
    void the_report_is_that_of_the_check_but_for_the_times() throws Exception {
        Path submission = bench.python("good");
        // all but the one that a busy machine can break
        var graded = bench.procgrade(
                        "check",
                        "good",
                        "--output",
                        "kept",
                        "--format",
                        "json",
                        "--only",
                        "main_ends_last_whoever_has_more_steps",
                        "--only",
                        "the_task_is_a_child_process",
                        "--only",
                        "main_waits_without_asking_again_and_again",
                        "--only",
                        "every_process_ends_with_exit_code_0_and_none_is_left")
                .run();
        remove(submission);

        var again = bench.procgrade("rejudge", "kept", "--format", "json").run();

        assertThat(graded.exitCode()).as(graded.err()).isZero();
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(timeless(again.out())).isEqualTo(timeless(graded.out()));
        assertThat(again.err()).startsWith(NOTE).hasLineCount(1);
        assertThat(bench.temporary()).isEmptyDirectory();
    }

    @Test
    void a_rubric_that_asks_for_more_is_applied_to_what_was_recorded() throws Exception {
        bench.python("good");
        String check = "the_task_is_a_child_process";
        var graded = bench.procgrade("check", "good", "--only", check, "--output", "kept")
                .run();
        Path course = bench.course();
        Path rubric = course.resolve("start_join/rubric/StartJoinRubric.java");
        Files.writeString(rubric, Files.readString(rubric).replace("workers(1)", "workers(2)"));

        var again = bench.procgrade("rejudge", "kept/evidence", "--assignments", course.toString())
                .run();

        assertThat(graded.exitCode()).as(graded.out()).isZero();
        assertThat(again.exitCode()).as(again.out()).isEqualTo(1);
        assertThat(again.out())
                .startsWith("start_join  good ")
                .containsPattern("PASS +prints the steps of both in order")
                .containsPattern("FAIL +the task is a child process");
    }

    @Test
    void a_rubric_that_asks_for_another_run_says_that_it_was_not_recorded() throws Exception {
        bench.python("good");
        bench.check("good", "--output", "kept").run();
        Path course = bench.course();
        Path rubric = course.resolve("start_join/rubric/StartJoinRubric.java");
        String asked = Files.readString(rubric);
        assertThat(asked).contains("inputs.between(2, 5), 50)");
        Files.writeString(rubric, asked.replace("inputs.between(2, 5), 50)", "inputs.between(2, 5), 51)"));

        var again = bench.procgrade("rejudge", "kept", "--assignments", course.toString())
                .run();

        assertThat(again.exitCode()).as(again.out()).isEqualTo(3);
        assertThat(again.out()).contains("this run was not recorded; grade again: python3 start_join.py");
    }
}
