package procgrade.build;

/** The code of a Java source: comments and literals are blanks, lines stay where they are (JLS chapter 3). */
final class CodeText {
    private final String source;
    private final StringBuilder code;
    private int at;

    private CodeText(String source) {
        this.source = source;
        this.code = new StringBuilder(source.length());
    }

    static String of(String source) {
        return new CodeText(source).strip();
    }

    private String strip() {
        while (at < source.length()) {
            if (source.startsWith("//", at)) {
                blankUntil("\n", 0, false);
            } else if (source.startsWith("/*", at)) {
                blankUntil("*/", 2, false);
            } else if (source.startsWith("\"\"\"", at)) {
                blankUntil("\"\"\"", 3, true);
            } else if (source.charAt(at) == '"' || source.charAt(at) == '\'') {
                blankLiteral(source.charAt(at));
            } else {
                code.append(source.charAt(at++));
            }
        }
        return code.toString();
    }

    /** Blanks from here to the end mark, the mark included unless it is a line's end. */
    private void blankUntil(String end, int opening, boolean escapes) {
        int stop = at + opening;
        while (stop < source.length() && !source.startsWith(end, stop)) {
            stop += escapes && source.charAt(stop) == '\\' ? 2 : 1;
        }
        blankTo(end.equals("\n") ? stop : stop + end.length());
    }

    private void blankLiteral(char quote) {
        int stop = at + 1;
        while (stop < source.length() && source.charAt(stop) != quote && source.charAt(stop) != '\n') {
            stop += source.charAt(stop) == '\\' ? 2 : 1;
        }
        blankTo(stop + 1);
    }

    private void blankTo(int end) {
        while (at < Math.min(end, source.length())) {
            char letter = source.charAt(at++);
            code.append(letter == '\n' ? '\n' : ' ');
        }
    }
}
