package procgrade.assignment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an {@code assignment.properties} says, with the lines where it does: {@code key=value}, {@code #} before a
 * comment. {@link java.util.Properties} would forget the lines, and which keys were given twice.
 */
final class Settings {
    private static final List<String> KEYS = List.of(
            "java",
            "python",
            "run.seconds",
            "reference.java",
            "reference.python",
            "sequential.java",
            "sequential.python",
            "memory.mebibytes",
            "output.mebibytes",
            "processes");

    private record Value(String text, int line) {}

    private final Path file;
    private final List<String> problems;
    private boolean isRead;
    private final Map<String, Value> values = new LinkedHashMap<>();

    private Settings(Path file, List<String> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Reads a file; what is wrong with it is added to {@code problems}, now and whenever a value is asked for. */
    static Settings read(Path file, List<String> problems) {
        var settings = new Settings(file, problems);
        try {
            List<String> lines = Files.readAllLines(file);
            settings.isRead = true;
            for (int i = 0; i < lines.size(); i++) {
                settings.parse(lines.get(i).strip(), i + 1);
            }
        } catch (IOException cause) {
            problems.add(file + ": cannot be read: it says which programs the assignment asks for, in UTF-8");
        }
        return settings;
    }

    private void parse(String line, int number) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        int equals = line.indexOf('=');
        String key = equals < 0 ? line : line.substring(0, equals).strip();
        if (equals < 0) {
            complain(number, "expected 'key=value', found '" + line + "'");
        } else if (!KEYS.contains(key)) {
            complain(
                    number,
                    "unknown key '" + key + "': did you mean '"
                            + Nearest.of(key, KEYS, 1).get(0) + "'?");
        } else if (values.containsKey(key)) {
            complain(
                    number,
                    "'" + key + "' is given twice, first in line "
                            + values.get(key).line() + ": keep one");
        } else {
            values.put(key, new Value(line.substring(equals + 1).strip(), number));
        }
    }

    /** A value that must be there and match a pattern; otherwise the empty text. */
    String text(String key, String pattern, String expected) {
        Value value = values.get(key);
        if (value == null) {
            if (isRead) {
                problems.add(file + ":1: '" + key + "' is missing: it is " + expected);
            }
            return "";
        }
        if (!value.text().matches(pattern)) {
            complain(key, "'" + value.text() + "' is not " + expected);
            return "";
        }
        return value.text();
    }

    /** A whole number from 1 on, or the default. */
    long number(String key, long otherwise, long largest) {
        Value value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        boolean isNumber = value.text().matches("[0-9]{1,9}");
        long number = isNumber ? Long.parseLong(value.text()) : 0;
        if (number < 1 || number > largest) {
            complain(
                    key,
                    "'" + value.text() + "' is no whole number from 1 to " + largest + ": '" + key + "=" + otherwise
                            + "' would do");
            return otherwise;
        }
        return number;
    }

    /** A path, relative to a folder. */
    Optional<Path> path(String key, Path folder) {
        return Optional.ofNullable(values.get(key))
                .map(value -> folder.resolve(value.text()).normalize());
    }

    /** Adds a problem with the value of a key. */
    void complain(String key, String problem) {
        Value value = values.get(key);
        complain(value == null ? 1 : value.line(), problem);
    }

    private void complain(int line, String problem) {
        problems.add(file + ":" + line + ": " + problem);
    }
}
