package procgrade.multiprocessing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Consumer;
import procgrade.multiprocessing.kernel.Session;

/** The only place where the library speaks: one line on standard error, as Python's own does. */
final class Console {
    private Console() {}

    static void warn(String sentence) {
        System.err.println("multiprocessing: " + sentence);
    }

    /** Warns unless a process of the program has said the same already. */
    static void warnOnce(String sentence) {
        if (Session.current().isFirstToSay(sentence)) {
            warn(sentence);
        }
    }

    /** {@link #warnOnce} as an object: a method reference would cost each child its linking. */
    static final class WarnOnce implements Consumer<String> {
        @Override
        public void accept(String sentence) {
            warnOnce(sentence);
        }
    }

    /** Prints an uncaught exception as Python does: whose it is, then the frames of the program. */
    static void traceback(String process, Throwable thrown) {
        prune(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
        StringBuilder text = new StringBuilder("Process " + process + ":\n");
        StringWriter frames = new StringWriter();
        thrown.printStackTrace(new PrintWriter(frames, true));
        System.err.print(text.append(frames));
        System.err.flush();
    }

    private static void prune(Throwable thrown, Set<Throwable> done) {
        if (thrown == null || !done.add(thrown)) {
            return;
        }
        pruneFrames(thrown);
        prune(thrown.getCause(), done);
        for (Throwable suppressed : thrown.getSuppressed()) {
            prune(suppressed, done);
        }
    }

    /** Cuts the frames of reflection and of this library below the target. */
    private static void pruneFrames(Throwable thrown) {
        StackTraceElement[] frames = thrown.getStackTrace();
        int end = frames.length;
        while (end > 0 && isPlumbing(frames[end - 1].getClassName())) {
            end--;
        }
        thrown.setStackTrace(end == 0 ? frames : Arrays.copyOf(frames, end));
    }

    private static boolean isPlumbing(String name) {
        return name.startsWith("java.lang.reflect.")
                || name.startsWith("jdk.internal.reflect.")
                || name.equals(ChildMain.class.getName())
                || name.startsWith(TargetCall.class.getName())
                || name.equals(PoolWorker.class.getName());
    }
}
