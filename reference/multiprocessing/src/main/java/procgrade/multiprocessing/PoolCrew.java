package procgrade.multiprocessing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import procgrade.multiprocessing.kernel.Session;

/**
 * The workers of a pool and the threads that keep them busy.
 *
 * <p>Theory of operation. Each worker has a thread of this process and a {@link PoolLine} for itself. The
 * thread takes a task from the {@link PoolBacklog}, writes it to the line, and is blocked in read(2) until
 * the results come; so it knows what its worker holds. When the worker's process ends, the JDK's reaper closes
 * the ends of the line that this process held for it, and the kernel reports the end of the pipe to
 * whoever is blocked on it. A task that the worker had begun with then fails; the worker notes it in
 * shared memory, so one that it had not begun with goes to another. The workers are daemonic and end with
 * this process.
 */
final class PoolCrew {
    /** Stands for the size of chunks that CPython would choose. */
    static final int AUTOMATIC = 0;

    private static final int CHUNKS_PER_WORKER = 4;

    private final String name;
    private final PoolBacklog backlog;
    private final TargetCall initializer;
    private final Collection<Class<?>> homes;
    private final List<PoolSeat> seats = new ArrayList<>();
    private final AtomicInteger hired = new AtomicInteger();

    /** Held while a callback runs. */
    private final Object callbackTurn = new Object();

    private volatile int maxTasksPerChild = Integer.MAX_VALUE;

    /**
     * Makes a crew without members.
     *
     * @param initializer what each worker runs first, null for nothing
     * @param home the class of the program that makes the pool; the globals it sees are duplicated
     */
    PoolCrew(TargetCall initializer, Class<?> home) {
        Lifecycle.install();
        this.name = Session.current().newName("pool");
        this.backlog = new PoolBacklog(name);
        this.initializer = initializer;
        this.homes = new LinkedHashSet<>(List.of(home));
        if (initializer != null) {
            homes.addAll(initializer.classes());
        }
    }

    /** Starts the workers; ends those that did start if one cannot. */
    void start(int workers) {
        boolean complete = false;
        try {
            for (int i = 1; i <= workers; i++) {
                PoolSeat seat = new PoolSeat(this, backlog, i);
                boolean unused = seat.hire();
                seats.add(seat);
            }
            complete = true;
        } finally {
            if (!complete) {
                backlog.terminate();
                seats.forEach(PoolSeat::terminateWorker);
            }
            seats.forEach(PoolSeat::start);
            if (!complete) {
                awaitEnd();
            }
        }
    }

    /** Starts a process for one of the threads. */
    PoolMember newWorker() {
        PoolLine line = PoolLine.create(name, hired.incrementAndGet());
        boolean started = false;
        try {
            Target2<String, TargetCall.ReadyCall> serve = PoolWorker::serve;
            Process process =
                    new Process(TargetCall.onBehalfOf(homes, serve, Arrays.asList(line.address(), initializer)));
            process.daemon(true).name(process.name().replaceFirst("^Process", "PoolWorker"));
            PoolMember worker = PoolMember.start(process, line, backlog);
            started = true;
            return worker;
        } finally {
            if (!started) {
                line.close();
            }
        }
    }

    String name() {
        return name;
    }

    int maxTasksPerChild() {
        return maxTasksPerChild;
    }

    void maxTasksPerChild(int most) {
        this.maxTasksPerChild = most;
    }

    <R> AsyncResult<R> apply(Target function, List<Object> arguments) {
        AsyncResult<R> result = new AsyncResult<>(name, callbackTurn);
        int arity = arguments.size();
        List<Object> items = arity == 1 ? arguments : List.of(arguments);
        backlog.add(new PoolListJob(TargetCall.of(function, List.of()), arity, items, 1, true, result));
        return result;
    }

    /** Maps items, or rows of arguments if there are several. */
    <R> AsyncResult<List<R>> map(Target function, int arity, Iterable<?> items, int chunkSize) {
        List<Object> all = new ArrayList<>();
        items.forEach(all::add);
        if (arity != 1) {
            checkRows(all, arity);
        }
        int size = chunkSize == AUTOMATIC ? automaticSize(all.size()) : chunkSize;
        AsyncResult<List<R>> result = new AsyncResult<>(name, callbackTurn);
        backlog.add(new PoolListJob(TargetCall.of(function, List.of()), arity, all, size, false, result));
        return result;
    }

    private int automaticSize(int items) {
        int chunks = Math.multiplyExact(CHUNKS_PER_WORKER, seats.size());
        return Math.max(1, items / chunks + (items % chunks == 0 ? 0 : 1));
    }

    private static void checkRows(List<Object> rows, int arity) {
        for (int i = 0; i < rows.size(); i++) {
            int size = ((List<?>) rows.get(i)).size();
            if (size != arity) {
                throw new IllegalArgumentException("row " + i + " has " + size + " arguments, but the function has "
                        + arity + " parameters; give one for each");
            }
        }
    }

    <R> PoolIterator<R> imap(Target function, Iterable<?> items, int chunkSize, boolean ordered) {
        PoolIterator<R> results = new PoolIterator<>(name, ordered);
        backlog.add(new PoolIteratorJob(TargetCall.of(function, List.of()), items.iterator(), chunkSize, results));
        return results;
    }

    void close() {
        refuseInCallback("close()");
        backlog.close();
        awaitEnd();
    }

    void terminate() {
        backlog.terminate();
        seats.forEach(PoolSeat::terminateWorker);
        if (!Thread.holdsLock(callbackTurn)) {
            awaitEnd();
        }
    }

    void join() {
        refuseInCallback("join()");
        if (backlog.isOpen()) {
            throw new IllegalStateException(name + " still takes tasks; close() or terminate() it before join()");
        }
        awaitEnd();
    }

    /** The pool's threads may have to wait for the callback to end. */
    private void refuseInCallback(String method) {
        if (Thread.holdsLock(callbackTurn)) {
            throw new IllegalStateException("a callback of " + name + " must not wait for the pool by " + method
                    + "; let the thread do it that gave the task");
        }
    }

    void breakDown(String what, PoolFailure cause) {
        String detail = cause == null ? "" : ": " + cause.exception();
        backlog.breakDown(
                PoolFailure.because(name + " " + what + detail + "; correct that and make a new pool", cause));
    }

    /**
     * Waits until all workers and threads have ended, except for a thread in the program's iterator if the pool
     * was terminated. An interrupt terminates the pool.
     */
    private void awaitEnd() {
        boolean interrupted = false;
        for (PoolSeat seat : seats) {
            while (seat.isAlive() && !(backlog.isOver() && backlog.isAsking(seat))) {
                try {
                    seat.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    backlog.terminate();
                    seats.forEach(PoolSeat::terminateWorker);
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
