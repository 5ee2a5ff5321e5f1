package procgrade.multiprocessing;

/**
 * The try of a static initializer to start a process in a child, where it runs again: that process would run it again,
 * too, and so on until the machine is full.
 */
@SuppressWarnings("StaticAssignmentOfThrowable") // its stack trace shows the initializer when the child ends
final class RefusedStart {
    private static volatile IllegalStateException first;

    private RefusedStart() {}

    /** Refuses a start while this process runs the static initializers of the classes whose globals it gets. */
    static void check() {
        if (Shared.restoring) {
            first = new IllegalStateException("cannot start a process while "
                    + CurrentProcess.get().name() + " is still starting: static initializers run again in each process,"
                    + " which would start another one; start processes in main or in a method that it calls");
            throw first;
        }
    }

    /** Whether this process has tried. */
    static boolean happened() {
        return first != null;
    }

    /** Ends the start of a child that has tried. */
    static void rethrow() {
        if (happened()) {
            throw first;
        }
    }
}
