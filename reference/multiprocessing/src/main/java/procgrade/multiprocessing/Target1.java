package procgrade.multiprocessing;

/**
 * What a process runs: a method reference or lambda with one argument.
 *
 * @param <A> the type of argument 1
 */
@FunctionalInterface
public interface Target1<A> extends Target {
    /**
     * Runs in the child process.
     *
     * @param a argument 1
     * @throws Exception any; it ends the process with exit code 1 and a stack trace
     */
    void run(A a) throws Exception;
}
