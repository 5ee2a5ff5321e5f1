package procgrade.judge;

/**
 * Shows a text in quotes so that every character of it can be seen: control characters and unusual blanks are escaped
 * as in Java. Of a text with more than 80 characters the first 60 are shown, then how many it has.
 */
final class Quoted {
    static final int LONGEST = 80;
    private static final int SHOWN = 60;
    private static final int BEFORE = 20;

    private Quoted() {}

    static String of(String text) {
        return text.length() <= LONGEST ? quoted(text) : cut(text, 0, SHOWN);
    }

    /** The same, but of a long text the part around a place, so that what matters there can be seen. */
    static String around(String text, int place) {
        if (text.length() <= LONGEST || place < SHOWN) {
            return of(text);
        }
        int from = Math.min(place, text.length() - SHOWN + BEFORE) - BEFORE;
        return cut(text, from, Math.min(from + SHOWN, text.length()));
    }

    private static String cut(String text, int from, int to) {
        return (from > 0 ? "…" : "") + quoted(text.substring(from, to)) + (to < text.length() ? "…" : "") + " ("
                + text.length() + " characters)";
    }

    private static String quoted(String text) {
        StringBuilder shown = new StringBuilder("\"");
        text.codePoints().forEach(character -> append(shown, character));
        return shown.append('"').toString();
    }

    private static void append(StringBuilder shown, int character) {
        switch (character) {
            case '\n' -> shown.append("\\n");
            case '\r' -> shown.append("\\r");
            case '\t' -> shown.append("\\t");
            case '"' -> shown.append("\\\"");
            case '\\' -> shown.append("\\\\");
            default -> {
                if (isVisible(character)) {
                    shown.appendCodePoint(character);
                } else {
                    shown.append(character <= 0xFFFF ? "\\u%04X".formatted(character) : "\\x{%X}".formatted(character));
                }
            }
        }
    }

    private static boolean isVisible(int character) {
        return character == ' '
                || switch (Character.getType(character)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.SPACE_SEPARATOR,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> false;
                    default -> true;
                };
    }
}
