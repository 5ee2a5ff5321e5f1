package procgrade.standstill;

import java.util.List;
import java.util.Optional;

/**
 * A thread as a Java virtual machine's thread dump describes it.
 *
 * @param name chosen by the program
 * @param numbered whether it has a number, {@code #12}: those that have none run no Java code
 * @param daemon whether the virtual machine ends without waiting for it
 * @param nativeId its id in the innermost pid namespace
 * @param state of {@code java.lang.Thread.State}; empty if there is none. {@code WAITING} also for one that waits until
 *     another one has initialized a class
 * @param frames innermost first
 * @param awaits the object it waits for: to lock it, to be notified by it, or parked for it
 * @param locks the objects that it has locked
 */
record JavaThread(
        String name,
        boolean numbered,
        boolean daemon,
        long nativeId,
        String state,
        List<Frame> frames,
        Optional<Lock> awaits,
        List<Lock> locks) {
    /**
     * A line {@code at module/pkg.Class.method(File.java:12)}.
     *
     * @param method class and method
     * @param module the module with its version, empty for classes on the class path
     * @param place {@code File.java:12}; also {@code Native Method} or {@code Unknown Source}
     */
    record Frame(String method, String module, String place) {
        boolean isOfJava() {
            return module.startsWith("java.base@") || module.startsWith("jdk.");
        }
    }

    /**
     * A monitor or a lock of {@code java.util.concurrent}.
     *
     * @param address by which it is the same object as another one's
     * @param type its class
     */
    record Lock(String address, String type) {}

    JavaThread {
        frames = List.copyOf(frames);
        locks = List.copyOf(locks);
    }

    boolean isIn(String method) {
        return frames.stream().anyMatch(frame -> frame.method().equals(method));
    }

    boolean isBlocked() {
        return state.equals("BLOCKED");
    }

    boolean isTimedWaiting() {
        return state.equals("TIMED_WAITING");
    }
}
