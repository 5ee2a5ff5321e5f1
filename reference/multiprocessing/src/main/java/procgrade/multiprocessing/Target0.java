package procgrade.multiprocessing;

/**
 * What a process runs: a method reference or lambda with no arguments.
 */
@FunctionalInterface
public interface Target0 extends Target {
    /**
     * Runs in the child process.
     *
     * @throws Exception any; it ends the process with exit code 1 and a stack trace
     */
    void run() throws Exception;
}
