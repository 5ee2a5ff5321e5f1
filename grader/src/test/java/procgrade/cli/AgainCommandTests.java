package procgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static procgrade.engine.MadeGrades.grade;
import static procgrade.engine.MadeGrades.outcome;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import procgrade.assignment.Assignment;
import procgrade.assignment.AssignmentFolder;
import procgrade.assignment.AssignmentReader;
import procgrade.assignment.Language;
import procgrade.engine.Grade;
import procgrade.engine.Specimen;
import procgrade.engine.Specimen.Kind;
import procgrade.judge.Verdict;

/** The command that is printed must do what is promised when it is pasted into the shell it was printed in. */
class AgainCommandTests {
    private static final Path HOME = Path.of("/opt/procgrade");
    private static final Path LAUNCHER = HOME.resolve("procgrade");
    private static final Grade GRADE =
            grade(outcome("prints", Verdict.PASSED), outcome("starts_workers", Verdict.WRONG_PROCESSES));

    @TempDir
    private Path course;

    private String again(AgainCommand command, String origin, String... checks) {
        AssignmentFolder folder = AssignmentFolder.piMw(course);
        Assignment assignment = AssignmentReader.read(folder.path());
        return command.of(assignment, reference(Path.of(origin)), GRADE, List.of(checks));
    }

    private static Specimen reference(Path origin) {
        return new Specimen(Kind.REFERENCE, Language.PYTHON, "reference", origin, Map.of(), Map.of());
    }

    @Test
    void in_procgrades_own_folder_all_paths_are_short() {
        AgainCommand command = new AgainCommand(HOME, LAUNCHER, Optional.empty());

        assertThat(again(command, "/opt/procgrade/assignments/pi_mw/bad/java/spins", "starts_workers"))
                .isEqualTo(
                        "./procgrade check pi_mw assignments/pi_mw/bad/java/spins --only starts_workers --seed 4711");
    }

    @Test
    void elsewhere_procgrade_is_found_by_its_path_and_the_course_is_named() {
        AgainCommand command = new AgainCommand(Path.of("/home/ada"), LAUNCHER, Optional.of("my course"));

        assertThat(again(command, "/home/ada/my course/pi_mw/reference", "prints", "starts_workers"))
                .isEqualTo("/opt/procgrade/procgrade check pi_mw 'my course/pi_mw/reference' --assignments 'my course'"
                        + " --seed 4711");
    }

    @Test
    void of_a_folder_with_programs_in_both_languages_one_is_named() {
        AssignmentFolder folder = AssignmentFolder.piMw(course);
        folder.file("reference/PiMw.java", "").file("reference/pi_mw.py", "");
        AgainCommand command = new AgainCommand(course, LAUNCHER, Optional.of("."));

        assertThat(again(command, folder.path().resolve("reference").toString()))
                .isEqualTo("/opt/procgrade/procgrade check pi_mw pi_mw/reference/pi_mw.py --assignments . --seed 4711");
    }
}
