package procgrade.multiprocessing.kernel;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Reads from a pipe with a limit of time.
 *
 * <p>Java can neither poll a pipe nor read it without blocking, so a timer closes the channel of a
 * reader whose time is up: closing signals the thread out of read(2), and a read that had already got
 * its bytes returns them, so none is lost. The pipe is opened through a hard link whose name begins with
 * {@code timed-}: an observer who sees the path knows that this wait may end by itself.
 */
final class TimedReads {
    /** The prefix of the hard link that timed readers open. */
    static final String PREFIX = "timed-";

    private final File path;
    private final boolean reportsEnd;
    private final Deque<FileChannel> idle = new ArrayDeque<>();
    private boolean closed;

    /**
     * Reads a pipe.
     *
     * @param path the pipe
     * @param reportsEnd whether the pipe ends when its last writer is gone; otherwise this reader is a writer too
     */
    TimedReads(File path, boolean reportsEnd) {
        this.path = path;
        this.reportsEnd = reportsEnd;
    }

    /**
     * Returns how many bytes were read, 0 if none came in time, -1 at the end. An interrupt, which closes a
     * channel, does not end the wait, as it ends no other wait in the kernel; the thread stays interrupted.
     */
    int read(byte[] bytes, int offset, int length, long waitNanos) throws IOException {
        long end = System.nanoTime() + waitNanos;
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                ByteBuffer target = ByteBuffer.wrap(bytes, offset, length);
                try {
                    return readOnce(target, end - System.nanoTime());
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                    if (target.position() > offset) {
                        return target.position() - offset; // the read had its bytes before the interrupt was seen
                    }
                } catch (ClosedChannelException e) {
                    if (isClosed() || end - System.nanoTime() <= 0) {
                        return 0;
                    } // else the alarm of an earlier reader came late
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private int readOnce(ByteBuffer bytes, long waitNanos) throws IOException {
        FileChannel channel = borrow();
        ScheduledFuture<?> alarm = Timer.THREAD.schedule(() -> closeQuietly(channel), waitNanos, TimeUnit.NANOSECONDS);
        try {
            return channel.read(bytes);
        } finally {
            alarm.cancel(false);
            giveBack(channel);
        }
    }

    private FileChannel borrow() throws IOException {
        synchronized (idle) {
            if (closed) {
                throw new ClosedChannelException();
            }
            FileChannel channel = idle.poll();
            while (channel != null && !channel.isOpen()) {
                channel = idle.poll();
            }
            if (channel != null) {
                return channel;
            }
        }
        Path link = link();
        if (!reportsEnd) {
            return FileChannel.open(link, StandardOpenOption.READ, StandardOpenOption.WRITE);
        }
        try (RandomAccessFile bridge = new RandomAccessFile(path, "rw")) {
            return FileChannel.open(link, StandardOpenOption.READ);
        }
    }

    private Path link() throws IOException {
        Path link = new File(path.getParentFile(), PREFIX + path.getName()).toPath();
        try {
            Files.createLink(link, path.toPath());
        } catch (FileAlreadyExistsException madeBefore) {
            return link;
        }
        return link;
    }

    private void giveBack(FileChannel channel) {
        synchronized (idle) {
            if (channel.isOpen() && !closed) {
                idle.push(channel);
                return;
            }
        }
        closeQuietly(channel);
    }

    private boolean isClosed() {
        synchronized (idle) {
            return closed;
        }
    }

    void close() {
        synchronized (idle) {
            closed = true;
            // no method reference: it would be the first that a child links, which takes 5 ms before its target runs
            for (FileChannel channel : idle) {
                closeQuietly(channel);
            }
            idle.clear();
        }
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException nothingToSave) {
            // a pipe has no data that a failed close could lose
            return;
        }
    }

    /** One timer thread for a process, made when the first timed read is. */
    private static final class Timer {
        static final ScheduledThreadPoolExecutor THREAD = start();

        private static ScheduledThreadPoolExecutor start() {
            ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
                Thread thread = new Thread(work, "mp-timer");
                thread.setDaemon(true);
                return thread;
            });
            timer.setRemoveOnCancelPolicy(true);
            return timer;
        }
    }
}
