package procgrade.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import procgrade.assignment.Assignment;
import procgrade.assignment.AssignmentFault;
import procgrade.assignment.Language;

/** {@code procgrade list}: the assignments. */
@Command(
        name = "list",
        header = "List the assignments.",
        synopsisHeading = "%n  procgrade list                    those that procgrade brings along%n"
                + "  procgrade list --assignments .    those of a course, in this folder%n%nUsage: ",
        abbreviateSynopsis = true,
        description = {"", "Prints the name of each assignment, the program it asks for, and its title.", ""},
        sortOptions = false)
final class ListCommand implements Callable<Integer> {
    @Option(names = "--assignments", paramLabel = "DIR", description = "Folder with the assignments of a course.")
    private Path folder;

    private final Surroundings surroundings;

    ListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** {@inheritDoc} */
    @Override
    public Integer call() {
        List<AssignmentFault> faults = new ArrayList<>();
        List<Assignment> assignments = Home.course(folder).readable(faults);
        String row = "%-" + width(assignments, Assignment::id) + "s  %-" + width(assignments, ListCommand::programs)
                + "s  %s%n";
        for (Assignment assignment : assignments) {
            surroundings.out().printf(row, assignment.id(), programs(assignment), assignment.title());
        }
        faults.stream()
                .flatMap(fault -> fault.problems().stream())
                .forEach(problem -> surroundings.err().println("error: " + problem));
        if (!faults.isEmpty()) {
            surroundings.err().println("help: " + Application.CORRECT_IT);
        }
        return (faults.isEmpty() ? ExitCode.PASSED : ExitCode.GRADER_FAULT).number();
    }

    private static String programs(Assignment assignment) {
        return assignment.mainFile(Language.JAVA) + " or " + assignment.mainFile(Language.PYTHON);
    }

    private static int width(List<Assignment> assignments, Function<Assignment, String> column) {
        return assignments.stream()
                .mapToInt(assignment -> column.apply(assignment).length())
                .max()
                .orElse(1);
    }
}
