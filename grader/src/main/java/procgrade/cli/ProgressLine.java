package procgrade.cli;

import java.io.PrintWriter;

/** One line that says what goes on, on a terminal only, and gone before anything else is printed. */
final class ProgressLine {
    private static final int WIDTH = 78;
    private static final String ERASE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean shown;
    private boolean dirty;

    ProgressLine(PrintWriter err, boolean terminal) {
        this.err = err;
        this.shown = terminal;
    }

    void show(String text) {
        if (shown) {
            String line = text.codePoints()
                    .limit(WIDTH)
                    .map(character -> Character.isISOControl(character) ? '?' : character)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            err.print(ERASE + line);
            err.flush();
            dirty = true;
        }
    }

    void clear() {
        if (dirty) {
            err.print(ERASE);
            err.flush();
            dirty = false;
        }
    }
}
