package procgrade.multiprocessing.kernel;

import java.io.Closeable;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;

/**
 * One named pipe, opened for reading or writing or both, whose operations block in the kernel
 * ({@code fifo(7)}, {@code pipe(7)}).
 *
 * <p>Opened for both, the pipe never reports its end: bytes survive as long as one process has it open.
 * The untimed calls use a {@link RandomAccessFile} because a {@code FileChannel} would serialize the
 * readers of one process and close itself on {@link Thread#interrupt()}. All methods throw
 * {@link UncheckedIOException} when the operating system refuses.
 *
 * <p>Safe for use by many threads: the kernel orders them.
 */
public final class Fifo implements Closeable {
    /** Writes of at most this many bytes are atomic (PIPE_BUF, {@code pipe(7)}). */
    public static final int ATOMIC_BYTES = 4096;

    /** Largest slice handed to one write(2): the JDK copies each slice to native memory. */
    private static final int SLICE_BYTES = 1 << 16;

    private final File path;
    private final RandomAccessFile both;
    private final FileInputStream counter;
    private final TimedReads timed;

    private Fifo(File path, RandomAccessFile both, FileInputStream counter) {
        this.path = path;
        this.both = both;
        this.counter = counter;
        this.timed = new TimedReads(path, false);
    }

    /**
     * Opens an existing named pipe for reading and writing; never blocks.
     *
     * @param path the pipe, not null
     * @return the open pipe
     */
    public static Fifo open(File path) {
        try {
            RandomAccessFile both = new RandomAccessFile(path, "rw");
            return new Fifo(path, both, new FileInputStream(both.getFD()));
        } catch (IOException e) {
            throw Faults.cannot("open the pipe " + path, e);
        }
    }

    /** {@return the path of the pipe; its last name says which object it belongs to and in which role} */
    public File path() {
        return path;
    }

    /**
     * Writes all bytes; blocks in the kernel while the pipe is full.
     *
     * @param bytes holds the bytes
     * @param offset index of the first
     * @param length how many
     */
    public void write(byte[] bytes, int offset, int length) {
        try {
            int done = 0;
            while (done < length) {
                int slice = Math.min(length - done, SLICE_BYTES);
                both.write(bytes, offset + done, slice);
                done += slice;
            }
        } catch (IOException e) {
            throw Faults.cannot("write to the pipe " + path, e);
        }
    }

    /**
     * Fills a part of an array; blocks in the kernel until all bytes are there.
     *
     * @param bytes receives the bytes
     * @param offset index of the first
     * @param length how many
     */
    public void read(byte[] bytes, int offset, int length) {
        try {
            both.readFully(bytes, offset, length);
        } catch (IOException e) {
            throw Faults.cannot("read from the pipe " + path, e);
        }
    }

    /** Writes one byte; blocks while the pipe is full. */
    void writeByte(int value) {
        try {
            both.write(value);
        } catch (IOException e) {
            throw Faults.cannot("write to the pipe " + path, e);
        }
    }

    /** Reads one byte (0 to 255); blocks while the pipe is empty. */
    int readByte() {
        try {
            return both.readUnsignedByte();
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
     * @param waitNanos longest wait in nanoseconds; 0 or less only looks
     * @return how many bytes were read, 0 if none came in time
     */
    public int read(byte[] bytes, int offset, int length, long waitNanos) {
        if (waitNanos <= 0) {
            return 0;
        }
        try {
            return timed.read(bytes, offset, length, waitNanos);
        } catch (IOException e) {
            throw Faults.cannot("read from the pipe " + path, e);
        }
    }

    /** {@return how many bytes wait in the pipe at this moment} */
    public int available() {
        try {
            return counter.available();
        } catch (IOException e) {
            throw Faults.cannot("look into the pipe " + path, e);
        }
    }

    /** Closes the pipe in this process; bytes are lost if no other process has it open. */
    @Override
    public void close() {
        try {
            timed.close();
            both.close();
        } catch (IOException e) {
            throw Faults.cannot("close the pipe " + path, e);
        }
    }
}
