package procgrade.multiprocessing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Threads of a test, whose exceptions fail the test when it joins them. */
final class Crew {
    private static final long LIMIT_SECONDS = 60;

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "crew");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Future<?>> started = new ArrayList<>();

    /** Runs something in a new thread. */
    <T> Future<T> start(Callable<T> work) {
        Future<T> future = threads.submit(work);
        started.add(future);
        return future;
    }

    /** Runs something in several new threads. */
    void start(int count, Callable<?> work) {
        for (int i = 0; i < count; i++) {
            started.add(threads.submit(work));
        }
    }

    /** Waits for all threads. */
    void join() throws Exception {
        for (Future<?> future : started) {
            result(future);
        }
        started.clear();
    }

    /** Waits for the result of a thread; throws what it threw. */
    static <T> T result(Future<T> future) throws Exception {
        try {
            return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("a thread did not end within " + LIMIT_SECONDS + " s", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw new AssertionError(e.getCause());
        }
    }
}
