package procgrade.multiprocessing;

/**
 * What a worker of a pool computes: a method reference or lambda with two arguments and a result.
 *
 * @param <A> the type of argument 1
 * @param <B> the type of argument 2
 * @param <R> the type of the result
 */
@FunctionalInterface
public interface Function2<A, B, R> extends Target {
    /**
     * Computes in a worker process.
     *
     * @param a argument 1
     * @param b argument 2
     * @return the result, serializable or null
     * @throws Exception any; whoever asks for the result gets it
     */
    R call(A a, B b) throws Exception;
}
