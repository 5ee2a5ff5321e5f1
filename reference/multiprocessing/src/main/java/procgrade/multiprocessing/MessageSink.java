package procgrade.multiprocessing;

import procgrade.multiprocessing.codec.Encoder;
import procgrade.multiprocessing.kernel.WriteEnd;

/**
 * Sends messages into a pipe.
 *
 * <p>A frame is four bytes with the length of the message, whose top bit says that eight bytes with the
 * traced item's id follow; then the message, then zeros up to {@link Encoder#HEAD_BYTES}, so that a
 * receiver gets a short frame with one read(2).
 */
final class MessageSink {
    static final int LENGTH_BYTES = 4;
    static final int ITEM_BYTES = 8;
    static final int HAS_ITEM = 1 << 31;

    private final WriteEnd out;

    MessageSink(WriteEnd out) {
        this.out = out;
    }

    /** Begins a message with room for the head of its frame. */
    static Encoder begin() {
        Encoder message = new Encoder();
        message.write(new byte[LENGTH_BYTES + ITEM_BYTES], 0, LENGTH_BYTES + ITEM_BYTES);
        return message;
    }

    /** Sends a message that {@link #begin} began; 0 is no item; returns false if no receiver is left. */
    synchronized boolean send(Encoder message, long item) {
        int length = message.length() - LENGTH_BYTES - ITEM_BYTES;
        int unused = item == 0 ? ITEM_BYTES : 0;
        while (message.length() < unused + Encoder.HEAD_BYTES) {
            message.write(0);
        }
        byte[] bytes = message.bytes();
        if (item == 0) {
            put(bytes, unused, LENGTH_BYTES, length);
        } else {
            put(bytes, 0, LENGTH_BYTES, length | HAS_ITEM);
            put(bytes, LENGTH_BYTES, ITEM_BYTES, item);
        }
        return out.write(bytes, unused, message.length() - unused);
    }

    private static void put(byte[] bytes, int place, int count, long bits) {
        for (int i = 0; i < count; i++) {
            bytes[place + i] = (byte) (bits >>> 8 * (count - 1 - i));
        }
    }

    void close() {
        out.close();
    }
}
