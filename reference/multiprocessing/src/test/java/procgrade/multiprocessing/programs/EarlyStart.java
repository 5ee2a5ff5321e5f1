package procgrade.multiprocessing.programs;

import procgrade.multiprocessing.Process;

/** Starts a process in a static initializer, which runs again in that process. */
public final class EarlyStart {
    /** Keeps the chain short, should the library let each process start the next. */
    private static final boolean FAR = Process.currentProcess().name().contains(":");

    private static final Process WORKER = FAR ? null : new Process(EarlyStart::work).start();

    private EarlyStart() {}

    public static void main(String[] arguments) {
        WORKER.join();
        System.out.println("worker ended with " + WORKER.exitcode());
    }

    private static void work() {
        System.out.println("works");
    }
}
