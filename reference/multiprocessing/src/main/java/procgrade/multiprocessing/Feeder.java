package procgrade.multiprocessing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import procgrade.multiprocessing.codec.Encoder;
import procgrade.multiprocessing.kernel.Fifo;

/**
 * Writes the items of one process to a queue's pipe without making {@code put} wait: an item goes
 * straight into an empty pipe if it fits a single page, which cannot block whatever the pipe's capacity;
 * everything else goes through a thread, as all items do in CPython.
 *
 * <p>The thread writes many small frames with one write(2), so under load it is the faster way. A producer that is ahead
 * by megabytes is held up a little, as long as the readers keep up: what waits in the heap would be moved by the garbage
 * collector, which takes longer than to send it. It loses a tenth of a second at most before everything it put is gone,
 * and two milliseconds if nobody reads.
 */
final class Feeder implements Runnable {
    /** Small frames share a write; to copy long ones together would cost more than it saves. */
    private static final int BATCH_BYTES = Fifo.ATOMIC_BYTES;

    /** From here on a producer is held up, until half is left. */
    private static final long MANY_BYTES = 1 << 20;

    private static final long HOLD_UP_NANOS = 100_000_000;
    private static final long SLICE_MILLIS = 2;

    private final FrameWriter writer;
    private final String name;
    private final Deque<Encoder> waiting = new ArrayDeque<>();
    private long waitingBytes;

    /** How many batches were taken to be written, and how much longer producers may be held up. */
    private int batches;

    private long holdUpNanos = HOLD_UP_NANOS;
    private boolean started;
    private boolean writing;
    private boolean closing;

    /** Why the thread has ended before its time, null if it has not. */
    private Throwable failure;

    /** How many frames the batch has that the thread is writing. */
    private int batchCount;

    Feeder(FrameWriter writer, String name) {
        this.writer = writer;
        this.name = name;
    }

    /** Takes a frame over; never waits for room in the pipe. */
    synchronized void put(Encoder frame) {
        if (failure != null) {
            throw new UncheckedIOException(
                    "cannot put into " + name + ": its feeder has ended: " + failure + "; make a new queue",
                    new IOException(failure));
        }
        if (!writing && waiting.isEmpty() && writer.writeAtOnce(frame)) {
            return;
        }
        waiting.add(frame);
        waitingBytes += frame.length();
        if (!started) {
            started = true;
            Thread thread = new Thread(this, "mp-feeder-" + name);
            thread.setDaemon(true);
            thread.start();
        } else if (!writing) {
            notifyAll();
        }
        if (waitingBytes > MANY_BYTES && holdUpNanos > 0) {
            holdUp();
        }
    }

    /** Waits for the thread to catch up; an interrupt is kept. */
    private void holdUp() {
        long begun = System.nanoTime();
        try {
            int seen = batches;
            do {
                wait(SLICE_MILLIS);
                holdUpNanos = batches == seen ? 0 : holdUpNanos;
                seen = batches;
            } while (waitingBytes > MANY_BYTES / 2 && System.nanoTime() - begun < holdUpNanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        holdUpNanos -= System.nanoTime() - begun;
    }

    @Override
    public void run() {
        try {
            for (Encoder batch = nextBatch(); batch != null; batch = nextBatch()) {
                writer.write(batch, batchCount);
            }
            stop();
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    /** The next frames to write in one go, null when there will be none. */
    private synchronized Encoder nextBatch() {
        writing = false;
        if (waiting.isEmpty()) {
            waitingBytes = 0;
            holdUpNanos = HOLD_UP_NANOS;
        }
        if (waitingBytes <= MANY_BYTES / 2) {
            notifyAll();
        }
        while (waiting.isEmpty()) {
            if (closing) {
                return null;
            }
            try {
                wait();
            } catch (InterruptedException nobodyShould) {
                return null;
            }
        }
        writing = true;
        batchCount = 1;
        Encoder batch = waiting.remove();
        while (!waiting.isEmpty() && batch.length() + waiting.peek().length() <= BATCH_BYTES) {
            Encoder next = waiting.remove();
            batch.write(next.bytes(), 0, next.length());
            batchCount++;
        }
        batches++;
        waitingBytes -= batch.length();
        return batch;
    }

    private synchronized void fail(Throwable reason) {
        failure = reason;
        Console.warn("items of " + name + " are lost: " + reason.getMessage());
        stop();
    }

    private synchronized void stop() {
        writing = false;
        closing = true;
        waiting.clear();
        waitingBytes = 0;
        notifyAll();
    }

    /** Whether everything put so far is in the pipe. */
    synchronized boolean isIdle() {
        return !started || !writing && waiting.isEmpty();
    }

    /** Waits until everything put so far is in the pipe. */
    synchronized void flush() {
        try {
            while (!isIdle()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the thread once it has nothing more to write. */
    synchronized void close() {
        closing = true;
        notifyAll();
    }
}
