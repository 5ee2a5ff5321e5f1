package procgrade.multiprocessing.trace;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.invoke.VarHandle;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The trace file of this process: mapped into memory, so that what was recorded is in the file even if
 * the next instruction is the last one (SIGKILL).
 *
 * <p>A thread reserves records by adding to one counter and fills them without any lock; the kind is
 * written last, and a record without a kind does not count.
 */
final class TraceWriter {
    /** 256 MiB, 6.7 million records: a program that runs wild must not fill the disk. */
    private static final int MOST_CHUNKS = 410;

    private static final int RECORDS_PER_CHUNK = Layout.CHUNK_BYTES / Layout.RECORD_BYTES;
    private static final int ZEROS = 1 << 16;
    private static final int COUNTER_BITS = 40;

    private final RandomAccessFile file;
    private final long pid = ProcessHandle.current().pid();
    private final AtomicReferenceArray<ByteBuffer> chunks;
    private final AtomicLong reserved = new AtomicLong(1);
    private final AtomicLong items = new AtomicLong();
    private final Map<String, Integer> numbers = new HashMap<>();
    private volatile ThreadMXBean cpuClock;
    private volatile boolean ended;

    private TraceWriter(RandomAccessFile file, int mostChunks) {
        this.file = file;
        this.chunks = new AtomicReferenceArray<>(mostChunks);
    }

    /**
     * Makes the file of this process, and its folder if need be.
     *
     * @return the writer; null, after a line on the error output, if the folder cannot be used
     */
    static TraceWriter open(String folder) {
        try {
            return create(new File(folder), MOST_CHUNKS);
        } catch (IOException | RuntimeException e) {
            return complain(
                    folder, e.getMessage() + "; this process runs on untraced, name a folder you may write to in ");
        } catch (LinkageError e) {
            return complain(folder, "this Java lacks " + e.getMessage() + "; use one with java.management, or unset ");
        }
    }

    private static TraceWriter complain(String folder, String reason) {
        System.err.println("cannot write a trace into the folder \"" + folder + "\": " + reason + Trace.VARIABLE);
        return null;
    }

    /** The first record is taken before the CPU clock is there, which takes 20 ms to load. */
    static TraceWriter create(File folder, int mostChunks) throws IOException {
        long nanos = System.nanoTime();
        long epochMillis = System.currentTimeMillis();
        boolean made = folder.mkdirs();
        if (!made && !folder.isDirectory()) {
            throw new IOException(folder.exists() ? "it is a file" : "it cannot be made");
        }
        File path = new File(folder, "trace-" + ProcessHandle.current().pid() + "-" + epochMillis + ".bin");
        TraceWriter writer = new TraceWriter(new RandomAccessFile(path, "rw"), mostChunks);
        writer.begin(nanos, epochMillis);
        return writer;
    }

    private void begin(long nanos, long epochMillis) throws IOException {
        ByteBuffer head = map(0);
        head.putInt(Layout.HEAD_RECORD_BYTES, Layout.RECORD_BYTES);
        head.putInt(Layout.HEAD_PID, (int) pid);
        head.putLong(Layout.HEAD_NANOS, nanos);
        head.putLong(Layout.HEAD_EPOCH_MILLIS, epochMillis);
        VarHandle.releaseFence();
        head.putLong(Layout.HEAD_MAGIC, Layout.MAGIC);
        chunks.set(0, head);
        ProcessHandle parent = ProcessHandle.current().parent().orElse(null);
        fill(reserved.getAndIncrement(), Trace.START, 0, parent == null ? 0 : parent.pid(), nanos, Layout.UNKNOWN);
        cpuClock = ManagementFactory.getThreadMXBean();
    }

    long nextItemId() {
        return pid << COUNTER_BITS | items.incrementAndGet();
    }

    void record(int kind, int object, long item) {
        if (!ended) {
            fill(reserved.getAndIncrement(), kind, object, item, System.nanoTime(), cpuNanos());
        }
    }

    private long cpuNanos() {
        try {
            return cpuClock.getCurrentThreadCpuTime();
        } catch (UnsupportedOperationException virtualThread) {
            return Layout.UNKNOWN;
        }
    }

    private void fill(long index, int kind, int object, long item, long nanos, long cpuNanos) {
        ByteBuffer chunk = chunk(index);
        if (chunk != null) {
            int start = start(index);
            chunk.putInt(start + Layout.OBJECT, object);
            chunk.putLong(start + Layout.ITEM, item);
            chunk.putLong(start + Layout.NANOS, nanos);
            chunk.putLong(start + Layout.CPU_NANOS, cpuNanos);
            chunk.putInt(start + Layout.THREAD, (int) Thread.currentThread().getId());
            VarHandle.releaseFence();
            chunk.put(start + Layout.KIND, (byte) kind);
        }
    }

    int define(String name) {
        synchronized (numbers) {
            Integer known = numbers.get(name);
            if (known != null) {
                return known;
            }
            int number = numbers.size() + 1;
            numbers.put(name, number);
            writeName(number, name.getBytes(StandardCharsets.UTF_8));
            return number;
        }
    }

    private void writeName(int number, byte[] name) {
        int part = 0;
        for (int done = 0; part == 0 || done < name.length && part < Layout.MOST_PARTS; done += Layout.NAME_BYTES) {
            long index = reserved.getAndIncrement();
            ByteBuffer chunk = ended ? null : chunk(index);
            if (chunk == null) {
                return;
            }
            int start = start(index);
            int length = Math.min(name.length - done, Layout.NAME_BYTES);
            chunk.put(start + Layout.NAME_LENGTH, (byte) length);
            chunk.put(start + Layout.NAME_PART, (byte) part++);
            chunk.putInt(start + Layout.OBJECT, number);
            chunk.put(start + Layout.NAME, name, done, length);
            VarHandle.releaseFence();
            chunk.put(start + Layout.KIND, (byte) Layout.DEFINE);
        }
    }

    private static int start(long index) {
        return (int) (index % RECORDS_PER_CHUNK) * Layout.RECORD_BYTES;
    }

    private ByteBuffer chunk(long index) {
        long chunk = index / RECORDS_PER_CHUNK;
        if (chunk >= chunks.length()) {
            end(Layout.ENDING_LIMIT);
            return null;
        }
        ByteBuffer known = chunks.get((int) chunk);
        return known != null ? known : grow((int) chunk);
    }

    private synchronized ByteBuffer grow(int chunk) {
        if (chunks.get(chunk) == null && !ended) {
            try {
                chunks.set(chunk, map(chunk));
            } catch (IOException noSpace) {
                end(Layout.ENDING_NO_SPACE);
            }
        }
        return chunks.get(chunk);
    }

    /** Zeros are written, not left as a hole: a hole on a full disk would kill the process at first use (SIGBUS). */
    private ByteBuffer map(int chunk) throws IOException {
        long start = (long) chunk * Layout.CHUNK_BYTES;
        file.seek(start);
        byte[] zeros = new byte[ZEROS];
        for (int done = 0; done < Layout.CHUNK_BYTES; done += ZEROS) {
            file.write(zeros);
        }
        return file.getChannel().map(FileChannel.MapMode.READ_WRITE, start, Layout.CHUNK_BYTES);
    }

    private synchronized void end(int reason) {
        if (!ended) {
            ended = true;
            chunks.get(0).put(Layout.HEAD_ENDING, (byte) reason);
        }
    }
}
