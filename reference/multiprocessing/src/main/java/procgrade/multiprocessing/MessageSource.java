package procgrade.multiprocessing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import procgrade.multiprocessing.codec.Encoder;
import procgrade.multiprocessing.kernel.Cells;
import procgrade.multiprocessing.kernel.ReadEnd;

/**
 * Receives the messages that a {@link MessageSink} sends.
 *
 * <p>Java cannot wait for data without reading it, so a poll takes the first byte of the next message out
 * of the pipe and leaves it in shared memory, where the next receiver finds it in whatever process.
 */
final class MessageSource {
    private static final int NOTHING_AHEAD = 0;
    private static final int AHEAD = 0x100;
    private static final int SKIP_BYTES = 1 << 14;

    /** How long a poll that should not wait looks whether the pipe has ended, which only a read(2) tells. */
    private static final long LOOK_NANOS = 2_000_000;

    private final String name;
    private final ReadEnd in;
    private final Cells cells;
    private final int aheadOffset;
    private final ReentrantLock receiving = new ReentrantLock();

    MessageSource(String name, ReadEnd in, Cells cells, int aheadOffset) {
        this.name = name;
        this.in = in;
        this.cells = cells;
        this.aheadOffset = aheadOffset;
    }

    /**
     * A received message.
     *
     * @param bytes the message; null if it was too long and remains unread
     * @param length how long it is
     * @param item the traced item's id, 0 for none
     */
    @SuppressWarnings("ArrayRecordComponent") // only accessors are used
    record Message(byte[] bytes, int length, long item) {
        boolean isTooLong() {
            return bytes == null;
        }
    }

    Message receive(int most) {
        receiving.lock();
        try {
            byte[] head = head();
            int word = (int) number(head, 0, MessageSink.LENGTH_BYTES);
            boolean hasItem = (word & MessageSink.HAS_ITEM) != 0;
            int length = word & ~MessageSink.HAS_ITEM;
            int start = MessageSink.LENGTH_BYTES + (hasItem ? MessageSink.ITEM_BYTES : 0);
            long item = hasItem ? number(head, MessageSink.LENGTH_BYTES, MessageSink.ITEM_BYTES) : 0;
            return new Message(length > most ? null : body(head, start, length), length, item);
        } finally {
            receiving.unlock();
        }
    }

    private byte[] head() {
        byte[] head = new byte[Encoder.HEAD_BYTES];
        int ahead = cells.getFreshInt(aheadOffset);
        int known = 0;
        if (ahead != NOTHING_AHEAD) {
            head[known++] = (byte) ahead;
        }
        int count = known + in.read(head, known, head.length - known);
        if (count == 0) {
            throw new EndOfFile("nothing more will come to " + name + "; every copy of the other connection is closed");
        }
        requireAll(count, head.length);
        cells.setInt(aheadOffset, NOTHING_AHEAD);
        return head;
    }

    private byte[] body(byte[] head, int start, int length) {
        int here = Math.min(length, head.length - start);
        byte[] body;
        try {
            body = new byte[length];
        } catch (OutOfMemoryError e) {
            skip(length - here);
            throw e;
        }
        System.arraycopy(head, start, body, 0, here);
        requireAll(here + in.read(body, here, length - here), length);
        return body;
    }

    /** Reads what there is no memory for, so that the next message can be read. */
    private void skip(int count) {
        byte[] part = new byte[SKIP_BYTES];
        for (int left = count; left > 0; left -= part.length) {
            requireAll(in.read(part, 0, Math.min(left, part.length)), Math.min(left, part.length));
        }
    }

    private void requireAll(int count, int wanted) {
        if (count < wanted) {
            throw new UncheckedIOException(new IOException("the pipe of " + name + " ended within a message, after "
                    + count + " of " + wanted + " bytes; its sender was killed while it sent"));
        }
    }

    private static long number(byte[] bytes, int place, int count) {
        long bits = 0;
        for (int i = 0; i < count; i++) {
            bits = bits << 8 | (bytes[place + i] & 0xFF);
        }
        return bits;
    }

    /** Whether a message or the end of the pipe comes in time; false if another thread receives all the time. */
    boolean poll(long waitNanos) {
        long end = System.nanoTime() + waitNanos;
        if (!lockBefore(end)) {
            return false;
        }
        try {
            return cells.getFreshInt(aheadOffset) != NOTHING_AHEAD
                    || in.available() > 0
                    || readAhead(Math.max(end - System.nanoTime(), LOOK_NANOS));
        } finally {
            receiving.unlock();
        }
    }

    /** Interrupts do not shorten any wait of a connection. */
    private boolean lockBefore(long end) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return receiving.tryLock(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean readAhead(long waitNanos) {
        byte[] first = new byte[1];
        int count = in.read(first, 0, 1, waitNanos);
        if (count > 0) {
            cells.setInt(aheadOffset, AHEAD | (first[0] & 0xFF));
        }
        return count != 0;
    }

    void close() {
        in.close();
    }
}
