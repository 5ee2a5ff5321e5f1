package procgrade.run;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds programs as a shell does. */
final class Executables {
    static final String USUAL_PATH = "/usr/local/bin:/usr/bin:/bin";

    private Executables() {}

    static Optional<Path> find(String program, String searchPath) {
        for (String folder : searchPath.split(File.pathSeparator, -1)) {
            if (!folder.isEmpty() && isExecutable(Path.of(folder, program))) {
                return Optional.of(Path.of(folder, program));
            }
        }
        return Optional.empty();
    }

    /** A name with a slash is a path, seen from the program's folder. */
    static Optional<Path> find(String command, Path folder, String searchPath) {
        if (command.indexOf('/') < 0) {
            return find(command, searchPath);
        }
        Path path = folder.resolve(command);
        return isExecutable(path) ? Optional.of(path) : Optional.empty();
    }

    private static boolean isExecutable(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
