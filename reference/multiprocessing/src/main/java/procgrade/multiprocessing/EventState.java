package procgrade.multiprocessing;

import procgrade.multiprocessing.kernel.Cells;
import procgrade.multiprocessing.kernel.Tokens;

/**
 * An event's cell, which says whether it is set, and its pipe, which holds one token as long as it is.
 *
 * <p>A waiter takes the token and puts it back at once, so that the next one passes too. To set and to
 * clear are done under a lock, or two who set at the same time would leave two tokens.
 */
final class EventState extends SharedState {
    private static final String ROLE = ".flag";
    private static final int CELL_BYTES = 8;
    private static final int IS_SET = 0;

    private final Cells cells;
    private final LockState mutex;
    private final Tokens flag;

    private EventState(Handle handle, Cells cells, LockState mutex, Tokens flag) {
        super(handle);
        this.cells = cells;
        this.mutex = mutex;
        this.flag = flag;
    }

    static EventState create() {
        String name = Shared.session().newName(SharedKind.EVENT.label());
        LockState mutex = LockState.createPart(SharedKind.LOCK, name);
        Cells cells = Shared.session().allocate(CELL_BYTES);
        Handle handle = new Handle(SharedKind.EVENT, name, Handle.cellsAndPart(cells, mutex), 0);
        return new EventState(handle, cells, mutex, new Tokens(Shared.session().createFifo(name + ROLE)));
    }

    static EventState open(Handle handle) {
        return new EventState(
                handle,
                handle.openCells(),
                (LockState) handle.openPart(),
                new Tokens(Shared.session().openFifo(handle.name() + ROLE)));
    }

    boolean isSet() {
        return cells.getFreshInt(IS_SET) != 0;
    }

    void set() {
        try (Held held = mutex.hold()) {
            if (!isSet()) {
                cells.setInt(IS_SET, 1);
                flag.release();
            }
        }
    }

    /** The token may be in a waiter's hand, who puts it back within microseconds. */
    void clear() {
        try (Held held = mutex.hold()) {
            if (isSet()) {
                cells.setInt(IS_SET, 0);
                flag.acquire();
            }
        }
    }

    void await() {
        if (!isSet()) {
            flag.acquire();
            flag.release();
        }
    }

    boolean await(long waitNanos) {
        if (!isSet()) {
            if (!flag.acquire(waitNanos)) {
                return isSet();
            }
            flag.release();
        }
        return true;
    }

    @Override
    void close() {
        flag.close();
    }
}
