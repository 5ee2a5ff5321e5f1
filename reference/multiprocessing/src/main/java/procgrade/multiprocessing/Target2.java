package procgrade.multiprocessing;

/**
 * What a process runs: a method reference or lambda with two arguments.
 *
 * @param <A> the type of argument 1
 * @param <B> the type of argument 2
 */
@FunctionalInterface
public interface Target2<A, B> extends Target {
    /**
     * Runs in the child process.
     *
     * @param a argument 1
     * @param b argument 2
     * @throws Exception any; it ends the process with exit code 1 and a stack trace
     */
    void run(A a, B b) throws Exception;
}
