package procgrade.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * Lets several gradings go on at the same time on one machine. Each builds and runs programs in a lane of its own; a
 * check that must not be disturbed gets all lanes, from its first such run to its end, and the machine as well: no other
 * procgrade runs anything meanwhile.
 *
 * <p>A program that sleeps or hangs has a lane and leaves its core idle. So while cores are idle further lanes are opened,
 * one after the other, and closed again while all cores are busy.
 *
 * <p>Of those who want a lane the grading that has begun first gets it, so that many that have begun do not all stay
 * unfinished. Emptying all lanes leaves cores idle, so those who want to be
 * alone are gathered and then served in a row, and lanes are not emptied, or not any longer, while a program runs in one
 * that will perhaps never end. Nobody waits for ever: after twice as many as are to be gathered they are emptied in any case.
 */
public final class Lanes {
    /** A run that has taken that long may well take until its limit. */
    private static final long LONG_NANOS = TimeUnit.SECONDS.toNanos(4);

    /** Whoever waits looks that often whether cores are idle. */
    private static final long LOOK_MILLIS = 100;

    private final int count;
    private final int most;
    private final IntSupplier change;
    private final int gathered;
    private final MachineLock machine;
    private final LongSupplier nanoTime;
    private final Queue<Lane> waiting = new PriorityQueue<>(Comparator.comparingLong(lane -> lane.number));
    private final Queue<Lane> waitingForAll = new ArrayDeque<>();
    private final List<Lane> inside = new ArrayList<>();
    private int open;
    private long made;
    private boolean emptying;

    /**
     * Lanes, all of them free, which no other procgrade knows of.
     *
     * @param count how many gradings may use the machine at the same time, at least 1
     */
    public Lanes(int count) {
        this(count, count, () -> 0, 1, MachineLock.NONE, System::nanoTime);
    }

    Lanes(int count, int most, IntSupplier change, int gathered, MachineLock machine, LongSupplier nanoTime) {
        if (count < 1 || most < count || gathered < 1) {
            throw new IllegalArgumentException(
                    "at least 1 lane, no more than at most, and 1 to gather: " + count + ", " + most + ", " + gathered);
        }
        this.count = count;
        this.most = most;
        this.change = change;
        this.open = count;
        this.gathered = gathered;
        this.machine = machine;
        this.nanoTime = nanoTime;
    }

    /**
     * Lanes, all of them free, of which every procgrade on this machine knows.
     *
     * @param count how many gradings may use the machine at the same time, at least 1
     * @param most how many while cores are idle, at least as many
     * @param gathered how many shall wait to be alone before the lanes are emptied for them, at least 1
     * @return the lanes
     */
    public static Lanes ofThisMachine(int count, int most, int gathered) {
        return new Lanes(
                count,
                most,
                IdleCores.ofThisMachine()::change,
                gathered,
                MachineLock.ofThisMachine(),
                System::nanoTime);
    }

    /** The place of one grading, which begins outside of all lanes. */
    synchronized Lane lane() {
        made++;
        return new Lane(made);
    }

    /** Lanes that somebody may have without any further one being opened. */
    synchronized int free() {
        return isOneAlone() ? 0 : Math.max(0, open - inside.size());
    }

    /** Lanes that there are at the moment, also those that somebody has. */
    synchronized int open() {
        return open;
    }

    /** How many wait for all lanes. */
    synchronized int waitingForAll() {
        return waitingForAll.size();
    }

    /** How many wait for one lane. */
    synchronized int waiting() {
        return waiting.size();
    }

    /**
     * Tells whether a check has all lanes.
     *
     * @return whether one is alone on the machine now
     */
    public synchronized boolean isOneAlone() {
        return inside.stream().anyMatch(lane -> lane.alone);
    }

    /** Hands out what can be handed out now. Called with the monitor held, after every change. */
    private void settle() {
        int before = inside.size();
        if (waitingForAll.isEmpty()) {
            emptying = false;
        } else if (inside.isEmpty()) {
            waitingForAll.remove().grant(true);
        } else {
            emptying = shallEmpty();
        }
        while (!emptying && !waiting.isEmpty() && hasRoom()) {
            waiting.remove().grant(false);
        }
        // those who wait call this again and again, and shall not wake each other
        if (inside.size() > before) {
            notifyAll();
        }
    }

    /** With all lanes in use, it is time to open one more, or to close one: when the next is left. */
    private boolean hasRoom() {
        if (isOneAlone()) {
            return false;
        }
        if (inside.size() >= open) {
            open = Math.max(count, Math.min(most, open + change.getAsInt()));
        }
        return inside.size() < open;
    }

    private boolean shallEmpty() {
        int want = waitingForAll.size();
        long now = nanoTime.getAsLong();
        boolean endSoon = inside.stream().noneMatch(lane -> now - lane.since > LONG_NANOS);
        return want >= 2 * gathered || want >= gathered && endSoon;
    }

    /** What one grading has of the lanes; its threads may take turns in using it. */
    final class Lane {
        private final long number;
        private boolean held;
        private boolean alone;
        private long since;
        private long waitedNanos;
        private boolean interrupted;

        private Lane(long number) {
            this.number = number;
        }

        /** Waits until it has at least one lane. */
        void enter() {
            synchronized (Lanes.this) {
                if (held || interrupted) {
                    return;
                }
                await(waiting);
                if (!held) {
                    return;
                }
            }
            await(false);
        }

        /** Waits until it has all lanes, and the machine. */
        void enterAlone() {
            synchronized (Lanes.this) {
                if (alone || interrupted) {
                    return;
                }
            }
            // whoever held a lane while it waited for all others could wait for somebody who does the same
            leaveAll();
            synchronized (Lanes.this) {
                await(waitingForAll);
                if (!held) {
                    return;
                }
            }
            await(true);
        }

        private void await(Queue<Lane> queue) {
            long began = nanoTime.getAsLong();
            queue.add(this);
            settle();
            boolean stop = false;
            while (!held && !interrupted) {
                try {
                    Lanes.this.wait(LOOK_MILLIS);
                    settle();
                } catch (InterruptedException later) {
                    stop = true;
                }
            }
            if (!held) {
                queue.remove(this);
                settle();
            }
            waitedNanos += nanoTime.getAsLong() - began;
            if (stop) {
                Thread.currentThread().interrupt();
            }
        }

        /** Waits for other procgrades; not with the monitor, which others need to leave their lanes. */
        private void await(boolean all) {
            long began = nanoTime.getAsLong();
            if (all) {
                machine.seize(this::isInterrupted);
            } else {
                machine.share(this::isInterrupted);
            }
            synchronized (Lanes.this) {
                waitedNanos += nanoTime.getAsLong() - began;
                since = nanoTime.getAsLong();
            }
        }

        private void grant(boolean all) {
            held = true;
            alone = all;
            since = nanoTime.getAsLong();
            inside.add(this);
        }

        /** Leaves its lane, unless it has them all. */
        void leave() {
            synchronized (Lanes.this) {
                if (alone) {
                    return;
                }
            }
            leaveAll();
        }

        /** Leaves whatever it has. */
        void leaveAll() {
            boolean hadAll;
            synchronized (Lanes.this) {
                if (!held) {
                    return;
                }
                hadAll = alone;
            }
            // before the lanes, so that whoever gets them next finds the machine free
            if (hadAll) {
                machine.release();
            } else {
                machine.unshare();
            }
            synchronized (Lanes.this) {
                held = false;
                alone = false;
                inside.remove(this);
                settle();
            }
        }

        /** From now on it waits for nothing: who waits returns without a lane. */
        void interrupt() {
            synchronized (Lanes.this) {
                interrupted = true;
                Lanes.this.notifyAll();
            }
        }

        private boolean isInterrupted() {
            synchronized (Lanes.this) {
                return interrupted;
            }
        }

        /** Nanoseconds that it has waited so far. */
        long waitedNanos() {
            synchronized (Lanes.this) {
                return waitedNanos;
            }
        }
    }
}
