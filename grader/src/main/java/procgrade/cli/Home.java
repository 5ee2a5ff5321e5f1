package procgrade.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import procgrade.assignment.Assignments;

/** The folder that procgrade lives in; the launcher names it. */
final class Home {
    private static final String PROPERTY = "procgrade.home";

    private Home() {}

    /**
     * The folder.
     *
     * @throws UserFault if nobody has named it
     */
    static Path folder() {
        String named = System.getProperty(PROPERTY, "");
        if (named.isEmpty() || !Files.isDirectory(Path.of(named))) {
            throw new UserFault(
                    ExitCode.ENVIRONMENT_UNFIT,
                    "procgrade does not know where it lives",
                    "start it with its script 'procgrade', or with -D" + PROPERTY + "=FOLDER");
        }
        return Path.of(named).toAbsolutePath().normalize();
    }

    /**
     * The assignments of a course.
     *
     * @param named their folder; null for those that live here
     * @throws UserFault if there is no such folder, or none in it
     */
    static Assignments course(Path named) {
        Path folder = named == null ? folder().resolve("assignments") : named;
        if (!Files.isDirectory(folder)) {
            throw new UserFault(
                    ExitCode.USAGE, "there is no folder " + folder, "name the folder with the assignments of a course");
        }
        Assignments assignments = Assignments.in(folder);
        if (assignments.ids().isEmpty()) {
            throw new UserFault(
                    ExitCode.USAGE,
                    "there are no assignments in " + folder,
                    "an assignment is a folder with a file assignment.properties; name the folder around it");
        }
        return assignments;
    }
}
