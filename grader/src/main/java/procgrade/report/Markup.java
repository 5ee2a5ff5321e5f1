package procgrade.report;

/** Text of unknown origin as a part of an HTML page. */
final class Markup {
    private Markup() {}

    /** One line; nothing in it is markup, and nothing changes the direction of writing. */
    static String line(String text) {
        return escaped(Visible.line(text));
    }

    static String escaped(String text) {
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
