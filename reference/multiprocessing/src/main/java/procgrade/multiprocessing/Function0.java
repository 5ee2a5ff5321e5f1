package procgrade.multiprocessing;

/**
 * What a worker of a pool computes: a method reference or lambda with no argument and a result.
 *
 * @param <R> the type of the result
 */
@FunctionalInterface
public interface Function0<R> extends Target {
    /**
     * Computes in a worker process.
     *
     * @return the result, serializable or null
     * @throws Exception any; whoever asks for the result gets it
     */
    R call() throws Exception;
}
