package procgrade.observe;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a log that strace(1) wrote with {@code -f -ttt}.
 *
 * @param tid the thread it is about, as strace sees it
 * @param nanos the time since 1970
 * @param text the rest
 */
record StraceLine(long tid, long nanos, String text) {
    /** Of longer lists strace writes the first words only. */
    static final int MOST_WORDS = 32;

    /** Of longer words strace writes the beginning only. */
    static final int LONGEST_WORD = 1024;

    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) +(\\d{1,12})\\.(\\d{6}) (.*)");
    private static final Pattern RESULT = Pattern.compile("\\) += ([^=]*)$");
    private static final Pattern BORN = Pattern.compile("(\\d{1,18})(?: /\\* (\\d{1,18}) in strace's PID NS \\*/)?");

    static Optional<StraceLine> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            long seconds = Long.parseLong(matcher.group(2));
            long micros = Long.parseLong(matcher.group(3));
            return Optional.of(new StraceLine(
                    Long.parseLong(matcher.group(1)),
                    Math.addExact(Math.multiplyExact(seconds, 1_000_000_000L), micros * 1000),
                    matcher.group(4)));
        } catch (ArithmeticException | NumberFormatException senseless) {
            return Optional.empty();
        }
    }

    /** What a finished call gave; empty if it says none, as for a process that was killed in it. */
    static Optional<String> result(String call) {
        Matcher matcher = RESULT.matcher(call);
        return matcher.find() ? Optional.of(matcher.group(1).trim()) : Optional.empty();
    }

    /** The pid, as strace sees it, of what a call such as clone made; 0 if it failed. */
    static long born(String result) {
        Matcher matcher = BORN.matcher(result);
        if (!matcher.matches()) {
            return 0;
        }
        return Long.parseLong(matcher.group(2) == null ? matcher.group(1) : matcher.group(2));
    }

    /**
     * The words of the first list of strings, {@code ["sh", "-c", "exit 3"]}. Strings have the escapes of C; what strace
     * has left out is left out here.
     */
    static List<String> words(String call) {
        List<String> words = new ArrayList<>();
        int at = call.indexOf('[');
        while (at >= 0 && at < call.length() && call.charAt(at) != ']') {
            if (call.charAt(at) == '"') {
                StringBuilder word = new StringBuilder();
                at = string(call, at + 1, word);
                words.add(word.toString());
            } else {
                at++;
            }
        }
        return words;
    }

    /** Appends a string in printable form, and gives the position after its closing quote. */
    private static int string(String call, int from, StringBuilder word) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int at = from;
        while (at < call.length() && call.charAt(at) != '"') {
            char character = call.charAt(at++);
            if (character != '\\' || at >= call.length()) {
                bytes.write(character);
                continue;
            }
            char escape = call.charAt(at++);
            if (escape < '0' || escape > '7') {
                bytes.write(unescaped(escape));
                continue;
            }
            int value = escape - '0';
            while (at < call.length() && value < 32 && call.charAt(at) >= '0' && call.charAt(at) <= '7') {
                value = value * 8 + (call.charAt(at++) - '0');
            }
            bytes.write(value);
        }
        word.append(Printable.of(bytes.toByteArray()));
        return Math.min(call.length(), at + 1);
    }

    private static char unescaped(char escape) {
        return switch (escape) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'v' -> 0x0b;
            case 'f' -> '\f';
            default -> escape;
        };
    }
}
