package procgrade.build;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import procgrade.assignment.Language;

/**
 * A program that can be run.
 *
 * @param language it is written in
 * @param name as a student would call it: {@code PiMw} or {@code pi_mw.py}
 * @param command what starts it; its arguments are to be added
 * @param folder working folder of a run, which gets a copy of it: where the main file is, in the copy of the submission
 * @param readable files and folders that a run needs, apart from {@code folder} and what is below {@code /usr}
 * @param environment variables that a run needs
 */
public record Program(
        Language language,
        String name,
        List<String> command,
        Path folder,
        List<Path> readable,
        Map<String, String> environment) {
    /** Copies the collections. */
    public Program {
        command = List.copyOf(command);
        readable = List.copyOf(readable);
        environment = Map.copyOf(environment);
    }
}
