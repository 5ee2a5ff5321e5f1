package procgrade.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C, and other signals that end a program, wait until all that was started is dead and what was graded so far
 * is printed. The exit code is then that of the virtual machine: 128 plus the number of the signal.
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    /**
     * From now on a signal ends this work.
     *
     * @param work what to do; any thread
     */
    Interruption(Runnable work) {
        hook = new Thread(() -> interrupt(work), "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void interrupt(Runnable work) {
        work.run();
        try {
            boolean unused = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException atOnce) {
            Thread.currentThread().interrupt();
        }
    }

    /** The work has ended, and everything is printed. */
    @Override
    public void close() {
        done.countDown();
        try {
            boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // the hook is running, and has just been told that it may end
            return;
        }
    }
}
