package procgrade.multiprocessing;

import procgrade.multiprocessing.codec.Encoder;
import procgrade.multiprocessing.kernel.Cells;
import procgrade.multiprocessing.kernel.Fifo;
import procgrade.multiprocessing.kernel.Session;
import procgrade.multiprocessing.kernel.Tokens;
import procgrade.multiprocessing.trace.Trace;

/** A simple queue's pipes in this process. Cells: what {@link FrameReader} says, then the writer's pid. */
final class SimpleQueueState extends SharedState {
    private static final int MY_PID = (int) ProcessHandle.current().pid();
    private static final int WRITER = 8;
    private static final int CELL_BYTES = 16;

    private final Fifo data;
    private final Tokens readers;
    private final Tokens writers;
    private final Cells cells;
    private final FrameReader reader;
    private volatile boolean closed;

    private SimpleQueueState(Handle handle, Fifo data, Fifo readers, Fifo writers) {
        super(handle);
        this.data = data;
        this.readers = new Tokens(readers);
        this.writers = new Tokens(writers);
        this.cells = Session.current().open(handle.cells());
        this.reader = new FrameReader(data, this.readers, cells, traceId);
    }

    static SimpleQueueState create(SharedKind kind) {
        Session session = Session.current();
        String name = session.newName(kind.label());
        Handle handle = new Handle(kind, name, session.allocate(CELL_BYTES).ref(), 0);
        SimpleQueueState state = new SimpleQueueState(
                handle,
                session.createDataFifo(name + ".data"),
                session.createFifo(name + ".readers"),
                session.createFifo(name + ".writers"));
        state.readers.release();
        state.writers.release();
        return state;
    }

    static SimpleQueueState open(Handle handle) {
        Session session = Session.current();
        String name = handle.name();
        return new SimpleQueueState(
                handle,
                session.openFifo(name + ".data"),
                session.openFifo(name + ".readers"),
                session.openFifo(name + ".writers"));
    }

    void put(Object item) {
        checkOpen();
        long itemId = Trace.ON ? Trace.nextItemId() : 0;
        Encoder frame = Encoder.frame(item, itemId);
        if (Trace.ON) {
            Trace.record(Trace.PUT, traceId, itemId);
        }
        writers.acquire();
        cells.setInt(WRITER, MY_PID);
        try {
            data.write(frame.bytes(), 0, frame.length());
        } finally {
            cells.setInt(WRITER, 0);
            writers.release();
        }
    }

    Object get() {
        checkOpen();
        return reader.item(reader.take());
    }

    boolean isEmpty() {
        checkOpen();
        return data.available() == 0;
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException(
                    handle().name() + " is closed in this process; put and get before you close it");
        }
    }

    @Override
    void close() {
        if (closed) {
            return;
        }
        closed = true;
        Departures.awaitTakenOver(handle().name());
        States.forget(this);
        data.close();
        readers.close();
        writers.close();
    }
}
