package procgrade.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import procgrade.assignment.AssignmentFault;
import procgrade.collect.HandIn;
import procgrade.gradebook.Row;
import procgrade.submission.EnvironmentFault;

/** The grading of all hand-ins of a plan by several threads. */
final class BatchRun {
    private final Iterator<HandIn> handIns;
    private final Plan plan;
    private final BatchKey key;
    private final ResultStore store;
    private final Journal journal;
    private final HandInGrader grader;
    private final BatchListener listener;
    private int place;
    private boolean interrupted;
    private RuntimeException fault;

    /**
     * A run, which has not begun.
     *
     * @param handIns of the whole class, in the order of the plan
     * @param plan which of them to grade
     * @param key what decides how they are graded
     * @param store keeps the results
     * @param journal is told what happens
     * @param grader grades one
     * @param listener is told how it goes
     */
    BatchRun(
            Iterable<HandIn> handIns,
            Plan plan,
            BatchKey key,
            ResultStore store,
            Journal journal,
            HandInGrader grader,
            BatchListener listener) {
        this.handIns = handIns.iterator();
        this.plan = plan;
        this.key = key;
        this.store = store;
        this.journal = journal;
        this.grader = grader;
        this.listener = listener;
    }

    /**
     * Grades, and returns when nothing of it goes on any more.
     *
     * @param workers how many hand-ins may be in the works at the same time
     * @return whether it came to its end; otherwise it was interrupted
     * @throws EnvironmentFault if it had to be given up, such as without room on the disk
     */
    boolean run(int workers) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Math.min(workers, Math.max(1, plan.size())); i++) {
            Thread thread = new Thread(this::work, "batch " + (i + 1));
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        threads.forEach(BatchRun::join);
        synchronized (this) {
            if (fault != null) {
                throw fault;
            }
            return !interrupted;
        }
    }

    private static void join(Thread thread) {
        boolean stop = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException later) {
                stop = true;
            }
        }
        if (stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets none begin any more, and ends those that go on. Any thread may call it, more than once. */
    void interrupt() {
        synchronized (this) {
            interrupted = true;
        }
        grader.interrupt();
    }

    private void work() {
        try {
            for (Optional<HandIn> next = next(); next.isPresent(); next = next()) {
                grade(next.get());
            }
        } catch (EnvironmentFault | AssignmentFault given) {
            giveUp(given);
        } catch (IOException | UncheckedIOException cause) {
            IOException reason =
                    cause instanceof UncheckedIOException wrapped ? wrapped.getCause() : (IOException) cause;
            giveUp(BatchFolder.cannotKeep(reason));
        } catch (RuntimeException | Error bug) {
            giveUp(new IllegalStateException("the batch cannot go on: " + bug, bug));
        }
    }

    /** The first fault is the one to tell; the others come of it. */
    private void giveUp(RuntimeException why) {
        synchronized (this) {
            if (fault == null) {
                fault = why;
            }
        }
        interrupt();
    }

    private synchronized Optional<HandIn> next() {
        while (!interrupted && handIns.hasNext()) {
            HandIn handIn = handIns.next();
            place++;
            if (plan.wants(place - 1)) {
                return Optional.of(handIn);
            }
        }
        return Optional.empty();
    }

    private void grade(HandIn handIn) throws IOException {
        String wanted = key.of(handIn);
        long began = System.nanoTime();
        listener.begins(handIn);
        boolean kept = false;
        try {
            journal.add(Journal.Event.BEGUN, handIn.key(), wanted, Duration.ZERO);
            Optional<Row> row = guarded(handIn);
            if (row.isPresent()) {
                store.commit(new Stored(wanted, handIn.fingerprint(), row.get()));
                kept = true;
                Duration took = Duration.ofNanos(System.nanoTime() - began);
                journal.add(Journal.Event.KEPT, handIn.key(), row.get().state().name(), took);
                listener.kept(handIn, row.get());
            }
        } finally {
            if (!kept) {
                listener.dropped(handIn);
                store.discard(handIn.key());
            }
        }
    }

    /** A component that fails takes no more than one row with it. */
    private Optional<Row> guarded(HandIn handIn) throws IOException {
        long seed = key.seed(handIn);
        long began = System.nanoTime();
        try {
            return grader.grade(handIn, seed, store.begin(handIn.key()));
        } catch (EnvironmentFault | AssignmentFault | IOException givenUp) {
            throw givenUp;
        } catch (RuntimeException | Error bug) {
            if (isInterrupted()) {
                return Optional.empty();
            }
            // no file of a grading that failed half-way shall be taken for its result
            store.begin(handIn.key());
            return Optional.of(Rows.fault(handIn, bug, seed, Duration.ofNanos(System.nanoTime() - began)));
        }
    }

    private synchronized boolean isInterrupted() {
        return interrupted;
    }
}
