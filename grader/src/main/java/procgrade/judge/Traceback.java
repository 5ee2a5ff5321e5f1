package procgrade.judge;

import java.util.List;

/**
 * An uncaught exception as Java or Python printed it.
 *
 * @param process the name of the process that the program gave it; empty for the main process
 * @param summary kind and message of the exception, in one line
 * @param own the frames in the student's own files, the innermost first; perhaps none
 */
record Traceback(String process, String summary, List<Frame> own) {
    private static final int SHOWN = 5;

    /**
     * A line of the program.
     *
     * @param file name without folders
     * @param line number, from 1
     * @param function that the line is in
     */
    record Frame(String file, int line, String function) {
        String place() {
            return file + ":" + line;
        }
    }

    Traceback {
        own = List.copyOf(own);
    }

    /** {@code ZeroDivisionError: division by zero (pi.py:3)}. */
    String sentence() {
        return summary + (own.isEmpty() ? "" : " (" + own.get(0).place() + ")");
    }

    /** The innermost frames, a line each. */
    List<String> frames() {
        return own.stream()
                .limit(SHOWN)
                .map(frame -> "at " + frame.place() + " in " + frame.function())
                .toList();
    }
}
