package procgrade.report;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines that fit a screen. */
final class Wrapped {
    private Wrapped() {}

    /**
     * Breaks at blanks. A word that is longer than a line stays whole, because paths and commands are there to be copied.
     *
     * @param text one line, which keeps the blanks that it begins with
     * @param width of the first line, in characters
     * @param hang how many blanks more than the first line the others begin with
     * @return the lines, at least one
     */
    static List<String> words(String text, int width, int hang) {
        List<String> lines = new ArrayList<>();
        String indent = "";
        String rest = text;
        while (length(rest) > width - indent.length()) {
            int end = lastBreak(rest, Math.max(1, width - indent.length()));
            if (end < 0) {
                break;
            }
            lines.add(indent + rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
            indent = " ".repeat(leadingBlanks(text) + hang);
        }
        lines.add(indent + rest);
        return lines;
    }

    /** The last blank within the width, or else the first one behind it; -1 if there is none to break at. */
    private static int lastBreak(String text, int width) {
        int first = leadingBlanks(text);
        int fits = text.lastIndexOf(' ', text.offsetByCodePoints(0, width));
        int end = fits > first ? fits : text.indexOf(' ', Math.max(first, fits + 1));
        return text.substring(Math.max(0, end)).isBlank() ? -1 : end;
    }

    /**
     * Breaks wherever a line is full, so that no character is lost.
     *
     * @param text one line
     * @param width of each line, in characters
     * @return the lines, at least one
     */
    static List<String> characters(String text, int width) {
        List<String> lines = new ArrayList<>();
        int begin = 0;
        while (text.codePointCount(begin, text.length()) > width) {
            int end = text.offsetByCodePoints(begin, width);
            lines.add(text.substring(begin, end));
            begin = end;
        }
        lines.add(text.substring(begin));
        return lines;
    }

    private static int leadingBlanks(String text) {
        return text.length() - text.stripLeading().length();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
