package procgrade.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code syntax_check.py} found.
 *
 * @param version of Python, such as 3.11; empty if it did not get that far
 * @param executable the interpreter
 * @param prefix folder that Python is installed in
 * @param hiding names of files that have the names of Python's modules
 * @param errors in the order of the files
 */
record SyntaxReport(
        String version,
        Optional<Path> executable,
        Optional<Path> prefix,
        List<String> hiding,
        List<CompilerError> errors) {
    private static final int OLDEST_MINOR = 8;
    private static final Map<String, Integer> FIELDS =
            Map.of("version", 3, "executable", 2, "prefix", 2, "hides", 2, "error", 5, "text", 2);

    /**
     * Reads its output.
     *
     * @param output lines of fields between tabs
     * @param folder path of the checked folder in the submission, with a final slash or empty
     */
    static SyntaxReport parse(String output, String folder) {
        String version = "";
        Optional<Path> executable = Optional.empty();
        Optional<Path> prefix = Optional.empty();
        List<String> hiding = new ArrayList<>();
        List<CompilerError> errors = new ArrayList<>();
        for (String line : output.lines().toList()) {
            String[] fields = line.split("\t", 5);
            if (fields.length < FIELDS.getOrDefault(fields[0], 1)) {
                continue; // only the beginning of long outputs is kept
            }
            switch (fields[0]) {
                case "version" -> version = fields[1] + "." + fields[2];
                case "executable" -> executable = Optional.of(Path.of(fields[1]));
                case "prefix" -> prefix = Optional.of(Path.of(fields[1]));
                case "hides" -> hiding.add(folder + fields[1]);
                case "error" -> errors.add(error(fields, folder));
                case "text" -> append(errors, fields[1]);
                default -> {} // a warning of Python itself
            }
        }
        return new SyntaxReport(version, executable, prefix, List.copyOf(hiding), List.copyOf(errors));
    }

    private static CompilerError error(String[] fields, String folder) {
        String path = folder + fields[1];
        String message = fields[4].isEmpty() ? fields[3] : fields[3] + ": " + fields[4];
        List<String> lines = List.of("File \"" + path + "\", line " + fields[2], message);
        return new CompilerError(path, Integer.parseInt(fields[2]), message, lines);
    }

    /** As Python shows it: the line of the program before the message. */
    private static void append(List<CompilerError> errors, String text) {
        CompilerError last = errors.remove(errors.size() - 1);
        List<String> lines = new ArrayList<>(last.lines());
        lines.add(lines.size() - 1, "  " + text);
        errors.add(new CompilerError(last.path(), last.line(), last.message(), lines));
    }

    boolean isNewEnough() {
        String[] parts = version.split("\\.", -1);
        int major = Integer.parseInt(parts[0]);
        return major > 3 || major == 3 && Integer.parseInt(parts[1]) >= OLDEST_MINOR;
    }
}
