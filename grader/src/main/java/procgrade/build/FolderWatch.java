package procgrade.build;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Stops a compiler that fills the disk: from one megabyte of sources, in which long constants are put together, javac
 * makes gigabytes of class files within its time limit. The disk is that of the whole class.
 */
final class FolderWatch implements Consumer<Runnable>, AutoCloseable {
    private static final long PAUSE_MILLIS = 50;

    private final Path folder;
    private final long mostBytes;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * A watch, which has not begun.
     *
     * @param folder what is in it and in folders of it counts
     * @param mostBytes how much it may be
     */
    FolderWatch(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /** Begins. */
    @Override
    public void accept(Runnable stop) {
        Thread thread = new Thread(() -> watch(stop), "folder watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch(Runnable stop) {
        try {
            while (!closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                if (isExceeded()) {
                    stop.run();
                    return;
                }
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there is more than there may be. */
    boolean isExceeded() {
        var sum = new Sum();
        try {
            Files.walkFileTree(folder, sum);
        } catch (IOException gone) {
            return false;
        }
        return sum.bytes > mostBytes;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private final class Sum extends SimpleFileVisitor<Path> {
        private long bytes;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes += attributes.size();
            return bytes > mostBytes ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }
    }
}
