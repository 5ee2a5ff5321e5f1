package procgrade.cli;

import java.io.PrintWriter;

/** One line that says what goes on, on a terminal only, and gone before anything else is printed. */
final class ProgressLine {
    private static final String ERASE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean shown;
    private final int width;
    private boolean dirty;

    ProgressLine(Surroundings surroundings) {
        this(surroundings.err(), surroundings.canErase(), surroundings.columns());
    }

    ProgressLine(PrintWriter err, boolean shown, int columns) {
        this.err = err;
        this.shown = shown;
        // behind the last column the cursor would move to the next line, which is not erased
        this.width = columns - 1;
    }

    void show(String text) {
        if (shown) {
            String line = text.codePoints()
                    .limit(width)
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
