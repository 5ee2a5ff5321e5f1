package procgrade.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import procgrade.assignment.Assignment;
import procgrade.assignment.AssignmentFault;
import procgrade.assignment.Assignments;
import procgrade.assignment.Language;

/** {@code procgrade list}: the assignments. */
@Command(
        name = "list",
        header = "List the assignments.",
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
        Assignments all = Assignments.in(folder == null ? Home.assignments() : folder);
        for (Assignment assignment : all.readable(faults)) {
            surroundings
                    .out()
                    .printf(
                            "%-16s %-36s %s%n",
                            assignment.id(),
                            assignment.mainFile(Language.JAVA) + " or " + assignment.mainFile(Language.PYTHON),
                            assignment.title());
        }
        faults.stream()
                .flatMap(fault -> fault.problems().stream())
                .forEach(problem -> surroundings.err().println("error: " + problem));
        return (faults.isEmpty() ? ExitCode.PASSED : ExitCode.GRADER_FAULT).number();
    }
}
