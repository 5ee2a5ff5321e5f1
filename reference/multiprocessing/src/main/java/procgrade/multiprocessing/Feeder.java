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
 * <p>The thread writes many small frames with one write(2), so under load it is the faster way.
 */
final class Feeder implements Runnable {
    /** Small frames share a write; to copy long ones together would cost more than it saves. */
    private static final int BATCH_BYTES = Fifo.ATOMIC_BYTES;

    private final FrameWriter writer;
    private final String name;
    private final Deque<Encoder> waiting = new ArrayDeque<>();
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
        if (!started) {
            started = true;
            Thread thread = new Thread(this, "mp-feeder-" + name);
            thread.setDaemon(true);
            thread.start();
        } else if (!writing) {
            notifyAll();
        }
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
        notifyAll();
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
