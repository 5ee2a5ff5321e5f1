package procgrade.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import procgrade.observe.ProcessStarts;
import procgrade.observe.ProcessStat;

/**
 * Sends the signals that Java cannot send. A shell that waits for orders does it: it is there before a program starts,
 * because afterwards the program may have taken all the processes this user can have.
 *
 * <p>The shell ends when it is told to, at the latest soon after this virtual machine, when its standard input ends. Safe
 * for use by several threads.
 */
final class Signals {
    private static final String SCRIPT =
            "trap '' HUP INT TERM; while read -r signal pids;" + " do kill -s \"$signal\" -- $pids; echo; done";

    private static final long PATIENCE_NANOS = 500_000_000;
    private static final long PAUSE_NANOS = 50_000;

    private Process shell;
    private Writer orders;

    /** Makes the shell ready; without it, signals get lost. */
    synchronized void prepare() throws IOException {
        if (shell == null || !shell.isAlive()) {
            ProcessBuilder builder = new ProcessBuilder(StartScript.SHELL, "-c", SCRIPT);
            builder.environment().clear();
            shell = ProcessStarts.start(builder.redirectError(ProcessBuilder.Redirect.DISCARD));
            orders = shell.outputWriter(StandardCharsets.US_ASCII);
        }
    }

    void stop(Collection<ProcessStat> processes) {
        send("STOP", processes.stream().map(stat -> Long.toString(stat.pid())).collect(Collectors.joining(" ")));
    }

    /** Stops a whole process group at one stroke, which no fork can escape. */
    void stopGroup(long group) {
        send("STOP", "-" + group);
    }

    /** Kills a whole process group likewise. */
    void killGroup(long group) {
        send("KILL", "-" + group);
    }

    void resume(long pid) {
        send("CONT", Long.toString(pid));
    }

    /** Returns when the signals have been sent. */
    private synchronized void send(String signal, String pids) {
        if (pids.isEmpty() || orders == null) {
            return;
        }
        try {
            orders.write(signal + " " + pids + "\n");
            orders.flush();
            awaitAnswer(shell.getInputStream());
        } catch (IOException shellHasBeenKilled) {
            shell.destroyForcibly();
        }
    }

    /** Not for ever: a program that runs without a sandbox can stop the shell as well. */
    private static void awaitAnswer(InputStream answers) throws IOException {
        long start = System.nanoTime();
        while (answers.available() == 0 && System.nanoTime() - start < PATIENCE_NANOS) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        long unused = answers.skip(answers.available());
    }

    /** Returns when the shell is gone. */
    synchronized void close() {
        if (shell == null) {
            return;
        }
        try {
            shell.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        shell = null;
        orders = null;
    }
}
