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

    private final FileChannel channel = new FileInputStream(FileDescriptor.in).getChannel();
    private volatile boolean cut;

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
        thread.cut = true;
        try {
            thread.channel.close();
            thread.join();
        } catch (IOException | InterruptedException exitsAnyway) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        ByteBuffer nothing = ByteBuffer.allocate(1);
        try {
            while (channel.read(nothing) > 0) {
                nothing.clear();
            }
        } catch (IOException closed) {
            // either cut, or as good as the end of the line
        }
        if (!cut) {
            Session.current().removeIfAbandoned();
            Runtime.getRuntime().halt(ORPHANED);
        }
    }
}
