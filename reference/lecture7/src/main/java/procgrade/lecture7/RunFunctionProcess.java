package procgrade.lecture7;

import procgrade.multiprocessing.Process;

/**
 * <pre>
 * $ ./procgrade run RunFunctionProcess   # in any order
 * Main thread after task process starts...
 * task Process running for 1 second
 * task Process running for 11 second
 * </pre>
 *
 * Runs a function in a process of its own. {@code start()} duplicates the main process and returns at once: the main
 * process and the task process are progressing concurrently, until {@code join()} waits for the task to finish. Look at
 * them meanwhile from another terminal, with {@code ps u}: two java processes are running.
 */
public class RunFunctionProcess {
    // a function that blocks for a moment
    static void task() {
        Lecture.sleep(1);
        // display a message
        System.out.println("task Process running for 1 second");
        Lecture.sleep(10);
        System.out.println("task Process running for 11 second");
    }

    /** Takes no arguments. */
    public static void main(String[] args) {
        new Arguments(args);
        // create a process
        Process p = new Process(RunFunctionProcess::task);
        p.start(); // duplicate the main process
        // wait for the child process to finish
        System.out.println("Main thread after task process starts...");
        p.join();
    }
}
