package procgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import procgrade.assignment.AssignmentFolder;

/** What is refused before anything is graded. */
class BatchCommandTests {
    @TempDir
    private Path folder;

    private Path source;
    private Path course;

    @BeforeEach
    void make_a_class() throws IOException {
        course = Files.createDirectory(folder.resolve("course"));
        AssignmentFolder.piMw(course);
        source = Files.createDirectories(folder.resolve("class/ada")).getParent();
    }

    private CommandRun run(String... arguments) {
        List<String> words = new ArrayList<>(List.of("batch", "--assignments", course.toString()));
        words.addAll(List.of(arguments));
        return CommandRun.of(new ScriptedMachine(), words.toArray(String[]::new));
    }

    private void refuses(CommandRun run, ExitCode code, String error, String help) {
        assertThat(run.err()).isEqualTo("error: " + error + "\nhelp: " + help + "\n");
        assertThat(run.exitCode()).isEqualTo(code);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void a_source_is_needed() {
        assertThat(run("pi_mw").err()).contains("error: missing required parameter: 'SOURCE'");
        refuses(
                run("pi_mw", "nothing-here"),
                ExitCode.NOTHING_TO_GRADE,
                "there is no file or folder nothing-here",
                "name the folder or archive with the hand-ins of the class");
    }

    @Test
    void an_assignment_that_is_not_there_is_refused() {
        assertThat(run("pi_nw", source.toString()).err()).contains("pi_nw").contains("pi_mw");
    }

    @Test
    void files_that_cannot_be_read_are_refused_before_the_night_and_not_after_it() {
        refuses(
                run("pi_mw", source.toString(), "--canvas", "nowhere.csv"),
                ExitCode.USAGE,
                "cannot read nowhere.csv",
                "name a file that exists");
        refuses(
                run("pi_mw", source.toString(), "--column", "HW1"),
                ExitCode.USAGE,
                "--column says nothing without --canvas or --moodle",
                "add one of them");
    }

    @Test
    void numbers_and_names_must_make_sense() {
        refuses(
                run("pi_mw", source.toString(), "--jobs", "-1"),
                ExitCode.USAGE,
                "'-1' is not a number of jobs: expected 1 or more, up to 9999",
                "'procgrade batch --help' explains it");
        assertThat(run("pi_mw", source.toString(), "--layout", "blackboard").err())
                .startsWith("error: unknown value 'blackboard' of --layout: expected folder, canvas,");
        assertThat(run("pi_mw", source.toString(), "--again", "sad").err())
                .startsWith("error: unknown value 'sad' of --again: expected a verdict");
        assertThat(run("pi_mw", source.toString(), "--speedups", "few").err())
                .startsWith("error: unknown value 'few' of --speedups: expected none or all");
        for (String known : List.of("none", "all")) {
            assertThat(run("pi_mw", "nowhere", "--speedups", known).err())
                    .startsWith("error: there is no file or folder nowhere");
        }
    }

    @Test
    void results_do_not_go_where_they_would_be_graded() {
        Path inside = source.resolve("graded");
        refuses(
                run("pi_mw", source.toString(), "--output", inside.toString()),
                ExitCode.USAGE,
                inside + " is inside " + source + ", and would be graded the next time",
                "let --output name a folder elsewhere");
    }

    @Test
    void results_do_not_go_among_other_files_or_those_of_another_assignment() throws IOException {
        Path output = Files.createDirectory(folder.resolve("thesis"));
        Files.writeString(output.resolve("chapter1.tex"), "");
        refuses(
                run("pi_mw", source.toString(), "--output", output.toString()),
                ExitCode.USAGE,
                output + " exists, and procgrade has not made it",
                "let --output name an empty folder, or one that a batch has made");

        Files.writeString(output.resolve(".lock"), "");
        Files.writeString(output.resolve("batch.json"), "{\"assignment\":\"queue\"}");
        refuses(
                run("pi_mw", source.toString(), "--output", output.toString()),
                ExitCode.USAGE,
                output + " holds the grading of another assignment, queue",
                "let --output name another folder");
    }
}
