package procgrade.observe;

import java.io.IOException;

/**
 * Starts the processes of the grader itself, one after the other. Whoever starts a process anywhere in the grader does it
 * here.
 *
 * <p>Java starts a program through {@code jspawnhelper}, which waits at a pipe for its orders and ends when nobody is left
 * who could write to it. Two of them at the same time inherit the pipes of each other: should the grader be killed at that
 * moment, each would wait for ever for the other. Alone it sees the end of its pipe and ends. A start takes a millisecond
 * or two.
 */
public final class ProcessStarts {
    private static final ProcessStarts OF_THIS_JVM = new ProcessStarts();

    ProcessStarts() {}

    /** Starts something; a small interface, so that a test can look into a start. */
    interface Start {
        Process now() throws IOException;
    }

    /**
     * Starts a process, when those that other threads are about to start have been started.
     *
     * @param builder what to start, and how; it is read during the call only
     * @return the process, which has been started
     * @throws IOException if it cannot be started, as {@link ProcessBuilder#start()} says
     */
    public static Process start(ProcessBuilder builder) throws IOException {
        return OF_THIS_JVM.inTurn(builder::start);
    }

    synchronized Process inTurn(Start start) throws IOException {
        return start.now();
    }
}
