package procgrade.text;

/** Text of unknown origin as a part of an HTML page. */
public final class Markup {
    private Markup() {}

    /**
     * One line; nothing in it is markup, and nothing changes the direction of writing.
     *
     * @param text of unknown origin
     * @return HTML that shows it, cut as by {@link Visible#line}
     */
    public static String line(String text) {
        return escaped(Visible.line(text));
    }

    /**
     * Replaces what means something in HTML, in text and in quoted attributes.
     *
     * @param text without characters that cannot be shown
     * @return HTML that shows it whole
     */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(character);
            }
        }
        return escaped.toString();
    }
}
