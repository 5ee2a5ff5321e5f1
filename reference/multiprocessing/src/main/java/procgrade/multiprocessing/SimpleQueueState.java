package procgrade.multiprocessing;

import procgrade.multiprocessing.codec.Encoder;
import procgrade.multiprocessing.kernel.Cells;
import procgrade.multiprocessing.kernel.Fifo;
import procgrade.multiprocessing.kernel.Session;
import procgrade.multiprocessing.trace.Trace;

/** A simple queue's pipes in this process. Cells: what {@link FrameReader} says, then the writer's pid. */
final class SimpleQueueState extends SharedState {
    private static final int CELL_BYTES = 28;

    private final Fifo data;
    private final FrameReader reader;
    private final FrameWriter writer;
    private volatile boolean closed;

    private SimpleQueueState(Handle handle, Fifo data, Fifo readers, Fifo writers) {
        super(handle);
        this.data = data;
        Cells cells = Session.current().open(handle.cells());
        this.reader = new FrameReader(data, readers, cells, traceId);
        this.writer = new FrameWriter(data, writers, cells);
    }

    static SimpleQueueState create(SharedKind kind) {
        Session session = Session.current();
        String name = session.newName(kind.label());
        Handle handle = new Handle(kind, name, session.allocate(CELL_BYTES).ref(), 0);
        return new SimpleQueueState(
                handle,
                session.createDataFifo(name + ".data"),
                session.createFifo(name + ".readers"),
                session.createFifo(name + ".writers"));
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
        writer.write(frame, 1);
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
        reader.close();
        writer.close();
    }
}
