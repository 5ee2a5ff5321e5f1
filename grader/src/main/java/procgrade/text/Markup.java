package procgrade.text;

/**
 * The one rule by which text of unknown origin gets into HTML, SVG and other XML. A program or a student can write what
 * they like, but nothing of it is markup, ends an attribute, makes a document malformed or turns the direction in which
 * the text around it is read.
 */
public final class Markup {
    private static final int NON_JOINER = 0x200c;
    private static final int JOINER = 0x200d;

    private Markup() {}

    /**
     * A value in one line.
     *
     * @param text of unknown origin
     * @return markup that shows it, cut as by {@link Visible#line}
     */
    public static String line(String text) {
        return escaped(Visible.line(text));
    }

    /**
     * A sentence in one line.
     *
     * @param text of unknown origin
     * @return markup that shows it, cut as by {@link Visible#text}
     */
    public static String sentence(String text) {
        return escaped(Visible.text(text));
    }

    /**
     * Escapes all of a text. The five characters with a meaning in markup become entities. What XML 1.0 cannot contain (section
     * 2.2, Char) or a reader cannot see becomes an escape of Java, such as <code>&#92;u202e</code>: control characters
     * but tab and line end, and format characters but the two joiners, which names of several alphabets need.
     *
     * @param text of unknown origin
     * @return the same as a part of an element or of a quoted attribute
     */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(character -> append(escaped, character));
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, int character) {
        switch (character) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            case '\n', '\r', '\t', NON_JOINER, JOINER -> escaped.appendCodePoint(character);
            default -> {
                if (isShown(character)) {
                    escaped.appendCodePoint(character);
                } else {
                    escaped.append(escape(character));
                }
            }
        }
    }

    /**
     * Whether a reader sees that a character is there.
     *
     * @param character a code point
     * @return whether it is more than a command to a terminal or browser
     */
    public static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /**
     * Writes a character down that a reader would not see.
     *
     * @param character a code point
     * @return such as <code>&#92;u001b</code>
     */
    public static String escape(int character) {
        return character > 0xffff ? String.format("\\u{%x}", character) : String.format("\\u%04x", character);
    }
}
