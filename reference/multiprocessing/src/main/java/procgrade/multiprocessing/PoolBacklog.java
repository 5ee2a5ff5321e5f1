package procgrade.multiprocessing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The jobs of a pool, and whether it takes more of them. Each worker's thread asks here for the next task. */
final class PoolBacklog {
    private enum State {
        /** Takes jobs. */
        OPEN,
        /** Takes no more, but works on those it has. */
        CLOSED,
        /** Works on nothing any more. */
        OVER
    }

    private final String pool;
    private final Deque<PoolSource> sources = new ArrayDeque<>();

    /** Jobs whose results are not all there. */
    private final Set<PoolJob> unfinished = new LinkedHashSet<>();

    private State state = State.OPEN;

    /** Why the pool works on nothing any more although nobody terminated it. */
    private PoolFailure breakdown;

    /** The thread that asks a source, which may run the program's iterator; null for none. */
    private Thread asking;

    PoolBacklog(String pool) {
        this.pool = pool;
    }

    /** Takes a job; a pool that broke down fails it at once. */
    void add(PoolJob job) {
        if (isAdded(job)) {
            return;
        }
        job.abandon(breakdown);
    }

    private synchronized boolean isAdded(PoolJob job) {
        if (breakdown != null) {
            return false;
        }
        if (state != State.OPEN) {
            throw new IllegalStateException(
                    pool + " takes no more tasks; give them before you close() or terminate() it");
        }
        unfinished.add(job);
        sources.add(job);
        notifyAll();
        return true;
    }

    /** Takes a task back that a worker got but did not begin with. */
    synchronized void giveBack(PoolChunk chunk) {
        if (state != State.OVER) {
            sources.addFirst(new Returned(chunk));
            notifyAll();
        }
    }

    private static final class Returned implements PoolSource {
        private PoolChunk chunk;

        Returned(PoolChunk chunk) {
            this.chunk = chunk;
        }

        @Override
        public PoolChunk next() {
            PoolChunk given = chunk;
            chunk = null;
            return given;
        }
    }

    /** Waits for a task for a worker; null if there will be none, or if the worker has ended. */
    PoolChunk next(PoolMember worker) {
        while (awaitSource(worker)) {
            PoolChunk chunk = ask();
            if (chunk != null) {
                return chunk;
            }
        }
        return null;
    }

    /** Whether this thread may ask the first source now. */
    private synchronized boolean awaitSource(PoolMember worker) {
        while (state != State.OVER && !worker.hasEnded()) {
            if (asking == null && !sources.isEmpty()) {
                asking = Thread.currentThread();
                return true;
            }
            if (state == State.CLOSED && sources.isEmpty()) {
                return false;
            }
            try {
                wait();
            } catch (InterruptedException nobodyShould) {
                return false;
            }
        }
        return false;
    }

    /** Outside of this object's monitor, because the program's iterator may take its time. */
    private PoolChunk ask() {
        PoolSource source;
        synchronized (this) {
            source = sources.peek();
        }
        PoolChunk chunk = null;
        try {
            chunk = source == null ? null : source.next();
        } finally {
            asked(source, chunk == null);
        }
        return chunk;
    }

    private synchronized void asked(PoolSource source, boolean exhausted) {
        asking = null;
        if (exhausted) {
            sources.remove(source);
            if (source instanceof PoolJob job) {
                settle(job);
            }
        }
        notifyAll();
    }

    /** To be called when results of a job came. */
    synchronized void settle(PoolJob job) {
        if (job.isDone()) {
            unfinished.remove(job);
        }
    }

    /** To be called when a worker has ended: its thread may be waiting for a task. */
    synchronized void wake() {
        notifyAll();
    }

    /** Whether a worker that ended must be replaced. */
    synchronized boolean needsWorkers() {
        return state == State.OPEN || state == State.CLOSED && !sources.isEmpty();
    }

    synchronized boolean isOpen() {
        return state == State.OPEN;
    }

    synchronized boolean isOver() {
        return state == State.OVER;
    }

    /** Whether a thread runs the program's iterator, which nobody can end. */
    synchronized boolean isAsking(Thread thread) {
        return asking == thread;
    }

    synchronized void close() {
        if (state == State.OPEN) {
            state = State.CLOSED;
            notifyAll();
        }
    }

    /** Fails everything that has not ended. */
    void terminate() {
        abandonAll(PoolFailure.because(
                pool + " was terminated before this task had a result; close() it instead to wait for results", null));
    }

    /** The same, and everything that is still to come. */
    void breakDown(PoolFailure reason) {
        synchronized (this) {
            if (state == State.OVER) {
                return;
            }
            breakdown = reason;
        }
        abandonAll(reason);
    }

    private void abandonAll(PoolFailure reason) {
        List<PoolJob> abandoned;
        synchronized (this) {
            state = State.OVER;
            sources.clear();
            abandoned = new ArrayList<>(unfinished);
            unfinished.clear();
            notifyAll();
        }
        for (PoolJob job : abandoned) {
            job.abandon(reason);
        }
    }
}
