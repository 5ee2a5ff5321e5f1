package procgrade.multiprocessing;

import java.io.IOException;
import java.io.UncheckedIOException;
import procgrade.multiprocessing.codec.Encoder;
import procgrade.multiprocessing.kernel.Fifo;
import procgrade.multiprocessing.kernel.ReadEnd;
import procgrade.multiprocessing.kernel.WriteEnd;
import procgrade.multiprocessing.trace.Trace;

/**
 * One end of a pipe in this process.
 *
 * <p>Unlike queues, whose pipes every process opens for reading and writing, a connection has real ends,
 * so that the kernel tells a receiver when its last sender is gone. Opening such an end would block until
 * somebody opens the other one; a bridge that is open for both avoids that.
 */
final class ConnectionState extends SharedState {
    static final String TO_FIRST = ".b";
    static final String TO_SECOND = ".a";

    private static final String FIRST = ":first";
    private static final String SECOND = ":second";
    private static final int DUPLEX = 1;
    private static final int IS_FIRST = 2;
    private static final int CELL_BYTES = 4;

    /** Null if the connection only sends, or was closed as unreadable. */
    private volatile MessageSource source;

    /** Null if the connection only receives. */
    private final MessageSink sink;

    private volatile boolean closed;

    private ConnectionState(Handle handle, MessageSource source, MessageSink sink) {
        super(handle);
        this.source = source;
        this.sink = sink;
    }

    static Handle handleOfFirst(Handle pipe) {
        return new Handle(SharedKind.CONNECTION, pipe.name() + FIRST, pipe.cells(), pipe.setting() | IS_FIRST);
    }

    static Handle handleOfSecond(Handle pipe) {
        return new Handle(SharedKind.CONNECTION, pipe.name() + SECOND, pipe.cells(), pipe.setting());
    }

    static ConnectionState open(Handle handle) {
        boolean isFirst = (handle.setting() & IS_FIRST) != 0;
        boolean duplex = (handle.setting() & DUPLEX) != 0;
        MessageSource source = duplex || isFirst ? openSource(handle, isFirst) : null;
        try {
            MessageSink sink = duplex || !isFirst ? openSink(handle, isFirst) : null;
            return new ConnectionState(handle, source, sink);
        } catch (RuntimeException e) {
            if (source != null) {
                source.close();
            }
            throw e;
        }
    }

    private static MessageSource openSource(Handle handle, boolean isFirst) {
        try (Fifo bridge = Shared.session().openFifo(pipeName(handle) + (isFirst ? TO_FIRST : TO_SECOND))) {
            return new MessageSource(handle.name(), ReadEnd.of(bridge), handle.openCells(), isFirst ? 0 : CELL_BYTES);
        }
    }

    private static MessageSink openSink(Handle handle, boolean isFirst) {
        try (Fifo bridge = Shared.session().openFifo(pipeName(handle) + (isFirst ? TO_SECOND : TO_FIRST))) {
            return new MessageSink(WriteEnd.of(bridge));
        }
    }

    private static String pipeName(Handle handle) {
        return handle.name().substring(0, handle.name().indexOf(':'));
    }

    boolean receives() {
        return source != null;
    }

    boolean sends() {
        return sink != null;
    }

    boolean isClosed() {
        return closed;
    }

    void send(Encoder message) {
        MessageSink target = sink();
        long item = 0;
        if (Trace.ON) {
            item = Trace.nextItemId();
            Trace.record(Trace.PUT, traceId, item);
        }
        if (!target.send(message, item)) {
            requireOpen();
            throw new BrokenPipe("broken pipe: nobody can receive what " + handle().name()
                    + " sends; every copy of the other connection is closed");
        }
    }

    /** Receives a message of at most so many bytes. */
    byte[] receive(int most) {
        MessageSource from = source();
        MessageSource.Message message;
        try {
            message = from.receive(most);
        } catch (UncheckedIOException e) {
            requireOpen();
            throw e;
        }
        if (message.isTooLong()) {
            refuseFurther();
            throw new UncheckedIOException(new IOException(handle().name() + " got a message of " + message.length()
                    + " bytes, more than the allowed " + most + "; it cannot receive any more, allow more next time"));
        }
        if (Trace.ON) {
            Trace.record(Trace.GET, traceId, message.item());
        }
        return message.bytes();
    }

    boolean poll(long waitNanos) {
        try {
            return source().poll(waitNanos);
        } catch (UncheckedIOException e) {
            requireOpen();
            throw e;
        }
    }

    /** The rest of a message that was too long is still in the pipe, so nothing can be received any more. */
    private void refuseFurther() {
        MessageSource unreadable = source;
        source = null;
        if (sink == null) {
            close();
        }
        unreadable.close();
    }

    private MessageSource source() {
        requireOpen();
        MessageSource known = source;
        if (known == null) {
            throw new IllegalStateException(handle().name()
                    + " cannot receive; receive from the first connection of a pipe that is not duplex");
        }
        return known;
    }

    private MessageSink sink() {
        requireOpen();
        if (sink == null) {
            throw new IllegalStateException(
                    handle().name() + " cannot send; send through the second connection of a pipe that is not duplex");
        }
        return sink;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException(handle().name() + " is closed; use a connection before you close it");
        }
    }

    /** Waits for children that are still to open this end, then closes it; a second time does nothing. */
    @Override
    void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        Departures.awaitTakenOver(handle().name());
        Departures.awaitTakenOver(pipeName(handle()));
        States.forget(this);
        if (source != null) {
            source.close();
        }
        if (sink != null) {
            sink.close();
        }
    }
}
