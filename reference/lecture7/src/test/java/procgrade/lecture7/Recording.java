package procgrade.lecture7;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A command and its output, as the comment at the beginning of a program shows them:
 *
 * <pre>
 * $ ./procgrade run MessageQueue   # in any order, by any process
 * process A got: message 1 for A
 * </pre>
 */
final class Recording {
    private static final Pattern COMMAND = Pattern.compile("\\$ \\./procgrade (run (?:--python )?\\w+)([^#]*)(#.*)?");

    private final String command;
    private final List<String> arguments;
    private final String remark;
    private final List<String> output = new ArrayList<>();

    private Recording(String command, List<String> arguments, String remark) {
        this.command = command;
        this.arguments = arguments;
        this.remark = remark;
    }

    /** The recordings in the source's first comment, at least one. */
    static List<Recording> in(Path source) {
        var recordings = new ArrayList<Recording>();
        boolean recording = false;
        for (String line : lines(source)) {
            String text = line.replaceFirst("^ \\* ?", "");
            var start = COMMAND.matcher(text);
            if (start.matches()) {
                String arguments = start.group(2).strip();
                recordings.add(new Recording(
                        start.group(1),
                        arguments.isEmpty() ? List.of() : List.of(arguments.split(" ", -1)),
                        start.group(3) == null ? "" : start.group(3)));
                recording = true;
            } else if (text.isBlank() || text.equals("</pre>")) {
                recording = false;
            } else if (recording) {
                recordings.get(recordings.size() - 1).output.add(text);
            }
        }
        if (recordings.isEmpty()) {
            throw new AssertionError(source + " shows no run");
        }
        return recordings;
    }

    private static List<String> lines(Path source) {
        try {
            return Files.readAllLines(source);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + source, e);
        }
    }

    String command() {
        return command;
    }

    List<String> arguments() {
        return arguments;
    }

    List<String> output() {
        return output;
    }

    /** The lines without what the remark of this recording or the passing of time lets differ between two runs. */
    List<String> comparable(List<String> lines) {
        var comparable = new ArrayList<String>();
        for (String line : lines) {
            String text = line.replaceAll("\\d+\\.\\d\\d s$", "? s")
                    .replaceAll("^speedup: \\d+\\.\\d\\d$", "speedup: ?")
                    .replaceAll("after [1-9]\\d* of", "after ? of")
                    // the order of the summands shows in the last digits
                    .replaceAll("^(pi = \\d\\.\\d{9})\\d*$", "$1");
            if (remark.contains("by any process")) {
                text = text.replaceAll("^process [AB] got", "process ? got");
            }
            comparable.add(text);
        }
        if (remark.contains("in any order")) {
            comparable.sort(null);
        }
        return comparable;
    }
}
