package procgrade.multiprocessing;

import java.io.UncheckedIOException;
import java.util.List;
import procgrade.multiprocessing.kernel.Cells;
import procgrade.multiprocessing.kernel.Session;
import procgrade.multiprocessing.trace.Trace;

/**
 * What a process does at its end, in CPython's order: end the daemonic children, wait for the others,
 * wait for the feeders of its queues, and in the program's first process remove the session's folder.
 *
 * <p>The first process does so in a shutdown hook; if a signal ends it, it does not wait for its children
 * but ends them too, or the signal would not end the program.
 */
final class Lifecycle {
    private static final int ENDED = 1;

    /** The exit code in the trace of a process that ends in a hook, which is not told it. */
    private static final int UNKNOWN = -1;

    private static final String NATIVE_REFLECTION = "jdk.reflect.useNativeAccessorOnly";

    private static boolean installed;
    private static boolean finished;
    private static volatile boolean ending;

    private Lifecycle() {}

    /** Makes sure that the end of this process is taken care of. */
    static synchronized void install() {
        if (!installed) {
            installed = true;
            reflectNatively();
            Preload.begin();
            Runtime.getRuntime().addShutdownHook(new Thread("mp-exit") {
                @Override
                public void run() {
                    endOfFirstProcess();
                }
            });
        }
    }

    /**
     * Else reflection makes method handles, for which the JDK itself takes 50 ms when it maps a first file (JDK 25). It
     * reads this property when something is first called by reflection.
     */
    private static void reflectNatively() {
        if (System.getProperty(NATIVE_REFLECTION) == null) {
            System.setProperty(NATIVE_REFLECTION, "true");
        }
    }

    /** The same for a child: its hook runs only if the program calls {@link System#exit}. */
    static synchronized void installInChild(Cells mark) {
        installed = true;
        Runtime.getRuntime().addShutdownHook(new Thread("mp-exit") {
            @Override
            public void run() {
                finish();
                markEnd(mark);
                if (Trace.ON) {
                    Trace.record(Trace.EXIT, 0, UNKNOWN);
                }
            }
        });
    }

    /** Whether this process ends its children: a pool must not replace them any more. */
    static boolean isEnding() {
        return ending;
    }

    private static void endOfFirstProcess() {
        if (EndingSignals.pending() != 0) {
            endAtOnce();
            return;
        }
        try {
            finish();
            EndingSignals.yieldIfHeard();
        } finally {
            leave();
        }
    }

    /** Ends the children of the first process, so that a signal does not leave them behind. */
    static void endAtOnce() {
        ending = true;
        try {
            for (Child child : Child.alive()) {
                child.signal(true);
            }
            awaitAll(Child.alive());
        } finally {
            leave();
        }
    }

    private static void leave() {
        if (Trace.ON) {
            Trace.record(Trace.EXIT, 0, UNKNOWN);
        }
        if (Session.exists()) {
            Session.current().removeIfOwned();
        }
    }

    /** Ends the daemonic children, waits for the others, then for the feeders; once. */
    static synchronized void finish() {
        ending = true;
        if (finished) {
            return;
        }
        finished = true;
        for (Process process : Process.activeChildren()) {
            if (process.isDaemon()) {
                process.terminate();
            }
        }
        List<Child> others = Child.alive();
        if (Process.parentProcess() == null && (!others.isEmpty() || !States.allFlushed())) {
            EndingSignals.hear();
        }
        awaitAll(others);
        States.flushAll();
        if (Session.exists()) {
            Session.current().processes().releaseAll();
        }
        Lifeline.cut();
    }

    private static void awaitAll(List<Child> children) {
        for (Child child : children) {
            child.awaitEnd();
        }
    }

    /** Notes that this process ended by itself, so that its parent does not take its exit code for a signal. */
    static void markEnd(Cells mark) {
        try {
            mark.writeInt(0, ENDED);
        } catch (UncheckedIOException folderIsGone) {
            return; // exit codes above 128 will be taken for signals
        }
    }
}
