package procgrade.multiprocessing;

import java.util.concurrent.CompletableFuture;
import procgrade.multiprocessing.codec.Decoder;
import procgrade.multiprocessing.codec.Encoder;

/** One worker process of a pool, seen from the process that has the pool. */
final class PoolMember {
    private final Process process;
    private final PoolLine line;
    private volatile boolean ended;
    private boolean ready;
    private PoolFailure initializerFailure;

    private PoolMember(Process process, PoolLine line) {
        this.process = process;
        this.line = line;
    }

    /**
     * Starts a worker.
     *
     * @param process runs {@link PoolWorker#serve} on the line
     * @param line leads to it
     * @param backlog is woken when the worker has ended
     */
    static PoolMember start(Process process, PoolLine line, PoolBacklog backlog) {
        process.start();
        PoolMember member = new PoolMember(process, line);
        ProcessHandle handle = ProcessHandle.of(process.pid()).orElse(null);
        if (handle == null) {
            member.end(backlog);
        } else {
            CompletableFuture<Void> unused = handle.onExit().thenRun(() -> member.end(backlog));
        }
        return member;
    }

    private void end(PoolBacklog backlog) {
        line.workerEnded();
        ended = true;
        backlog.wake();
    }

    /** Waits in the kernel until the worker takes tasks; false if it has ended before. */
    boolean awaitReady() {
        byte[] message = line.receive();
        if (message.length == 0) {
            return false;
        }
        Decoder in = new Decoder(message, 0);
        ready = in.raw() == PoolWorker.READY;
        if (!ready) {
            initializerFailure = PoolFailure.from(description(), (byte[]) in.value());
        }
        return ready;
    }

    boolean wasReady() {
        return ready;
    }

    /** Why it could not get ready; null if it could, or did not say. */
    PoolFailure initializerFailure() {
        return initializerFailure;
    }

    /** Has a task done; {@link PoolLine#NOTHING} if the worker has ended. */
    byte[] exchange(Encoder task) {
        return line.send(task) ? line.receive() : PoolLine.NOTHING;
    }

    boolean hasBegun(int task) {
        return line.begun() == task;
    }

    boolean hasEnded() {
        return ended;
    }

    void terminate() {
        process.terminate();
    }

    void awaitEnd() {
        process.join();
    }

    /** Lets the worker end when it has done what it does, and waits for that. */
    void retire() {
        line.endTasks();
        process.join();
        line.close();
    }

    String description() {
        return process.name() + " (process " + process.pid() + ")";
    }

    /** How it ended, in words. */
    String ending() {
        int code = process.exitcode();
        return code < 0 ? "was killed by signal " + -code : "ended with exit code " + code;
    }
}
