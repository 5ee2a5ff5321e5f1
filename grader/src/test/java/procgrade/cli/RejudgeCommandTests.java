package procgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import procgrade.assignment.AssignmentFolder;

/** What it says when there is nothing to judge; that it judges is tested end to end. */
class RejudgeCommandTests {
    private static final String WAY_OUT =
            "help: name a folder that 'procgrade check --output' or 'procgrade batch' has made\n";

    @TempDir
    private Path folder;

    private Path course;

    @BeforeEach
    void make_a_course() {
        course = folder.resolve("course");
        AssignmentFolder.piMw(course);
    }

    private CommandRun rejudge(String kept) {
        return CommandRun.of(
                new ScriptedMachine(), "rejudge", folder.resolve(kept).toString(), "--assignments", course.toString());
    }

    @Test
    void a_folder_that_does_not_exist_is_named() {
        CommandRun run = rejudge("kept");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).isEqualTo("error: there is no folder " + folder.resolve("kept") + "\n" + WAY_OUT);
    }

    @Test
    void a_folder_without_evidence_is_nothing_to_grade() throws IOException {
        Files.createDirectories(folder.resolve("kept/evidence"));

        CommandRun run = rejudge("kept");

        assertThat(run.exitCode()).isEqualTo(ExitCode.NOTHING_TO_GRADE);
        assertThat(run.err())
                .isEqualTo("error: " + folder.resolve("kept/evidence/grading.json")
                        + ": cannot be read: there is no such file or folder\n" + WAY_OUT);
    }

    @Test
    void a_class_has_no_report_in_json() throws IOException {
        Files.createDirectories(folder.resolve("graded"));
        Files.writeString(folder.resolve("graded/batch.json"), "{\"assignment\": \"pi_mw\"}");

        CommandRun run = CommandRun.of(
                new ScriptedMachine(), "rejudge", folder.resolve("graded").toString(), "--format", "json");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .isEqualTo("error: --format json is for one submission, and " + folder.resolve("graded")
                        + " holds a class\nhelp: read " + folder.resolve("graded/gradebook.jsonl") + "\n");
    }

    @Test
    void a_file_of_another_program_is_nothing_to_grade() throws IOException {
        Files.createDirectories(folder.resolve("kept"));
        Files.writeString(folder.resolve("kept/grading.json"), "{\"grades\": [1]}");

        CommandRun run = rejudge("kept");

        assertThat(run.exitCode()).isEqualTo(ExitCode.NOTHING_TO_GRADE);
        assertThat(run.err())
                .isEqualTo("error: " + folder.resolve("kept/grading.json") + ": procgrade has not written this file\n"
                        + WAY_OUT);
    }

    @Test
    void without_a_folder_it_says_what_is_missing() {
        CommandRun run = CommandRun.of(new ScriptedMachine(), "rejudge");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("error: missing required parameter: 'DIR'\n");
    }
}
