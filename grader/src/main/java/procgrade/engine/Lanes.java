package procgrade.engine;

import java.util.concurrent.Semaphore;

/**
 * Lets several gradings go on at the same time on one machine. Each builds and runs programs in a lane of its own; a
 * check that must not be disturbed gets all lanes, from its first such run to its end.
 * Whoever asks first is served first, so nobody waits for ever.
 */
public final class Lanes {
    private final int count;
    private final Semaphore free;

    /**
     * Lanes, all of them free.
     *
     * @param count how many gradings may use the machine at the same time, at least 1
     */
    public Lanes(int count) {
        this.count = count;
        this.free = new Semaphore(count, true);
    }

    /** The place of one grading, which begins outside of all lanes. */
    Lane lane() {
        return new Lane();
    }

    /** Lanes that nobody has. */
    int free() {
        return free.availablePermits();
    }

    /** What one grading has of the lanes; its threads may take turns in using it. */
    final class Lane {
        private int held;
        private boolean alone;

        /** Waits until it has at least one lane. */
        synchronized void enter() {
            if (held == 0) {
                take(1);
            }
        }

        /** Waits until it has all lanes. */
        synchronized void enterAlone() {
            if (!alone) {
                // whoever held a lane while it waited for all others could wait for somebody who does the same
                leaveAll();
                take(count);
                alone = true;
            }
        }

        /** Leaves its lane, unless it has them all. */
        synchronized void leave() {
            if (!alone) {
                leaveAll();
            }
        }

        /** Leaves whatever it has. */
        synchronized void leaveAll() {
            free.release(held);
            held = 0;
            alone = false;
        }

        private void take(int lanes) {
            free.acquireUninterruptibly(lanes);
            held = lanes;
        }
    }
}
