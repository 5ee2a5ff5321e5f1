package procgrade.multiprocessing;

import procgrade.multiprocessing.codec.Encoder;

/**
 * A thread that keeps one worker of a pool busy: gives it a task, waits in the kernel for the results, and
 * puts another worker in its place when it has ended.
 */
final class PoolSeat extends Thread {
    /** So many workers in a row may end before they take tasks; then it is no accident. */
    private static final int MOST_IN_VAIN = 3;

    /** So many workers may get a task and end before they begin with it; then it is the task that ends them. */
    private static final int MOST_ATTEMPTS = 3;

    private final PoolCrew crew;
    private final PoolBacklog backlog;
    private PoolMember worker;
    private int inVain;
    private int tasks;

    PoolSeat(PoolCrew crew, PoolBacklog backlog, int number) {
        super("mp-" + crew.name() + "-" + number);
        setDaemon(true);
        this.crew = crew;
        this.backlog = backlog;
    }

    /** Starts a worker unless the pool is over; false if it is. */
    synchronized boolean hire() {
        if (backlog.isOver() || isProgramEnding()) {
            return false;
        }
        worker = crew.newWorker();
        return true;
    }

    /** A signal from the keyboard ends the workers too, maybe before this process has heard it. */
    private static boolean isProgramEnding() {
        return Lifecycle.isEnding() || EndingSignals.pending() != 0;
    }

    /** Ends the worker at once, whatever it does. */
    synchronized void terminateWorker() {
        if (worker != null && !worker.hasEnded()) {
            worker.terminate();
        }
    }

    @Override
    public void run() {
        try {
            boolean hired = true;
            while (hired) {
                serveAndRetire();
                hired = needsReplacement() && hire();
            }
        } catch (RuntimeException | Error fault) {
            crew.breakDown("cannot go on", PoolFailure.of(fault));
        }
    }

    private void serveAndRetire() {
        boolean inOrder = false;
        try {
            serve();
            inOrder = true;
        } finally {
            if (!inOrder) {
                terminateWorker();
            }
            worker.retire();
        }
    }

    private void serve() {
        boolean goesOn = worker.awaitReady();
        for (int served = 0; goesOn && served < crew.maxTasksPerChild(); served++) {
            goesOn = serveOnce();
        }
    }

    /** A method of its own, so that the task can be forgotten while the thread waits for the next one. */
    private boolean serveOnce() {
        PoolChunk chunk = backlog.next(worker);
        return chunk != null && work(chunk);
    }

    private boolean work(PoolChunk chunk) {
        Encoder message;
        try {
            message = chunk.encode(++tasks);
        } catch (RuntimeException | StackOverflowError cannotTravel) {
            chunk.fail(PoolFailure.of(cannotTravel));
            backlog.settle(chunk.job());
            return true;
        }
        byte[] answer = worker.exchange(message);
        if (answer.length > 0) {
            chunk.finish(worker.description(), answer);
        } else {
            worker.awaitEnd();
            if (isProgramEnding()) {
                return false;
            }
            if (!worker.hasBegun(tasks) && chunk.attempts() + 1 < MOST_ATTEMPTS) {
                backlog.giveBack(chunk.again());
                return false;
            }
            chunk.fail(lost());
        }
        backlog.settle(chunk.job());
        return answer.length > 0;
    }

    private PoolFailure lost() {
        return PoolFailure.because(
                worker.description() + " " + worker.ending() + " while it ran a task of " + crew.name()
                        + ", whose result is lost; look for System.exit in the task, for too little memory,"
                        + " or for who killed it",
                null);
    }

    private boolean needsReplacement() {
        if (worker.initializerFailure() != null) {
            crew.breakDown("has no workers because their initializer failed", worker.initializerFailure());
            return false;
        }
        inVain = worker.wasReady() ? 0 : inVain + 1;
        if (inVain == MOST_IN_VAIN) {
            crew.breakDown(
                    "has no workers because " + MOST_IN_VAIN
                            + " in a row ended before they took a task, the last of which " + worker.ending(),
                    null);
            return false;
        }
        return backlog.needsWorkers();
    }
}
