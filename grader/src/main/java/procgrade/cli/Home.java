package procgrade.cli;

import java.nio.file.Files;
import java.nio.file.Path;

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

    /** The folder with the assignments of this course. */
    static Path assignments() {
        return folder().resolve("assignments");
    }
}
