package procgrade.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes text of unknown origin fit for a line on a screen: a program can print what it likes, but not move the cursor,
 * change the colours or break the line of a report.
 */
public final class Visible {
    /** The longest value that is shown whole, in characters. */
    public static final int LONGEST = 160;
    /** How much of a longer one is shown. */
    public static final int KEPT = 130;
    /** The longest sentence, or line of details, that is shown whole. */
    public static final int LONGEST_TEXT = 1000;
    /** How many detail lines are shown. */
    public static final int MOST_LINES = 40;

    private static final int TAB = 8;

    private Visible() {}

    /**
     * A value in one line: control characters are escaped, and of what is too long the rest is only counted.
     *
     * @param text of unknown origin
     * @return at most {@link #LONGEST} characters of it
     */
    public static String line(String text) {
        return cut(escaped(text), LONGEST, KEPT);
    }

    /**
     * A sentence, likewise; it may be longer.
     *
     * @param text of unknown origin
     * @return at most {@link #LONGEST_TEXT} characters of it
     */
    public static String text(String text) {
        return cut(escaped(text), LONGEST_TEXT, LONGEST_TEXT);
    }

    /**
     * Several lines; tabs become blanks, since the columns of a compiler's message carry meaning.
     *
     * @param texts of unknown origin, each of one or more lines
     * @return at most {@link #MOST_LINES} of them, and one that counts the rest
     */
    public static List<String> lines(List<String> texts) {
        List<String> lines = new ArrayList<>();
        for (String text : texts) {
            for (String line : text.split("\\R", -1)) {
                lines.add(text(untabbed(line)));
            }
        }
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, MOST_LINES));
        first.add("(" + Amounts.counted(lines.size() - MOST_LINES, "more line") + ")");
        return first;
    }

    private static String cut(String text, int longest, int kept) {
        int length = text.codePointCount(0, text.length());
        if (length <= longest) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, kept)) + "... (" + (length - kept) + " more characters)";
    }

    private static String untabbed(String line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            text.append(character == '\t' ? " ".repeat(TAB - text.length() % TAB) : String.valueOf(character));
        }
        return text.toString();
    }

    /**
     * Control and format characters, also those that turn the direction of writing, become escapes of Java.
     *
     * @param text of unknown origin
     * @return all of it, in one line
     */
    public static String escaped(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(character -> append(visible, character));
        return visible.toString();
    }

    private static void append(StringBuilder visible, int character) {
        switch (character) {
            case '\n' -> visible.append("\\n");
            case '\r' -> visible.append("\\r");
            case '\t' -> visible.append("\\t");
            default -> {
                if (Markup.isShown(character)) {
                    visible.appendCodePoint(character);
                } else {
                    visible.append(Markup.escape(character));
                }
            }
        }
    }
}
