package procgrade.multiprocessing;

import procgrade.multiprocessing.kernel.OwnPid;

/**
 * What a process knows of itself.
 *
 * @param name its name
 * @param identity which child of its parent it is, {@code 1:2} for the second child of the first; empty in the
 *     program's first process
 * @param daemon whether it is daemonic
 * @param process the object that stands for it
 * @param parent the object that stands for its parent, null in the program's first process
 */
record CurrentProcess(String name, String identity, boolean daemon, Process process, Process parent) {
    private static volatile CurrentProcess current;

    static CurrentProcess get() {
        CurrentProcess known = current;
        return known != null ? known : first();
    }

    private static synchronized CurrentProcess first() {
        if (current == null) {
            long pid = OwnPid.VALUE;
            current = new CurrentProcess("MainProcess", "", false, described("MainProcess", false, pid), null);
        }
        return current;
    }

    /** Makes the object by which a process sees itself or its parent. */
    static Process described(String name, boolean daemon, long pid) {
        return new Process(name, daemon, new Bystander(pid, false));
    }

    /** Tells a child who it is. */
    static void set(String name, String identity, boolean daemon, Process parent) {
        long pid = OwnPid.VALUE;
        current = new CurrentProcess(name, identity, daemon, described(name, daemon, pid), parent);
    }

    /** Puts the program's own object, an instance of a subclass, in the place of the plain one. */
    static void become(Process process) {
        CurrentProcess known = get();
        process.standFor(known.name, known.daemon, new Bystander(OwnPid.VALUE, false));
        current = new CurrentProcess(known.name, known.identity, known.daemon, process, known.parent);
    }

    /** The identity of one of its children. */
    String childIdentity(int number) {
        return identity.isEmpty() ? Integer.toString(number) : identity + ":" + number;
    }
}
