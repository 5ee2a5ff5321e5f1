package procgrade.multiprocessing;

/**
 * What a process runs: a method reference or lambda with four arguments.
 *
 * @param <A> the type of argument 1
 * @param <B> the type of argument 2
 * @param <C> the type of argument 3
 * @param <D> the type of argument 4
 */
@FunctionalInterface
public interface Target4<A, B, C, D> extends Target {
    /**
     * Runs in the child process.
     *
     * @param a argument 1
     * @param b argument 2
     * @param c argument 3
     * @param d argument 4
     * @throws Exception any; it ends the process with exit code 1 and a stack trace
     */
    void run(A a, B b, C c, D d) throws Exception;
}
