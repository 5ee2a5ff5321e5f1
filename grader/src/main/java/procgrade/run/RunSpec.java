package procgrade.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One execution of a program, to be done.
 *
 * @param command the program and its arguments, at least one word
 * @param folder working folder of the program; the only one it may write to, apart from temporary ones
 * @param readable files and folders outside of the system's that the program needs, such as its classes
 * @param environment all variables that the program gets beyond {@code PATH}, {@code HOME}, {@code LANG} and
 *     {@code TMPDIR}; nothing of the grader's own environment is handed on
 * @param input what its standard input has, possibly empty
 * @param limits when it is stopped
 * @param output folder of the files {@code stdout.txt} and {@code stderr.txt}; out of reach of the program
 */
public record RunSpec(
        List<String> command,
        Path folder,
        List<Path> readable,
        Map<String, String> environment,
        String input,
        RunLimits limits,
        Path output) {
    /** Copies the collections and checks the command. */
    public RunSpec {
        command = List.copyOf(command);
        readable = List.copyOf(readable);
        environment = Map.copyOf(environment);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("a command has at least one word");
        }
    }
}
