package procgrade.multiprocessing;

import procgrade.multiprocessing.codec.Encoder;
import procgrade.multiprocessing.kernel.Cells;
import procgrade.multiprocessing.kernel.Fifo;
import procgrade.multiprocessing.kernel.ProcessTable;
import procgrade.multiprocessing.kernel.Session;
import procgrade.multiprocessing.kernel.Tokens;
import procgrade.multiprocessing.trace.Trace;

/**
 * A queue's pipes in this process. The handle's setting is the maximal size, 0 for none.
 *
 * <p>Cells: what {@link FrameReader} says, then at {@value #PUTS} one count per process of the items that
 * it has put. Each count is written by its process alone, so no atomic operation is needed. A joinable
 * queue has its number of unfinished items at {@value #UNFINISHED}.
 */
final class QueueState extends SharedState {
    private static final int UNFINISHED = 12;
    private static final int PUTS = 64;
    private static final int CELL_BYTES = PUTS + 4 * ProcessTable.MOST_PROCESSES;

    private final Fifo data;
    private final Tokens slots;
    private final Cells cells;
    private final FrameReader reader;
    private final FrameWriter writer;
    private final Feeder feeder;

    /** Null unless the queue is joinable. */
    private final JoinableQueueCount unfinished;

    private final int myPuts = PUTS + 4 * Session.current().processIndex();
    private volatile boolean closed;
    private volatile boolean joinCancelled;

    private QueueState(Handle handle, Fifo data, Fifo readers, Fifo writers, Fifo slots) {
        super(handle);
        this.data = data;
        this.slots = slots == null ? null : new Tokens(slots);
        this.cells = handle.openCells();
        this.reader = new FrameReader(data, readers, cells, traceId);
        this.writer = new FrameWriter(data, writers, cells);
        this.feeder = new Feeder(writer, handle.name());
        SharedState condition = handle.openPart();
        this.unfinished = condition == null
                ? null
                : new JoinableQueueCount(handle.name(), (ConditionState) condition, cells, UNFINISHED);
    }

    static QueueState create(SharedKind kind, String name, int maxsize) {
        Session session = Session.current();
        Handle handle = new Handle(kind, name, cellsOf(kind, name), maxsize);
        Fifo slots = maxsize > 0 ? session.createFifo(name + ".slots") : null;
        QueueState state = new QueueState(
                handle,
                session.createDataFifo(name + ".data"),
                session.createFifo(name + ".readers"),
                session.createFifo(name + ".writers"),
                slots);
        if (maxsize > 0) {
            state.slots.release(maxsize);
        }
        return state;
    }

    private static String cellsOf(SharedKind kind, String name) {
        Cells cells = Session.current().allocate(CELL_BYTES);
        return kind == SharedKind.JOINABLE_QUEUE
                ? Handle.cellsAndPart(cells, JoinableQueueCount.createCondition(name))
                : cells.ref();
    }

    static QueueState open(Handle handle) {
        Session session = Session.current();
        String name = handle.name();
        Fifo slots = handle.setting() > 0 ? session.openFifo(name + ".slots") : null;
        return new QueueState(
                handle,
                session.openFifo(name + ".data"),
                session.openFifo(name + ".readers"),
                session.openFifo(name + ".writers"),
                slots);
    }

    /** Puts an item; a negative time waits for ever. */
    boolean put(Object item, long waitNanos) {
        checkOpen();
        long itemId = Trace.ON ? Trace.nextItemId() : 0;
        Encoder frame = feeder.newFrame();
        frame.setFrame(item, itemId);
        if (slots != null && !takeSlot(waitNanos)) {
            return false;
        }
        if (Trace.ON) {
            Trace.record(Trace.PUT, traceId, itemId);
        }
        if (unfinished != null) {
            unfinished.increment();
        }
        synchronized (feeder) {
            cells.setInt(myPuts, cells.getInt(myPuts) + 1);
            feeder.put(frame);
        }
        return true;
    }

    private boolean takeSlot(long waitNanos) {
        if (waitNanos < 0) {
            slots.acquire();
            return true;
        }
        return slots.acquire(waitNanos);
    }

    Object get() {
        checkOpen();
        return taken(takeOrGiveSlotBack(-1));
    }

    /** The frame of an item, empty if none came in time. */
    byte[] take(long waitNanos) {
        checkOpen();
        return takeOrGiveSlotBack(waitNanos);
    }

    /** An item too large for this process's memory is gone, and its place is free. */
    private byte[] takeOrGiveSlotBack(long waitNanos) {
        try {
            return waitNanos < 0 ? reader.take() : reader.take(waitNanos);
        } catch (OutOfMemoryError e) {
            if (slots != null) {
                slots.release();
            }
            throw e;
        }
    }

    Object taken(byte[] frame) {
        if (slots != null) {
            slots.release();
        }
        return reader.item(frame);
    }

    JoinableQueueCount unfinished() {
        return unfinished;
    }

    int size() {
        checkOpen();
        int puts = 0;
        for (int i = PUTS; i < CELL_BYTES; i += 4) {
            puts += cells.getInt(i);
        }
        return puts - reader.taken();
    }

    boolean isEmpty() {
        checkOpen();
        return data.available() == 0;
    }

    boolean isFull() {
        checkOpen();
        return slots != null && slots.count() == 0;
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException(
                    handle().name() + " is closed in this process; put and get before you close it");
        }
    }

    boolean isClosed() {
        return closed;
    }

    void cancelJoin() {
        joinCancelled = true;
    }

    @Override
    boolean isFlushed() {
        return joinCancelled || feeder.isIdle();
    }

    @Override
    void flush() {
        if (!joinCancelled) {
            feeder.flush();
        }
    }

    /** The pipes stay open until the feeder has written what it holds. */
    @Override
    void close() {
        if (closed) {
            return;
        }
        closed = true;
        Departures.awaitTakenOver(handle().name());
        Thread closer = new Thread(this::closeWhenFlushed, "mp-close-" + handle().name());
        closer.setDaemon(true);
        closer.start();
    }

    private void closeWhenFlushed() {
        feeder.flush();
        feeder.close();
        States.forget(this);
        data.close();
        reader.close();
        writer.close();
        if (slots != null) {
            slots.close();
        }
    }
}
