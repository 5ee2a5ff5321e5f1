package procgrade.run;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One execution of a program, to be done.
 *
 * @param command the program and its arguments, at least one word
 * @param folder working folder of the program, as the program and the records know it
 * @param files the folder that stands there: itself or, for this run, a copy of it, in which an ordinary process works at
 *     the place of the copy; the only one the program may write to, apart from temporary ones
 * @param readable files and folders outside of the system's that the program needs, such as its classes
 * @param environment all variables that the program gets beyond {@code PATH}, {@code HOME}, {@code LANG} and
 *     {@code TMPDIR}; nothing of the grader's own environment is handed on
 * @param input what its standard input has, possibly empty
 * @param limits when it is stopped
 * @param output folder of the files {@code stdout.txt} and {@code stderr.txt}; out of reach of the program
 * @param recording who else records its processes
 */
public record RunSpec(
        List<String> command,
        Path folder,
        Path files,
        List<Path> readable,
        Map<String, String> environment,
        String input,
        RunLimits limits,
        Path output,
        Recording recording) {
    /** Copies the collections and checks the command. */
    public RunSpec {
        command = List.copyOf(command);
        readable = List.copyOf(readable);
        environment = Map.copyOf(environment);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("a command has at least one word");
        }
    }

    /**
     * A run in the folder itself, whose processes nobody but the grader records; the parameters are those of the record.
     *
     * @param command the program and its arguments
     * @param folder working folder of the program
     * @param readable what else the program needs
     * @param environment all variables
     * @param input what its standard input has
     * @param limits when it is stopped
     * @param output folder of its output
     */
    public RunSpec(
            List<String> command,
            Path folder,
            List<Path> readable,
            Map<String, String> environment,
            String input,
            RunLimits limits,
            Path output) {
        this(command, folder, folder, readable, environment, input, limits, output, Recording.NONE);
    }

    /**
     * The same run, recorded.
     *
     * @param by who records its processes
     * @param variables further ones for the program, by which its processes learn what to record
     * @return a new description of a run
     */
    public RunSpec recorded(Recording by, Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(variables);
        return new RunSpec(command, folder, files, readable, all, input, limits, output, by);
    }

    /**
     * The same run with a copy in the place of its working folder.
     *
     * @param copy of {@code folder}
     * @return a new description of a run
     */
    public RunSpec in(Path copy) {
        return new RunSpec(command, folder, copy, readable, environment, input, limits, output, recording);
    }
}
