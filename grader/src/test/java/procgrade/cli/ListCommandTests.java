package procgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import procgrade.assignment.AssignmentFolder;

class ListCommandTests {
    @TempDir
    private Path course;

    private CommandRun list() {
        return CommandRun.of(new ScriptedMachine(), "list", "--assignments", course.toString());
    }

    @Test
    void it_shows_the_name_the_programs_and_the_title_of_each_assignment_in_columns() {
        AssignmentFolder.create(course.resolve("primes_mw_sort"), "Primes", "PrimesMwSort", "primes_mw_sort.py");
        AssignmentFolder.piMw(course);

        CommandRun run = list();

        assertThat(run.exitCode()).isEqualTo(ExitCode.PASSED);
        assertThat(run.out().lines())
                .containsExactly(
                        "pi_mw           PiMw.java or pi_mw.py                   Pi",
                        "primes_mw_sort  PrimesMwSort.java or primes_mw_sort.py  Primes");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void one_with_mistakes_is_named_with_file_and_line_and_the_others_are_listed() {
        AssignmentFolder.piMw(course);
        AssignmentFolder.create(course.resolve("args"), "Arguments", "Args", "args.py")
                .file("assignment.properties", "java=Args\npython=args\n");

        CommandRun run = list();

        assertThat(run.exitCode()).isEqualTo(ExitCode.GRADER_FAULT);
        assertThat(run.out()).startsWith("pi_mw ");
        assertThat(run.err())
                .startsWith("error: " + course.resolve("args/assignment.properties") + ":2: ")
                .endsWith("\nhelp: " + Application.CORRECT_IT + "\n");
    }

    @Test
    void who_verifies_an_assignment_with_mistakes_is_told_to_correct_it() {
        AssignmentFolder.piMw(course).without("skeleton/pi_mw.py");

        CommandRun run = CommandRun.of(new ScriptedMachine(), "verify", "--assignments", course.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.GRADER_FAULT);
        assertThat(run.err())
                .startsWith("error: " + course.resolve("pi_mw/skeleton/pi_mw.py") + ": is missing: ")
                .endsWith("\nhelp: " + Application.CORRECT_IT + "\n");
    }

    @Test
    void a_folder_without_assignments_is_not_a_course() {
        CommandRun run = list();

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("error: there are no assignments in " + course + "\nhelp: ");
    }

    @Test
    void a_folder_that_does_not_exist_is_named() {
        CommandRun run = CommandRun.of(new ScriptedMachine(), "list", "--assignments", "no/course");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("error: there is no folder no/course\nhelp: ");
    }
}
