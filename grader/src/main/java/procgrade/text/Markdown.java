package procgrade.text;

import java.util.List;
import java.util.regex.Pattern;

/** Text of unknown origin as a part of a Markdown document: nothing in it is markup, HTML or the end of a block of code. */
public final class Markdown {
    private static final String SPECIAL = "\\`*_[]<>#|~&!$";
    private static final Pattern BLOCK = Pattern.compile("^(\\s*)([-+=]|[0-9]+(?=[.)]))");
    private static final int SHORTEST_FENCE = 3;

    private Markdown() {}

    /**
     * One line that does not begin a list, a heading or a table.
     *
     * @param text of unknown origin
     * @return Markdown that shows it, as long as {@link Visible#text} makes it
     */
    public static String line(String text) {
        String visible = Visible.text(text);
        StringBuilder escaped = new StringBuilder(visible.length());
        for (int i = 0; i < visible.length(); i++) {
            char character = visible.charAt(i);
            if (SPECIAL.indexOf(character) >= 0) {
                escaped.append('\\');
            }
            escaped.append(character);
        }
        return BLOCK.matcher(escaped).replaceFirst(match -> {
            String begin = match.group(2);
            boolean number = Character.isDigit(begin.charAt(0));
            return match.group(1) + (number ? begin + "\\\\" : "\\\\" + begin);
        });
    }

    /**
     * Lines as they are, as a block of code.
     *
     * @param lines of unknown origin
     * @return the block with a fence that is longer than any in the lines, and a line end
     */
    public static String block(List<String> lines) {
        List<String> visible = Visible.lines(lines);
        String fence = "`"
                .repeat(Math.max(
                        SHORTEST_FENCE,
                        1
                                + visible.stream()
                                        .mapToInt(Markdown::longestRun)
                                        .max()
                                        .orElse(0)));
        StringBuilder block = new StringBuilder(fence).append("text\n");
        visible.forEach(line -> block.append(line).append('\n'));
        return block.append(fence).append('\n').toString();
    }

    /**
     * A piece of code inside a sentence.
     *
     * @param text of unknown origin
     * @return the piece, in one line
     */
    public static String code(String text) {
        String visible = Visible.text(text);
        String quote = "`".repeat(1 + longestRun(visible));
        return visible.isBlank() ? "" : quote + " " + visible + " " + quote;
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
