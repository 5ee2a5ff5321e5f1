package procgrade.multiprocessing;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Processes that wait for tasks, as Python's {@code multiprocessing.Pool}.
 *
 * <pre>{@code
 * try (Pool pool = new Pool(4)) {
 *     List<Double> parts = pool.map(Pi::part, List.of(0, 1, 2, 3));
 * }
 * }</pre>
 *
 * <p>Functions are method references or lambdas; they, their arguments and their results travel like the
 * targets and arguments of a {@link Process}. The workers are daemonic, have the globals as they are when they
 * start, usually when the pool is made, and are named {@code PoolWorker-1} and so on.
 *
 * <p>An unchecked exception of a task is thrown again where its result is asked for; everything else that can go
 * wrong with a task arrives as a {@link TaskFailed}.
 *
 * <p>Differences from Python. {@link #close()} also waits for the results and the ends of the workers, so
 * that a try block does what it should in Java; Python's {@code with} terminates. Callbacks are given
 * to the {@link AsyncResult}. The task of a worker that dies fails, and the results of a pool that was
 * terminated do, where Python waits for ever. A failed initializer fails all tasks instead of being tried
 * without end. The items of {@link #imap} are asked for only when a worker is free.
 *
 * <p>Each worker waits for its next task in read(2) on a pipe {@code pool-<n>.tasks-<worker>}; a thread of this
 * process waits for its results on {@code pool-<n>.results-<worker>}. The methods may be called by any thread of
 * the process that made the pool.
 */
public final class Pool extends PoolCalls implements AutoCloseable, Serializable {
    private static final long serialVersionUID = 1;
    private static final StackWalker CALLER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    /** Null in other processes: what arrives there, or is made there again by a static initializer, is no pool. */
    private final transient PoolCrew crew;

    /**
     * Makes a pool with a worker for each processor.
     *
     * @throws IllegalStateException if the current process is daemonic
     */
    public Pool() {
        this(CALLER.getCallerClass(), Runtime.getRuntime().availableProcessors(), null);
    }

    /**
     * Makes a pool.
     *
     * @param processes how many workers, at least 1
     * @throws IllegalArgumentException if that is less than 1
     * @throws IllegalStateException if the current process is daemonic
     */
    public Pool(int processes) {
        this(CALLER.getCallerClass(), processes, null);
    }

    /**
     * Makes a pool whose workers do something before they take tasks.
     *
     * @param processes how many workers, at least 1
     * @param initializer what each worker does first
     * @throws IllegalArgumentException if the number is less than 1, or if the initializer is not serializable
     * @throws IllegalStateException if the current process is daemonic
     */
    public Pool(int processes, Target0 initializer) {
        this(CALLER.getCallerClass(), processes, TargetCall.of(initializer, List.of()));
    }

    /**
     * Makes a pool whose workers do something before they take tasks.
     *
     * @param processes how many workers, at least 1
     * @param initializer what each worker does first
     * @param a its argument, serializable or null
     * @param <A> its type
     * @throws IllegalArgumentException if the number is less than 1, or if something is not serializable
     * @throws IllegalStateException if the current process is daemonic
     */
    public <A> Pool(int processes, Target1<? super A> initializer, A a) {
        this(CALLER.getCallerClass(), processes, TargetCall.of(initializer, Arrays.asList((Object) a)));
    }

    /**
     * Makes a pool whose workers do something before they take tasks.
     *
     * @param processes how many workers, at least 1
     * @param initializer what each worker does first
     * @param a its first argument, serializable or null
     * @param b the second
     * @param <A> the first's type
     * @param <B> the second's
     * @throws IllegalArgumentException if the number is less than 1, or if something is not serializable
     * @throws IllegalStateException if the current process is daemonic
     */
    public <A, B> Pool(int processes, Target2<? super A, ? super B> initializer, A a, B b) {
        this(CALLER.getCallerClass(), processes, TargetCall.of(initializer, Arrays.asList(a, b)));
    }

    private Pool(Class<?> home, int processes, TargetCall initializer) {
        if (processes < 1) {
            throw new IllegalArgumentException(
                    "a pool needs at least 1 process, not " + processes + "; new Pool() makes one for each processor");
        }
        if (Shared.restoring) {
            this.crew = null;
            return;
        }
        this.crew = new PoolCrew(initializer, home);
        crew.start(processes);
    }

    @Override
    PoolCrew crew() {
        if (crew == null) {
            throw new IllegalStateException(
                    "this pool belongs to another process; make one of your own in this process");
        }
        return crew;
    }

    /**
     * Says after how many tasks a worker is replaced by a new one; without this call, never. A chunk is one task.
     *
     * @param tasks how many, at least 1
     * @return this
     * @throws IllegalArgumentException if that is less than 1
     */
    public Pool maxTasksPerChild(int tasks) {
        if (tasks < 1) {
            throw new IllegalArgumentException("a worker must be allowed at least 1 task, not " + tasks
                    + "; leave the call out to keep workers for ever");
        }
        crew().maxTasksPerChild(tasks);
        return this;
    }

    /**
     * Calls a function with each of many arguments and waits for the results. Each worker gets them in about four
     * chunks. A failure ends its chunk; the exception of the first item that failed is thrown when all chunks ended.
     *
     * @param function what to call
     * @param items its arguments, serializable or null; gone through at once
     * @param <A> the type of the arguments
     * @param <R> the type of the results
     * @return the results in the order of the arguments
     * @throws TaskFailed if there is no result
     * @throws IllegalStateException if the pool takes no more tasks
     */
    public <A, R> List<R> map(Function1<? super A, ? extends R> function, Iterable<? extends A> items) {
        return this.<A, R>mapAsync(function, items).get();
    }

    /**
     * The same with a given size of the chunks.
     *
     * @param function what to call
     * @param items its arguments, serializable or null; gone through at once
     * @param chunkSize how many items a worker gets at a time, at least 1
     * @param <A> the type of the arguments
     * @param <R> the type of the results
     * @return the results in the order of the arguments
     * @throws TaskFailed if there is no result
     * @throws IllegalArgumentException if the size is less than 1
     * @throws IllegalStateException if the pool takes no more tasks
     */
    public <A, R> List<R> map(Function1<? super A, ? extends R> function, Iterable<? extends A> items, int chunkSize) {
        return this.<A, R>mapAsync(function, items, chunkSize).get();
    }

    /**
     * Has a function called as {@link #map(Function1, Iterable)} does; does not wait.
     *
     * @param function what to call
     * @param items its arguments, serializable or null; gone through at once
     * @param <A> the type of the arguments
     * @param <R> the type of the results
     * @return where all results will be
     * @throws IllegalStateException if the pool takes no more tasks
     */
    public <A, R> AsyncResult<List<R>> mapAsync(
            Function1<? super A, ? extends R> function, Iterable<? extends A> items) {
        return crew().map(function, 1, items, PoolCrew.AUTOMATIC);
    }

    /**
     * The same with a given size of the chunks.
     *
     * @param function what to call
     * @param items its arguments, serializable or null; gone through at once
     * @param chunkSize how many items a worker gets at a time, at least 1
     * @param <A> the type of the arguments
     * @param <R> the type of the results
     * @return where all results will be
     * @throws IllegalArgumentException if the size is less than 1
     * @throws IllegalStateException if the pool takes no more tasks
     */
    public <A, R> AsyncResult<List<R>> mapAsync(
            Function1<? super A, ? extends R> function, Iterable<? extends A> items, int chunkSize) {
        return crew().map(function, 1, items, checked(chunkSize));
    }

    /**
     * Like {@link #map(Function1, Iterable)} for a function with two arguments.
     *
     * @param function what to call
     * @param rows lists of two arguments each
     * @param <A> the type of argument 1
     * @param <B> the type of argument 2
     * @param <R> the type of the results
     * @return the results in the order of the rows
     * @throws TaskFailed if there is no result
     * @throws IllegalArgumentException if a row has another number of arguments
     * @throws IllegalStateException if the pool takes no more tasks
     */
    public <A, B, R> List<R> starmap(
            Function2<? super A, ? super B, ? extends R> function, Iterable<? extends List<?>> rows) {
        return this.<A, B, R>starmapAsync(function, rows).get();
    }

    /**
     * Like {@link #map(Function1, Iterable)} for a function with three arguments.
     *
     * @param function what to call
     * @param rows lists of three arguments each
     * @param <A> the type of argument 1
     * @param <B> the type of argument 2
     * @param <C> the type of argument 3
     * @param <R> the type of the results
     * @return the results in the order of the rows
     * @throws TaskFailed if there is no result
     * @throws IllegalArgumentException if a row has another number of arguments
     * @throws IllegalStateException if the pool takes no more tasks
     */
    public <A, B, C, R> List<R> starmap(
            Function3<? super A, ? super B, ? super C, ? extends R> function, Iterable<? extends List<?>> rows) {
        return this.<A, B, C, R>starmapAsync(function, rows).get();
    }

    /**
     * Like {@link #mapAsync(Function1, Iterable)} for a function with two arguments.
     *
     * @param function what to call
     * @param rows lists of two arguments each
     * @param <A> the type of argument 1
     * @param <B> the type of argument 2
     * @param <R> the type of the results
     * @return where all results will be
     * @throws IllegalArgumentException if a row has another number of arguments
     * @throws IllegalStateException if the pool takes no more tasks
     */
    public <A, B, R> AsyncResult<List<R>> starmapAsync(
            Function2<? super A, ? super B, ? extends R> function, Iterable<? extends List<?>> rows) {
        return crew().map(function, 2, rows, PoolCrew.AUTOMATIC);
    }

    /**
     * Like {@link #mapAsync(Function1, Iterable)} for a function with three arguments.
     *
     * @param function what to call
     * @param rows lists of three arguments each
     * @param <A> the type of argument 1
     * @param <B> the type of argument 2
     * @param <C> the type of argument 3
     * @param <R> the type of the results
     * @return where all results will be
     * @throws IllegalArgumentException if a row has another number of arguments
     * @throws IllegalStateException if the pool takes no more tasks
     */
    public <A, B, C, R> AsyncResult<List<R>> starmapAsync(
            Function3<? super A, ? super B, ? super C, ? extends R> function, Iterable<? extends List<?>> rows) {
        return crew().map(function, 3, rows, PoolCrew.AUTOMATIC);
    }

    /**
     * Has a function called with each of many arguments, and gives the results out in the order of the arguments.
     *
     * @param function what to call
     * @param items its arguments, serializable or null; asked for one by one in other threads, may be endless
     * @param <A> the type of the arguments
     * @param <R> the type of the results
     * @return the results
     * @throws IllegalStateException if the pool takes no more tasks
     */
    public <A, R> PoolIterator<R> imap(Function1<? super A, ? extends R> function, Iterable<? extends A> items) {
        return crew().imap(function, items, 1, true);
    }

    /**
     * The same, in chunks: fewer messages, but a result comes when its whole chunk is done.
     *
     * @param function what to call
     * @param items its arguments, serializable or null
     * @param chunkSize how many items a worker gets at a time, at least 1
     * @param <A> the type of the arguments
     * @param <R> the type of the results
     * @return the results
     * @throws IllegalArgumentException if the size is less than 1
     * @throws IllegalStateException if the pool takes no more tasks
     */
    public <A, R> PoolIterator<R> imap(
            Function1<? super A, ? extends R> function, Iterable<? extends A> items, int chunkSize) {
        return crew().imap(function, items, checked(chunkSize), true);
    }

    /**
     * Has a function called with each of many arguments, and gives the results out in the order in which they come.
     *
     * @param function what to call
     * @param items its arguments, serializable or null; asked for one by one in other threads, may be endless
     * @param <A> the type of the arguments
     * @param <R> the type of the results
     * @return the results
     * @throws IllegalStateException if the pool takes no more tasks
     */
    public <A, R> PoolIterator<R> imapUnordered(
            Function1<? super A, ? extends R> function, Iterable<? extends A> items) {
        return crew().imap(function, items, 1, false);
    }

    /**
     * The same, in chunks: fewer messages, but a result comes when its whole chunk is done.
     *
     * @param function what to call
     * @param items its arguments, serializable or null
     * @param chunkSize how many items a worker gets at a time, at least 1
     * @param <A> the type of the arguments
     * @param <R> the type of the results
     * @return the results
     * @throws IllegalArgumentException if the size is less than 1
     * @throws IllegalStateException if the pool takes no more tasks
     */
    public <A, R> PoolIterator<R> imapUnordered(
            Function1<? super A, ? extends R> function, Iterable<? extends A> items, int chunkSize) {
        return crew().imap(function, items, checked(chunkSize), false);
    }

    private static int checked(int chunkSize) {
        if (chunkSize < 1) {
            throw new IllegalArgumentException(
                    "a chunk must have at least 1 item, not " + chunkSize + "; leave the size out for the usual one");
        }
        return chunkSize;
    }

    /**
     * Takes no more tasks, waits until those it has are done and the workers have ended. If the calling thread
     * is interrupted meanwhile, the pool is terminated.
     *
     * @throws IllegalStateException if a callback of this pool calls it
     */
    @Override
    public void close() {
        if (crew != null) {
            crew.close();
        }
    }

    /**
     * Ends the workers at once and waits for their ends; tasks that are not done fail. A callback may call it
     * too; then it does not wait.
     */
    public void terminate() {
        crew().terminate();
    }

    /**
     * Waits for the ends of the workers.
     *
     * @throws IllegalStateException before {@link #close()} or {@link #terminate()}, or in a callback of this pool
     */
    public void join() {
        crew().join();
    }

    /** {@return the pool's name in the session, as its pipes have it} */
    @Override
    public String toString() {
        return "Pool(" + (crew == null ? "unbound" : crew.name()) + ")";
    }
}
