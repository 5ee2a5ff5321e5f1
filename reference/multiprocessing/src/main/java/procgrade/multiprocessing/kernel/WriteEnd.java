package procgrade.multiprocessing.kernel;

import java.io.Closeable;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;

/** A named pipe opened for writing only, so that the end of its last reader can be noticed ({@code fifo(7)}). */
public final class WriteEnd implements Closeable {
    private static final int SLICE_BYTES = 1 << 16;

    private final File path;
    private final FileOutputStream out;

    private WriteEnd(File path, FileOutputStream out) {
        this.path = path;
        this.out = out;
    }

    /**
     * Opens the end; never blocks, because the pipe is open already.
     *
     * @param bridge the same pipe, to be closed when all ends that this process needs are open
     * @return the end
     */
    public static WriteEnd of(Fifo bridge) {
        try {
            return new WriteEnd(bridge.path(), new FileOutputStream(bridge.path()));
        } catch (IOException e) {
            throw Faults.cannot("open the pipe " + bridge.path(), e);
        }
    }

    /**
     * Writes all bytes; blocks in the kernel while the pipe is full.
     *
     * @param bytes holds the bytes
     * @param offset index of the first
     * @param length how many
     * @return false if no reader is left, or the end was closed meanwhile
     */
    public boolean write(byte[] bytes, int offset, int length) {
        try {
            for (int done = 0; done < length; done += SLICE_BYTES) {
                out.write(bytes, offset + done, Math.min(length - done, SLICE_BYTES));
            }
            return true;
        } catch (IOException brokenPipe) {
            // EPIPE has no class in the JDK and its text depends on the locale, but no other fault can happen here
            return false;
        }
    }

    /** Closes the end; a thread that is blocked in a write goes on waiting. */
    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw Faults.cannot("close the pipe " + path, e);
        }
    }
}
