package procgrade.multiprocessing;

/**
 * What a worker of a pool computes: a method reference or lambda with one argument and a result.
 *
 * @param <A> the type of argument 1
 * @param <R> the type of the result
 */
@FunctionalInterface
public interface Function1<A, R> extends Target {
    /**
     * Computes in a worker process.
     *
     * @param a argument 1
     * @return the result, serializable or null
     * @throws Exception any; whoever asks for the result gets it
     */
    R call(A a) throws Exception;
}
