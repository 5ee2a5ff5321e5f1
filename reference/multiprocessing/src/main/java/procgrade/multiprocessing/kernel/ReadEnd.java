package procgrade.multiprocessing.kernel;

import java.io.Closeable;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;

/**
 * A named pipe opened for reading only, so that the end of its last writer can be noticed ({@code fifo(7)}).
 *
 * <p>One thread at a time reads; any may look or close.
 */
public final class ReadEnd implements Closeable {
    /** What {@link #read(byte[], int, int, long)} returns when no writer is left. */
    public static final int END = -1;

    private static final int SLICE_BYTES = 1 << 16;

    private final File path;
    private final FileInputStream in;
    private final TimedReads timed;

    private ReadEnd(File path, FileInputStream in) {
        this.path = path;
        this.in = in;
        this.timed = new TimedReads(path, true);
    }

    /**
     * Opens the end; never blocks, because the pipe is open already.
     *
     * @param bridge the same pipe, to be closed when all ends that this process needs are open
     * @return the end
     */
    public static ReadEnd of(Fifo bridge) {
        try {
            return new ReadEnd(bridge.path(), new FileInputStream(bridge.path()));
        } catch (IOException e) {
            throw Faults.cannot("open the pipe " + bridge.path(), e);
        }
    }

    /**
     * Fills a part of an array; blocks in the kernel until all bytes are there or no writer is left.
     *
     * @param bytes receives the bytes
     * @param offset index of the first
     * @param length how many
     * @return how many were read: fewer only if the pipe has ended
     */
    public int read(byte[] bytes, int offset, int length) {
        int done = 0;
        try {
            while (done < length) {
                int count = in.read(bytes, offset + done, Math.min(length - done, SLICE_BYTES));
                if (count <= 0) {
                    return done;
                }
                done += count;
            }
            return done;
        } catch (IOException e) {
            throw Faults.cannot("read from the pipe " + path, e);
        }
    }

    /**
     * Reads what is there, waiting no longer than a time for the first byte.
     *
     * @param bytes receives the bytes
     * @param offset index of the first
     * @param length how many at most
     * @param waitNanos longest wait in nanoseconds, more than 0
     * @return how many bytes were read, 0 if none came in time, {@link #END} if no writer is left
     */
    public int read(byte[] bytes, int offset, int length, long waitNanos) {
        try {
            return timed.read(bytes, offset, length, waitNanos);
        } catch (IOException e) {
            throw Faults.cannot("read from the pipe " + path, e);
        }
    }

    /** {@return how many bytes wait in the pipe at this moment} */
    public int available() {
        try {
            return in.available();
        } catch (IOException e) {
            throw Faults.cannot("look into the pipe " + path, e);
        }
    }

    /** Closes the end; a thread that is blocked in a read goes on waiting. */
    @Override
    public void close() {
        try {
            timed.close();
            in.close();
        } catch (IOException e) {
            throw Faults.cannot("close the pipe " + path, e);
        }
    }
}
