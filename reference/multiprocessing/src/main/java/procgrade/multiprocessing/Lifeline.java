package procgrade.multiprocessing;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import procgrade.multiprocessing.kernel.Session;

/**
 * Ends this process when its parent is gone: a thread that waits for the end of standard input, the other
 * end of which only the parent holds.
 *
 * <p>It waits in a {@link FileChannel}, not in a stream: a virtual machine that exits waits 300 ms for a
 * thread inside a stream's native read, but a channel can be closed under its reader.
 */
final class Lifeline extends Thread {
    private static final int ORPHANED = 1;

    private static volatile Lifeline watching;

    private FileChannel channel;
    private boolean cut;

    private Lifeline() {
        super("mp-lifeline");
        setDaemon(true);
    }

    static void watch() {
        watching = new Lifeline();
        watching.start();
    }

    /** Stops to watch, so that the process can exit without delay. */
    static void cut() {
        Lifeline thread = watching;
        if (thread == null) {
            return;
        }
        try {
            thread.cutChannel();
            thread.join();
        } catch (IOException | InterruptedException exitsAnyway) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void cutChannel() throws IOException {
        cut = true;
        if (channel != null) {
            channel.close();
        }
    }

    /** Opened in this thread, so that loading the classes for it does not keep the target waiting. */
    private synchronized boolean open() {
        channel = new FileInputStream(FileDescriptor.in).getChannel();
        return !cut;
    }

    private synchronized boolean isCut() {
        return cut;
    }

    @Override
    public void run() {
        if (!open()) {
            return;
        }
        ByteBuffer nothing = ByteBuffer.allocate(1);
        try {
            while (channel.read(nothing) > 0) {
                nothing.clear();
            }
        } catch (IOException closed) {
            // either cut, or as good as the end of the line
        }
        if (!isCut()) {
            Session.current().removeIfAbandoned();
            Runtime.getRuntime().halt(ORPHANED);
        }
    }
}
