package procgrade.cli;

import java.util.List;
import java.util.Set;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ObservedThread;

/**
 * The threads of a Java program that its author has not started: those of the virtual machine, by the names HotSpot
 * gives them, and the idle ones of procgrade's library. Names are cut off after 15 bytes, as in {@code stat}. This folds
 * lines away in front of a reader and decides nothing, since a program can name its own threads the same.
 */
final class BackgroundThreads {
    private static final Set<String> NAMES = Set.of(
            "VM Thread",
            "VM Periodic Tas",
            "Reference Handl",
            "Finalizer",
            "Signal Dispatch",
            "Service Thread",
            "Monitor Deflati",
            "Sweeper thread",
            "Common-Cleaner",
            "Notification Th",
            "Attach Listener",
            "G1 Main Marker",
            "G1 Service",
            "DestroyJavaVM",
            "process reaper ",
            "process reaper",
            "mp-lifeline",
            "mp-timer");
    private static final List<String> BEGINNINGS =
            List.of("C1 Compiler", "C2 Compiler", "GC Thread#", "G1 Conc#", "G1 Refine#");
    private static final String FEEDER = "mp-feeder-";

    private BackgroundThreads() {}

    /** The first thread of a Java virtual machine only waits for the end of the one that runs {@code main}. */
    static boolean contains(ObservedProcess process, ObservedThread thread) {
        if (!process.role().isJava()) {
            return false;
        }
        String name = thread.name();
        boolean idleFeeder = name.startsWith(FEEDER) && thread.activity().isPrivateFutex();
        return thread.tid() == process.pid()
                || idleFeeder
                || NAMES.contains(name)
                || BEGINNINGS.stream().anyMatch(name::startsWith);
    }
}
