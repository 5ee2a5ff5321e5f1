package procgrade.multiprocessing;

import procgrade.multiprocessing.kernel.Cells;
import procgrade.multiprocessing.kernel.Tokens;

/**
 * A condition's lock, the pipe its waiters read, and the counts by which a notifier knows that exactly those
 * who slept have woken.
 *
 * <p>The algorithm is the one of CPython's {@code multiprocessing.synchronize.Condition}: who begins to wait
 * adds to the sleeping under the lock; who stops, by a token or a time-out, puts a token into
 * {@code .woken}. A notifier first settles the time-outs since the last one, then hands out tokens and stays
 * until as many have woken, so that nobody who waits later can take a token meant for somebody before.
 */
final class ConditionState extends SharedState {
    static final long FOR_EVER = -1;

    private static final String WAITERS = ".waiters";
    private static final String WOKEN = ".woken";
    private static final int CELL_BYTES = 8;
    private static final int SLEEPING = 0;

    final LockState lock;
    private final Cells cells;
    private final Tokens waiters;
    private final Tokens woken;

    private ConditionState(Handle handle, LockState lock, Cells cells, Tokens waiters, Tokens woken) {
        super(handle);
        this.lock = lock;
        this.cells = cells;
        this.waiters = waiters;
        this.woken = woken;
    }

    /** Makes a condition with a lock, or with one of its own if that is null. */
    static ConditionState create(LockState given) {
        return create(Shared.session().newName(SharedKind.CONDITION.label()), given);
    }

    /** Makes the condition of another object, with the name it has there. */
    static ConditionState createPart(String name) {
        ConditionState state = create(name, null);
        States.register(state);
        return state;
    }

    private static ConditionState create(String name, LockState given) {
        LockState lock = given == null ? LockState.createPart(SharedKind.RLOCK, name) : given;
        Cells cells = Shared.session().allocate(CELL_BYTES);
        Handle handle = new Handle(SharedKind.CONDITION, name, Handle.cellsAndPart(cells, lock), 0);
        Tokens waiters = new Tokens(Shared.session().createFifo(name + WAITERS));
        Tokens woken = new Tokens(Shared.session().createFifo(name + WOKEN));
        return new ConditionState(handle, lock, cells, waiters, woken);
    }

    static ConditionState open(Handle handle) {
        return new ConditionState(
                handle,
                (LockState) handle.openPart(),
                handle.openCells(),
                new Tokens(Shared.session().openFifo(handle.name() + WAITERS)),
                new Tokens(Shared.session().openFifo(handle.name() + WOKEN)));
    }

    /** Waits for a notification, {@link #FOR_EVER} or some nanoseconds long; whether it came. */
    boolean await(long waitNanos) {
        requireHeld("waited for");
        cells.setInt(SLEEPING, cells.getInt(SLEEPING) + 1);
        int depth = lock.leaveAll();
        try {
            if (waitNanos != FOR_EVER) {
                return waiters.acquire(waitNanos);
            }
            waiters.acquire();
            return true;
        } finally {
            woken.release();
            lock.enterAgain(depth);
        }
    }

    void notify(int most) {
        requireHeld("notified");
        int sleeping = cells.getInt(SLEEPING) - takeWoken(woken.count());
        int called = Math.min(most, sleeping);
        cells.setInt(SLEEPING, sleeping - called);
        if (called > 0) {
            waiters.release(called);
            takeWoken(called);
            dropTokensOfTimeouts();
        }
    }

    /** Only who holds the lock takes these tokens, so those that were counted are still there. */
    private int takeWoken(int count) {
        for (int i = 0; i < count; i++) {
            woken.acquire();
        }
        return count;
    }

    private void dropTokensOfTimeouts() {
        boolean dropped = true;
        while (dropped) {
            dropped = waiters.tryAcquire();
        }
    }

    /** How many wait at this moment; the caller holds the lock. */
    int waiting() {
        return cells.getInt(SLEEPING) - woken.count();
    }

    private void requireHeld(String what) {
        if (!lock.isMine()) {
            throw new IllegalStateException(
                    handle().name() + " " + what
                            + " by a thread that does not hold its lock; acquire it first, e.g. by try (var held = condition.hold())");
        }
    }

    @Override
    void close() {
        waiters.close();
        woken.close();
    }
}
