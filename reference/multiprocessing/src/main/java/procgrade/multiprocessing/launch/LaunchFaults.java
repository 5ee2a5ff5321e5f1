package procgrade.multiprocessing.launch;

import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Words for why the operating system started no process ({@code fork(2)}, {@code execve(2)}), and the way out. */
public final class LaunchFaults {
    private static final String TOO_MANY_FILES =
            "too many open files; join processes and close queues that are no longer used, or raise ulimit -n";

    /** As many as a start may need at the same time. */
    private static final int SPARE_FILES = 16;

    private LaunchFaults() {}

    /**
     * Explains a failed start.
     *
     * @param message what the JDK said, null if nothing
     * @return the reason and what to do about it
     */
    public static String explain(String message) {
        String text = message == null ? "unknown reason" : message;
        if (isError(text, 24)) {
            return TOO_MANY_FILES;
        }
        if (isError(text, 11)) {
            return "the operating system allows no more processes; join some first, or raise ulimit -u";
        }
        if (isError(text, 12)) {
            return "not enough memory for another process; start fewer at a time";
        }
        if (isError(text, 7)) {
            return "the class path is too long for a command line; shorten it";
        }
        if (text.contains("spawn helper") && !hasSpareFiles()) {
            return TOO_MANY_FILES;
        }
        return text;
    }

    /** As JDK 17 and as JDK 25 put it. */
    private static boolean isError(String text, int number) {
        return text.contains("error=" + number + ",") || text.contains("error: " + number + " ");
    }

    /** The JDK's helper program, started first, dies without a reason if it finds no free file descriptor. */
    private static boolean hasSpareFiles() {
        List<FileInputStream> open = new ArrayList<>();
        try {
            for (int i = 0; i < SPARE_FILES; i++) {
                open.add(new FileInputStream("/dev/null"));
            }
            return true;
        } catch (IOException tooMany) {
            return false;
        } finally {
            open.forEach(LaunchFaults::closeQuietly);
        }
    }

    private static void closeQuietly(FileInputStream file) {
        try {
            file.close();
        } catch (IOException nothingToSave) {
            return;
        }
    }
}
