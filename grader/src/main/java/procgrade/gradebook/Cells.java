package procgrade.gradebook;

import java.util.List;
import java.util.regex.Pattern;
import procgrade.text.Visible;

/** Text of unknown origin as the cell of a table that somebody opens with a spreadsheet. */
final class Cells {
    /** With these a spreadsheet takes text for a formula, the last four in the wide form of East Asian keyboards. */
    private static final String FORMULA = "[=+\\-@\uff1d\uff0b\uff0d\uff20]";

    /** A spreadsheet that takes the semicolon for the separator sees the beginning of a cell after it. */
    private static final Pattern BEGINNING = Pattern.compile("(^|;)(\\s*)(?=" + FORMULA + ")");

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)?");

    private Cells() {}

    /** All of it in one line; an apostrophe goes before what would be a formula, but not before a number. */
    static String text(String text) {
        String visible = Visible.escaped(text);
        return NUMBER.matcher(visible).matches()
                ? visible
                : BEGINNING.matcher(visible).replaceAll("$1$2'");
    }

    /** Several texts in one cell. */
    static String texts(List<String> texts) {
        return text(String.join("; ", texts));
    }
}
