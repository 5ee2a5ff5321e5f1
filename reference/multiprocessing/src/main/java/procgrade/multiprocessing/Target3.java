package procgrade.multiprocessing;

/**
 * What a process runs: a method reference or lambda with three arguments.
 *
 * @param <A> the type of argument 1
 * @param <B> the type of argument 2
 * @param <C> the type of argument 3
 */
@FunctionalInterface
public interface Target3<A, B, C> extends Target {
    /**
     * Runs in the child process.
     *
     * @param a argument 1
     * @param b argument 2
     * @param c argument 3
     * @throws Exception any; it ends the process with exit code 1 and a stack trace
     */
    void run(A a, B b, C c) throws Exception;
}
