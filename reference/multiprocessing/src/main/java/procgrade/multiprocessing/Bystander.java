package procgrade.multiprocessing;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import procgrade.multiprocessing.kernel.OwnPid;

/**
 * A process that this one did not start but has an object for.
 *
 * @param pid its id, -1 if it had none when this process started
 * @param foreign whether it is neither this process nor its parent
 */
record Bystander(long pid, boolean foreign) {
    private boolean isSelf() {
        return pid == OwnPid.VALUE;
    }

    /** Looked up each time: a handle costs every child time at its start, and most never ask. */
    boolean isAlive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Waits for the end of the parent; a negative time waits for ever. */
    boolean await(String name, long nanos) {
        if (isSelf()) {
            throw new IllegalStateException("cannot join " + name
                    + ": it is the current process, which would wait for itself; join the processes that it started");
        }
        if (foreign) {
            throw cannot("join", name);
        }
        Optional<ProcessHandle> handle = ProcessHandle.of(pid);
        try {
            if (handle.isPresent() && nanos < 0) {
                handle.get().onExit().get();
            } else if (handle.isPresent()) {
                handle.get().onExit().get(nanos, TimeUnit.NANOSECONDS);
            }
            return true;
        } catch (TimeoutException stillAlive) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "interrupted while waiting for a process to end; join it again to go on waiting", e);
        } catch (ExecutionException neverByItself) {
            throw new AssertionError("the end of a process is no exception", neverByItself);
        }
    }

    /** The exception for what can be done to a child only. */
    IllegalStateException cannot(String action, String name) {
        return new IllegalStateException(
                "cannot " + action + " " + name
                        + (foreign
                                ? ": it was started by another process; ask that one over a queue"
                                : isSelf()
                                        ? ": it is the current process; end it with System.exit()"
                                        : ": it is the parent of the current process; ask it over a queue, or end the current process"));
    }

    /** The id for those who ask. */
    long knownPid(String name) {
        if (pid < 0) {
            throw cannot("ask for the pid of", name);
        }
        return pid;
    }

    IllegalStateException cannotStart(String name) {
        if (foreign) {
            return new IllegalStateException(
                    "cannot start " + name + ": it belongs to another process; make a new Process");
        }
        return new IllegalStateException("cannot start " + name + ": it "
                + (isSelf() ? "is the current process" : "is the parent of the current process")
                + " and runs already; make a new Process");
    }
}
