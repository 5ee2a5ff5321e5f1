package procgrade.multiprocessing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import procgrade.multiprocessing.kernel.Cells;
import procgrade.multiprocessing.kernel.Session;
import procgrade.multiprocessing.trace.Trace;

/** A started child process, seen from its parent. */
final class Child implements Runnable {
    /** The shell's and the JDK's way to say "ended by a signal". */
    static final int SIGNAL_BASE = 128;

    private static final int LAST_SIGNAL = 64;
    private static final long REAPER_STACK_BYTES = 1 << 17;

    private static final Map<Child, Process> ALIVE = new LinkedHashMap<>();

    private final java.lang.Process process;
    private final int index;
    private final Cells mark;

    /** Held open while the child lives: its end tells the child that this process is gone. */
    private final OutputStream lifeline;

    private Child(java.lang.Process process, int index, Cells mark) {
        this.process = process;
        this.index = index;
        this.mark = mark;
        int unused = mark.getInt(0); // maps it now: when the child ends, the session's folder may be gone
        this.lifeline = process.getOutputStream();
    }

    /** Takes a process that was just launched under supervision. */
    static Child adopt(java.lang.Process process, Process object, int index, Cells mark) {
        Child child = new Child(process, index, mark);
        synchronized (ALIVE) {
            ALIVE.put(child, object);
        }
        if (Trace.ON) {
            Trace.record(Trace.SPAWN, Trace.define(object.name()), process.pid());
        }
        child.reap();
        return child;
    }

    /** The children that have not ended, in the order of their start. */
    static List<Process> active() {
        List<Process> active = new ArrayList<>();
        synchronized (ALIVE) {
            for (Map.Entry<Child, Process> entry : ALIVE.entrySet()) {
                if (entry.getKey().isAlive()) {
                    active.add(entry.getValue());
                }
            }
        }
        return active;
    }

    /** The same, without the objects of the program. */
    static List<Child> alive() {
        List<Child> alive = new ArrayList<>();
        synchronized (ALIVE) {
            for (Child child : ALIVE.keySet()) {
                if (child.isAlive()) {
                    alive.add(child);
                }
            }
        }
        return alive;
    }

    /** A thread of its own: {@code onExit()} would use the common pool, which the program may keep busy. */
    private void reap() {
        Thread reaper = new Thread(null, this, "mp-reaper-" + process.pid(), REAPER_STACK_BYTES);
        reaper.setDaemon(true);
        reaper.start();
    }

    /** What is left to do when the process has ended. */
    @Override
    public void run() {
        awaitEnd();
        synchronized (ALIVE) {
            ALIVE.remove(this);
        }
        Departures.ended(index);
        if (mark.getInt(0) == 0) {
            Session.current().processes().releaseChildrenOf(index);
        }
        Session.current().processes().release(index);
        try {
            lifeline.close();
        } catch (IOException reasonIsKnown) {
            // the other end is gone, which is why this is called
            return;
        }
    }

    /** Waits for the end whatever happens; an interrupt is kept. */
    void awaitEnd() {
        boolean interrupted = false;
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the end; a negative time waits for ever. */
    boolean await(long nanos) {
        try {
            if (nanos < 0) {
                process.waitFor();
                return true;
            }
            return process.waitFor(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "interrupted while waiting for a process to end; join it again to go on waiting", e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /**
     * The mark tells a program's {@code exit(137)} from the signal that the JDK reports the same way; only
     * {@code Runtime.halt(137)} sets none.
     */
    Integer exitcode() {
        if (process.isAlive()) {
            return null;
        }
        int code = process.exitValue();
        boolean bySignal = code > SIGNAL_BASE && code <= SIGNAL_BASE + LAST_SIGNAL && mark.getInt(0) == 0;
        return bySignal ? -(code - SIGNAL_BASE) : code;
    }

    void signal(boolean forcibly) {
        if (forcibly) {
            process.destroyForcibly();
        } else {
            process.destroy();
        }
    }
}
