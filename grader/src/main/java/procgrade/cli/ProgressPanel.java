package procgrade.cli;

import java.io.PrintWriter;
import java.util.List;

/** Some lines that say what goes on, on a terminal only, and gone before anything else is printed. */
final class ProgressPanel {
    private static final String ERASE = "\r\u001b[K";
    private static final String UP = "\u001b[1A";

    private final PrintWriter err;
    private final boolean shown;
    private final int width;
    private int dirty;

    ProgressPanel(PrintWriter err, boolean shown, int columns) {
        this.err = err;
        this.shown = shown;
        // behind the last column the cursor would move to the next line
        this.width = columns - 1;
    }

    boolean isShown() {
        return shown;
    }

    void show(List<String> lines) {
        if (shown) {
            StringBuilder text = new StringBuilder(erasure());
            text.append(String.join("\n", lines.stream().map(this::cut).toList()));
            err.print(text);
            err.flush();
            dirty = lines.size();
        }
    }

    private String cut(String line) {
        return line.codePoints()
                .limit(width)
                .map(character -> Character.isISOControl(character) ? '?' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private String erasure() {
        return dirty == 0 ? "" : (ERASE + UP).repeat(dirty - 1) + ERASE;
    }

    void clear() {
        if (dirty > 0) {
            err.print(erasure());
            err.flush();
            dirty = 0;
        }
    }
}
