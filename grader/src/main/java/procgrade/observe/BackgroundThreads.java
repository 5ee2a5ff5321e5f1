package procgrade.observe;

import java.util.List;
import java.util.Set;

/**
 * The threads of a Java program that its author has not started: those of the virtual machine, by the names HotSpot
 * gives them, and the idle ones of procgrade's library. Names are cut off after 15 bytes, as in {@code stat}. This folds
 * lines away in front of a reader and decides nothing, since a program can name its own threads the same.
 */
public final class BackgroundThreads {
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

    /**
     * Whether a thread is in the background. The first thread of a Java virtual machine is: it only waits for the end
     * of the one that runs {@code main}.
     *
     * @param process any process
     * @param thread one of its threads
     * @return false for all threads of programs that do not look like Java
     */
    public static boolean contains(ObservedProcess process, ObservedThread thread) {
        if (!process.role().isJava()) {
            return false;
        }
        String name = thread.name();
        boolean idleFeeder = name.startsWith(FEEDER) && thread.activity().isPrivateFutex();
        return thread.tid() == process.pid() || idleFeeder || isNamed(name);
    }

    /**
     * Whether a name is that of such a thread.
     *
     * @param name the first 15 bytes of the name of a thread of a Java virtual machine
     * @return whether a thread of that name is probably in the background
     */
    public static boolean isNamed(String name) {
        return NAMES.contains(name) || BEGINNINGS.stream().anyMatch(name::startsWith);
    }
}
