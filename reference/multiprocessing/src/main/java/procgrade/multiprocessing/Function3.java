package procgrade.multiprocessing;

/**
 * What a worker of a pool computes: a method reference or lambda with three arguments and a result.
 *
 * @param <A> the type of argument 1
 * @param <B> the type of argument 2
 * @param <C> the type of argument 3
 * @param <R> the type of the result
 */
@FunctionalInterface
public interface Function3<A, B, C, R> extends Target {
    /**
     * Computes in a worker process.
     *
     * @param a argument 1
     * @param b argument 2
     * @param c argument 3
     * @return the result, serializable or null
     * @throws Exception any; whoever asks for the result gets it
     */
    R call(A a, B b, C c) throws Exception;
}
