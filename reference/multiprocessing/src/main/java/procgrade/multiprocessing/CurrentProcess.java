package procgrade.multiprocessing;

/**
 * What a process knows of itself.
 *
 * @param name its name
 * @param daemon whether it is daemonic
 * @param process the object that stands for it
 * @param parent the object that stands for its parent, null in the program's first process
 */
record CurrentProcess(String name, boolean daemon, Process process, Process parent) {
    private static volatile CurrentProcess current;

    static CurrentProcess get() {
        CurrentProcess known = current;
        return known != null ? known : first();
    }

    private static synchronized CurrentProcess first() {
        if (current == null) {
            long pid = ProcessHandle.current().pid();
            current = new CurrentProcess("MainProcess", false, Process.described("MainProcess", false, pid), null);
        }
        return current;
    }

    /** Tells a child who it is. */
    static void set(String name, boolean daemon, Process parent) {
        long pid = ProcessHandle.current().pid();
        current = new CurrentProcess(name, daemon, Process.described(name, daemon, pid), parent);
    }

    /** Puts the program's own object, an instance of a subclass, in the place of the plain one. */
    static void become(Process process) {
        CurrentProcess known = get();
        process.standFor(known.name, known.daemon, ProcessHandle.current());
        current = new CurrentProcess(known.name, known.daemon, process, known.parent);
    }

    /** Names a child after the default name of its parent, as Python does. */
    String childName(int number) {
        boolean nested = parent != null && name.startsWith("Process-");
        return nested ? name + ":" + number : "Process-" + number;
    }
}
