package procgrade.cli;

import java.util.LinkedHashSet;
import java.util.Set;

/** The progress line of a verification, in which several programs are graded at the same time. */
final class VerifyProgress {
    private final ProgressLine line;
    private final int total;
    private final Set<String> current = new LinkedHashSet<>();
    private int done;

    /**
     * A progress line.
     *
     * @param line to write to
     * @param total number of programs
     */
    VerifyProgress(ProgressLine line, int total) {
        this.line = line;
        this.total = total;
    }

    synchronized void begins(String program) {
        current.add(program);
        show();
    }

    synchronized void ends(String program) {
        current.remove(program);
        done++;
        show();
    }

    /** Prints something above the line. */
    synchronized void above(Runnable text) {
        line.clear();
        text.run();
        show();
    }

    synchronized void clear() {
        line.clear();
    }

    private void show() {
        if (!current.isEmpty()) {
            line.show(done + " of " + total + "  " + String.join(", ", current));
        }
    }
}
