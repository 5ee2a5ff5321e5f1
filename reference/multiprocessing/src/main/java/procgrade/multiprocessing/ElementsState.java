package procgrade.multiprocessing;

import java.lang.invoke.VarHandle;
import procgrade.multiprocessing.kernel.Cells;

/**
 * The cells of a value or array, and the lock that each access takes unless they are raw. The handle's
 * setting is the ordinal of the type.
 */
final class ElementsState extends SharedState {
    private static final CellType[] TYPES = CellType.values();

    final CellType type;
    final Cells cells;
    private final LockState lock;

    private ElementsState(Handle handle, Cells cells, LockState lock) {
        super(handle);
        this.type = TYPES[handle.setting()];
        this.cells = cells;
        this.lock = lock;
    }

    static ElementsState create(SharedKind kind, CellType type, int length) {
        String name = Shared.session().newName(kind.label());
        LockState lock = LockState.createPart(SharedKind.RLOCK, name);
        Cells cells = Shared.session().allocate(length * type.bytes);
        return new ElementsState(new Handle(kind, name, Handle.cellsAndPart(cells, lock), type.ordinal()), cells, lock);
    }

    static ElementsState open(Handle handle) {
        return new ElementsState(handle, handle.openCells(), (LockState) handle.openPart());
    }

    /** The same cells without the lock. */
    ElementsState raw() {
        Handle raw = new Handle(handle().kind(), handle().name() + ".raw", cells.ref(), type.ordinal());
        return (ElementsState) States.open(raw);
    }

    boolean isRaw() {
        return lock == null;
    }

    /** The lock; a raw object has none. */
    LockState lock() {
        if (lock == null) {
            throw new IllegalStateException(
                    handle().name() + " has no lock; use the object whose raw() it is, or a lock of your own");
        }
        return lock;
    }

    int length() {
        return cells.length() / type.bytes;
    }

    Object get(int index) {
        if (lock == null) {
            Object value = type.read(cells, index);
            // a loop that waits for a change must read again
            VarHandle.acquireFence();
            return value;
        }
        lock.acquireAgain();
        try {
            return type.read(cells, index);
        } finally {
            lock.releaseOnce();
        }
    }

    void set(int index, Object value) {
        if (value == null) {
            throw new IllegalArgumentException(
                    handle().name() + " cannot hold null; set it to a value of type " + type.label());
        }
        if (lock == null) {
            VarHandle.releaseFence();
            type.write(cells, index, value);
            return;
        }
        lock.acquireAgain();
        try {
            type.write(cells, index, value);
        } finally {
            lock.releaseOnce();
        }
    }

    @Override
    void close() {
        // memory stays mapped until the process ends
    }
}
