package procgrade.build;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import procgrade.submission.EntryName;

/**
 * An error that a compiler reported.
 *
 * @param path of the file in the submission; empty if it is about none
 * @param line from 1; 0 if it is about none
 * @param message its first line without the position
 * @param lines all of it, as the compiler said it
 */
record CompilerError(String path, int line, String message, List<String> lines) {
    private static final Pattern POSITIONED = Pattern.compile("(?:\\./)?(.+\\.java):([0-9]{1,9}): (.*)");
    private static final Pattern GENERAL = Pattern.compile("error: (.*)");
    private static final Pattern TRAILER = Pattern.compile("(?:[0-9]+ (?:error|warning)s?|only showing the first .*)");
    private static final int LINES = 12;
    private static final int COLUMNS = 200;

    /** Copies the lines. */
    CompilerError {
        lines = List.copyOf(lines);
    }

    /** Where it is, for readers. */
    String position() {
        return path + ":" + line;
    }

    /** Reads what javac writes with {@code -nowarn}. */
    static List<CompilerError> parse(String output) {
        List<CompilerError> errors = new ArrayList<>();
        List<String> current = new ArrayList<>();
        for (String line : output.lines().toList()) {
            boolean begins =
                    POSITIONED.matcher(line).matches() || GENERAL.matcher(line).matches();
            if (begins || TRAILER.matcher(line).matches() || line.startsWith("Note: ")) {
                finish(current, errors);
            }
            if (begins || !current.isEmpty()) {
                current.add(cut(line));
            }
        }
        finish(current, errors);
        return errors;
    }

    /** A generated source may have lines of any length. */
    private static String cut(String line) {
        return line.length() > COLUMNS ? EntryName.beginning(line, COLUMNS) + "..." : line;
    }

    private static void finish(List<String> lines, List<CompilerError> errors) {
        if (lines.isEmpty()) {
            return;
        }
        List<String> shown = lines.subList(0, Math.min(LINES, lines.size())).stream()
                .map(line -> line.startsWith("./") ? line.substring(2) : line)
                .toList();
        Matcher at = POSITIONED.matcher(lines.get(0));
        Matcher general = GENERAL.matcher(lines.get(0));
        if (at.matches() && !at.group(3).startsWith("warning:")) {
            String message = at.group(3).startsWith("error: ") ? at.group(3).substring(7) : at.group(3);
            errors.add(new CompilerError(at.group(1), Integer.parseInt(at.group(2)), message, shown));
        } else if (general.matches()) {
            errors.add(new CompilerError("", 0, general.group(1), shown));
        }
        lines.clear();
    }
}
