package procgrade.multiprocessing;

import procgrade.multiprocessing.kernel.Cells;
import procgrade.multiprocessing.kernel.OwnPid;
import procgrade.multiprocessing.kernel.Tokens;
import procgrade.multiprocessing.trace.Trace;

/**
 * A lock's one token in this process, and the word that tells observers who holds it.
 *
 * <p>The word is the holder's pid, 0 for nobody; a crash between token and word leaves it stale for some
 * instructions, so it explains and decides nothing. Behind it stands the lock's name, by which an observer finds it.
 */
final class LockState extends SharedState {
    private static final String ROLE = ".lock";
    /** No more memory than the owner alone would take. */
    private static final int CELL_BYTES = 64;

    private static final int OWNER = 0;
    private static final int NAME = 8;
    private static final int MY_PID = (int) OwnPid.VALUE;

    private final Tokens token;
    private final Cells cells;

    /** The thread of this process that took the lock last and has not released it. */
    private volatile Thread owner;

    /** For recursive locks: how often the owner holds it. */
    private int depth;

    private LockState(Handle handle, Tokens token, Cells cells) {
        super(handle);
        this.token = token;
        this.cells = cells;
    }

    static LockState create(SharedKind kind) {
        return create(kind, Shared.session().newName(kind.label()));
    }

    /** Makes the lock of another object under that object's name. */
    static LockState create(SharedKind kind, String name) {
        Tokens token = new Tokens(Shared.session().createFifo(name + ROLE));
        token.release();
        Cells cells = Shared.session().allocate(CELL_BYTES);
        if (name.length() < CELL_BYTES - NAME) {
            cells.writeText(NAME, name);
        }
        return new LockState(new Handle(kind, name, cells.ref(), 0), token, cells);
    }

    /** Makes the lock of another object, which travels inside that object's handle. */
    static LockState createPart(SharedKind kind, String name) {
        LockState state = create(kind, name);
        States.register(state);
        return state;
    }

    static LockState open(Handle handle) {
        return new LockState(
                handle,
                new Tokens(Shared.session().openFifo(handle.name() + ROLE)),
                Shared.session().open(handle.cells()));
    }

    void acquire() {
        token.acquire();
        acquired();
    }

    boolean acquire(long waitNanos) {
        boolean taken = token.acquire(waitNanos);
        if (taken) {
            acquired();
        }
        return taken;
    }

    private void acquired() {
        owner = Thread.currentThread();
        cells.setInt(OWNER, MY_PID);
        if (Trace.ON) {
            Trace.record(Trace.ACQUIRE, traceId, 0);
        }
    }

    void release() {
        if (token.count() > 0) {
            throw new IllegalStateException(
                    handle().name() + " released although nobody holds it; acquire it first, release it once");
        }
        if (Trace.ON) {
            Trace.record(Trace.RELEASE, traceId, 0);
        }
        owner = null;
        cells.setInt(OWNER, 0);
        token.release();
    }

    /** The word is asked too: another process may have released a lock that this thread took. */
    boolean isMine() {
        return owner == Thread.currentThread() && cells.getInt(OWNER) == MY_PID;
    }

    boolean isRecursive() {
        return handle().kind() == SharedKind.RLOCK;
    }

    /** Acquires in the way of this kind of lock. */
    void enter() {
        if (isRecursive()) {
            acquireAgain();
        } else {
            acquire();
        }
    }

    boolean enter(long waitNanos) {
        return isRecursive() ? acquireAgain(waitNanos) : acquire(waitNanos);
    }

    /** Releases in the way of this kind of lock. */
    void leave() {
        if (isRecursive()) {
            releaseOnce();
        } else {
            release();
        }
    }

    Held hold() {
        enter();
        return new Held() {
            @Override
            public void close() {
                leave();
            }
        };
    }

    /** Releases the lock however often this thread holds it. */
    int leaveAll() {
        int held = depth;
        depth = 0;
        release();
        return held;
    }

    /** Takes the lock back after {@link #leaveAll}. */
    void enterAgain(int held) {
        acquire();
        depth = held;
    }

    void acquireAgain() {
        if (!isMine()) {
            acquire();
        }
        depth++;
    }

    boolean acquireAgain(long waitNanos) {
        if (!isMine() && !acquire(waitNanos)) {
            return false;
        }
        depth++;
        return true;
    }

    void releaseOnce() {
        if (!isMine()) {
            throw new IllegalStateException(handle().name()
                    + " released by a thread that does not hold it; only the holder may release a recursive lock");
        }
        if (--depth == 0) {
            release();
        }
    }

    @Override
    void close() {
        token.close();
    }
}
