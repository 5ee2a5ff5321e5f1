package procgrade.multiprocessing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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

    /** What the thread takes at a time: for each frame of some kilobytes alone it would contend with the producer. */
    private static final int SHARE_BYTES = 1 << 15;

    /** Frames from this size on are used again: to fill ever new memory costs more than to copy the item. */
    private static final int LEAST_SPARE_BYTES = 1 << 10;

    private static final int MOST_SPARE_BYTES = 1 << 21;

    /** From here on a producer is held up, until half is left. */
    private static final long MANY_BYTES = 1 << 20;

    private static final long HOLD_UP_NANOS = 100_000_000;
    private static final long SLICE_MILLIS = 2;

    private final FrameWriter writer;
    private final String name;
    private final Deque<Encoder> waiting = new ArrayDeque<>();
    private long waitingBytes;

    /** What the thread is writing. */
    private final List<Encoder> share = new ArrayList<>();

    private final Deque<Encoder> spares = new ArrayDeque<>();
    private long spareBytes;
    private volatile boolean hasSpares;

    /** How many shares were taken to be written, and how much longer producers may be held up. */
    private int shares;

    private long holdUpNanos = HOLD_UP_NANOS;
    private boolean started;
    private boolean writing;
    private boolean closing;

    /** Why the thread has ended before its time, null if it has not. */
    private Throwable failure;

    Feeder(FrameWriter writer, String name) {
        this.writer = writer;
        this.name = name;
    }

    /** An encoder for the next frame, which may have been used before. */
    Encoder newFrame() {
        return hasSpares ? spare() : new Encoder();
    }

    private synchronized Encoder spare() {
        Encoder spare = spares.poll();
        hasSpares = !spares.isEmpty();
        if (spare == null) {
            return new Encoder();
        }
        spareBytes -= spare.capacity();
        return spare;
    }

    private void keepSpare(Encoder used) {
        if (used.capacity() >= LEAST_SPARE_BYTES && spareBytes + used.capacity() <= MOST_SPARE_BYTES) {
            spares.push(used); // the last used is the one that the processor still has in its cache
            spareBytes += used.capacity();
            hasSpares = true;
        }
    }

    /** Takes a frame over, for good; never waits for room in the pipe. */
    synchronized void put(Encoder frame) {
        if (failure != null) {
            throw new UncheckedIOException(
                    "cannot put into " + name + ": its feeder has ended: " + failure + "; make a new queue",
                    new IOException(failure));
        }
        if (!writing && waiting.isEmpty() && writer.writeAtOnce(frame)) {
            keepSpare(frame);
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
            int seen = shares;
            do {
                wait(SLICE_MILLIS);
                holdUpNanos = shares == seen ? 0 : holdUpNanos;
                seen = shares;
            } while (waitingBytes > MANY_BYTES / 2 && System.nanoTime() - begun < holdUpNanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        holdUpNanos -= System.nanoTime() - begun;
    }

    @Override
    public void run() {
        try {
            while (takeShare()) {
                writeShare();
            }
            stop();
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    private void writeShare() {
        int next = 0;
        while (next < share.size()) {
            Encoder batch = share.get(next);
            int begin = next++;
            while (next < share.size() && batch.length() + share.get(next).length() <= BATCH_BYTES) {
                Encoder frame = share.get(next++);
                batch.write(frame.bytes(), 0, frame.length());
            }
            writer.write(batch, next - begin);
        }
    }

    /** Takes the next frames to write; false when there will be none. */
    private synchronized boolean takeShare() {
        endShare();
        while (waiting.isEmpty()) {
            if (closing) {
                return false;
            }
            try {
                wait();
            } catch (InterruptedException nobodyShould) {
                return false;
            }
        }
        writing = true;
        int bytes = 0;
        while (!waiting.isEmpty() && bytes < SHARE_BYTES) {
            Encoder frame = waiting.remove();
            bytes += frame.length();
            waitingBytes -= frame.length();
            share.add(frame);
        }
        shares++;
        return true;
    }

    private void endShare() {
        writing = false;
        for (Encoder frame : share) {
            keepSpare(frame);
        }
        share.clear();
        if (waiting.isEmpty()) {
            waitingBytes = 0;
            holdUpNanos = HOLD_UP_NANOS;
        }
        if (waitingBytes <= MANY_BYTES / 2) {
            notifyAll();
        }
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

    /** Waits until everything put so far is in the pipe, or half an item would be; an interrupt is kept. */
    synchronized void flush() {
        boolean interrupted = false;
        while (!isIdle()) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the thread once it has nothing more to write. */
    synchronized void close() {
        closing = true;
        notifyAll();
    }
}
