package procgrade.multiprocessing;

import java.util.Arrays;
import java.util.List;

/** The part of {@link Pool} that calls a function once. */
abstract sealed class PoolCalls permits Pool {
    abstract PoolCrew crew();

    /**
     * Calls a function in a worker and waits for the result.
     *
     * @param function what to call
     * @param <R> the type of the result
     * @return the result, may be null
     * @throws TaskFailed if there is none
     * @throws IllegalStateException if the pool takes no more tasks
     */
    public <R> R apply(Function0<? extends R> function) {
        return this.<R>applyAsync(function).get();
    }

    /**
     * Calls a function in a worker and waits for the result.
     *
     * @param function what to call
     * @param a its argument, serializable or null
     * @param <A> the argument's type
     * @param <R> the type of the result
     * @return the result, may be null
     * @throws TaskFailed if there is none
     * @throws IllegalStateException if the pool takes no more tasks
     */
    public <A, R> R apply(Function1<? super A, ? extends R> function, A a) {
        return this.<A, R>applyAsync(function, a).get();
    }

    /**
     * Calls a function in a worker and waits for the result.
     *
     * @param function what to call
     * @param a its first argument, serializable or null
     * @param b the second
     * @param <A> the first's type
     * @param <B> the second's
     * @param <R> the type of the result
     * @return the result, may be null
     * @throws TaskFailed if there is none
     * @throws IllegalStateException if the pool takes no more tasks
     */
    public <A, B, R> R apply(Function2<? super A, ? super B, ? extends R> function, A a, B b) {
        return this.<A, B, R>applyAsync(function, a, b).get();
    }

    /**
     * Calls a function in a worker and waits for the result.
     *
     * @param function what to call
     * @param a its first argument, serializable or null
     * @param b the second
     * @param c the third
     * @param <A> the first's type
     * @param <B> the second's
     * @param <C> the third's
     * @param <R> the type of the result
     * @return the result, may be null
     * @throws TaskFailed if there is none
     * @throws IllegalStateException if the pool takes no more tasks
     */
    public <A, B, C, R> R apply(Function3<? super A, ? super B, ? super C, ? extends R> function, A a, B b, C c) {
        return this.<A, B, C, R>applyAsync(function, a, b, c).get();
    }

    /**
     * Has a function called in a worker; does not wait.
     *
     * @param function what to call
     * @param <R> the type of the result
     * @return where the result will be
     * @throws IllegalStateException if the pool takes no more tasks
     */
    public <R> AsyncResult<R> applyAsync(Function0<? extends R> function) {
        return crew().apply(function, List.of());
    }

    /**
     * Has a function called in a worker; does not wait.
     *
     * @param function what to call
     * @param a its argument, serializable or null
     * @param <A> the argument's type
     * @param <R> the type of the result
     * @return where the result will be
     * @throws IllegalStateException if the pool takes no more tasks
     */
    public <A, R> AsyncResult<R> applyAsync(Function1<? super A, ? extends R> function, A a) {
        return crew().apply(function, Arrays.asList((Object) a));
    }

    /**
     * Has a function called in a worker; does not wait.
     *
     * @param function what to call
     * @param a its first argument, serializable or null
     * @param b the second
     * @param <A> the first's type
     * @param <B> the second's
     * @param <R> the type of the result
     * @return where the result will be
     * @throws IllegalStateException if the pool takes no more tasks
     */
    public <A, B, R> AsyncResult<R> applyAsync(Function2<? super A, ? super B, ? extends R> function, A a, B b) {
        return crew().apply(function, Arrays.asList(a, b));
    }

    /**
     * Has a function called in a worker; does not wait.
     *
     * @param function what to call
     * @param a its first argument, serializable or null
     * @param b the second
     * @param c the third
     * @param <A> the first's type
     * @param <B> the second's
     * @param <C> the third's
     * @param <R> the type of the result
     * @return where the result will be
     * @throws IllegalStateException if the pool takes no more tasks
     */
    public <A, B, C, R> AsyncResult<R> applyAsync(
            Function3<? super A, ? super B, ? super C, ? extends R> function, A a, B b, C c) {
        return crew().apply(function, Arrays.asList(a, b, c));
    }
}
