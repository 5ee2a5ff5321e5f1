package procgrade.multiprocessing;

import procgrade.multiprocessing.codec.Decoder;
import procgrade.multiprocessing.codec.Encoder;
import procgrade.multiprocessing.kernel.Cells;
import procgrade.multiprocessing.kernel.Fifo;
import procgrade.multiprocessing.kernel.OwnPid;
import procgrade.multiprocessing.kernel.Turn;
import procgrade.multiprocessing.trace.Trace;

/**
 * The reading side of a queue: one reader at a time takes one frame off the pipe.
 *
 * <p>A process killed in here takes the readers' token with it, and its peers wait for ever, as in
 * CPython; half a frame is never taken for an item.
 */
final class FrameReader {
    private static final int MY_PID = (int) OwnPid.VALUE;

    /** Offset of the count of frames taken, of the readers' turn, and of the pid of who reads at this moment. */
    static final int TAKEN = 0;

    static final int READER = 4;
    static final int TURN = 8;

    private static final int SKIP_BYTES = 1 << 14;
    private static final byte[] NOTHING = new byte[0];
    private static final int MOST_SPARE_BYTES = 1 << 21;

    private final Fifo data;
    private final Turn turn;
    private final Cells cells;
    private final int traceId;

    /** For the next frame, so that a stream of long ones does not keep the collector busy; taken in turn. */
    private volatile byte[] spare;

    FrameReader(Fifo data, Fifo readers, Cells cells, int traceId) {
        this.data = data;
        this.turn = new Turn(readers, cells, TURN);
        this.cells = cells;
        this.traceId = traceId;
    }

    /** Takes one frame; waits in the kernel. */
    byte[] take() {
        turn.take();
        cells.setInt(READER, MY_PID);
        return readFrame(new byte[Encoder.HEAD_BYTES], 0);
    }

    /** Takes one frame, waiting no longer than a time; empty if none came. */
    byte[] take(long waitNanos) {
        long end = System.nanoTime() + waitNanos;
        if (!turn.take(waitNanos)) {
            return NOTHING;
        }
        cells.setInt(READER, MY_PID);
        byte[] head = new byte[Encoder.HEAD_BYTES];
        if (data.available() > 0) {
            return readFrame(head, 0);
        }
        int begun = data.read(head, 0, head.length, end - System.nanoTime());
        if (begun == 0) {
            letOthersRead();
            return NOTHING;
        }
        return readFrame(head, begun);
    }

    /** A read that fails may leave half a frame, after which nobody must read: then the turn is not given back. */
    private byte[] readFrame(byte[] head, int begun) {
        data.read(head, begun, head.length - begun);
        int length = 4 + Decoder.bodyLength(head);
        byte[] frame = length > head.length ? readRest(head, length) : head;
        tookOne();
        return frame;
    }

    /** An item too large for this process's memory is skipped, so that the next one can be read. */
    private byte[] readRest(byte[] head, int length) {
        byte[] frame;
        try {
            frame = buffer(length);
        } catch (OutOfMemoryError e) {
            skip(length - head.length);
            tookOne();
            throw e;
        }
        System.arraycopy(head, 0, frame, 0, head.length);
        data.read(frame, head.length, length - head.length);
        return frame;
    }

    private byte[] buffer(int length) {
        byte[] kept = spare;
        spare = null;
        return kept != null && kept.length >= length ? kept : new byte[length];
    }

    private void skip(int count) {
        byte[] part = new byte[SKIP_BYTES];
        for (int left = count; left > 0; left -= part.length) {
            data.read(part, 0, Math.min(left, part.length));
        }
    }

    private void tookOne() {
        cells.setInt(TAKEN, cells.getInt(TAKEN) + 1);
        letOthersRead();
    }

    private void letOthersRead() {
        cells.setInt(READER, 0);
        turn.giveBack();
    }

    void close() {
        turn.close();
    }

    int taken() {
        return cells.getInt(TAKEN);
    }

    /** Makes the item of a frame. */
    Object item(byte[] frame) {
        Decoder decoder = new Decoder(frame, 4);
        long itemId = decoder.itemId();
        if (Trace.ON) {
            Trace.record(Trace.GET, traceId, itemId);
        }
        Object value = decoder.value();
        if (frame.length > Encoder.HEAD_BYTES && frame.length <= MOST_SPARE_BYTES) {
            spare = frame;
        }
        return value;
    }
}
