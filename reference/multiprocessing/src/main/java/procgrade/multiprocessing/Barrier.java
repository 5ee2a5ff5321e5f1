package procgrade.multiprocessing;

import java.time.Duration;

/**
 * A point that a fixed number of processes or threads pass together, as Python's
 * {@code multiprocessing.Barrier}; it can be used again and again.
 *
 * <p>Whoever waits for the others is blocked in read(2) on a pipe named
 * {@code barrier-<n>.condition.waiters}. A party killed while it waits blocks the others for ever, as in
 * Python.
 */
public final class Barrier extends Shared<BarrierState> {
    private static final long serialVersionUID = 1;

    private final transient int initialParties;
    private final transient SerializableRunnable initialAction;
    private final transient long initialTimeoutNanos;

    /**
     * Makes a barrier at which parties wait for each other without limit.
     *
     * @param parties how many pass together, 1 or more
     * @throws IllegalArgumentException if there are none
     */
    public Barrier(int parties) {
        this(parties, null, null);
    }

    /**
     * Makes a barrier with an action.
     *
     * @param parties how many pass together, 1 or more
     * @param action what the last party does before all go on, null for nothing
     * @throws IllegalArgumentException if there are no parties, or the action cannot travel to other processes
     */
    public Barrier(int parties, SerializableRunnable action) {
        this(parties, action, null);
    }

    /**
     * Makes a barrier at which parties do not wait for ever.
     *
     * @param parties how many pass together, 1 or more
     * @param timeout the longest wait of {@link #await()}, null for no limit
     * @throws IllegalArgumentException if there are no parties, or the time-out is negative
     */
    public Barrier(int parties, Duration timeout) {
        this(parties, null, timeout);
    }

    /**
     * Makes a barrier with an action at which parties do not wait for ever.
     *
     * @param parties how many pass together, 1 or more
     * @param action what the last party does before all go on, null for nothing; it runs in that party's process
     * @param timeout the longest wait of {@link #await()}, null for no limit
     * @throws IllegalArgumentException if there are no parties, the action cannot travel to other processes, or
     *     the time-out is negative
     */
    public Barrier(int parties, SerializableRunnable action, Duration timeout) {
        if (parties < 1) {
            throw new IllegalArgumentException("a barrier needs 1 party or more, not " + parties
                    + "; give the number of processes and threads that call await()");
        }
        this.initialParties = parties;
        this.initialAction = action;
        this.initialTimeoutNanos = timeout == null ? ConditionState.FOR_EVER : Deadline.nanos(timeout);
        ready();
    }

    Barrier(SharedKind.Unbound unbound) {
        this.initialParties = 0;
        this.initialAction = null;
        this.initialTimeoutNanos = 0;
    }

    @Override
    SharedKind kind() {
        return SharedKind.BARRIER;
    }

    @Override
    BarrierState createState() {
        return BarrierState.create(initialParties, initialAction, initialTimeoutNanos);
    }

    /**
     * Waits until all parties have come, or the barrier's time-out ends; Python's {@code wait()}.
     *
     * @return this party's number, 0 to {@link #parties()} - 1, different for each party of the round
     * @throws BrokenBarrier if the barrier breaks or is reset before, or is broken already
     */
    public int await() {
        return state().await();
    }

    /**
     * Waits until all parties have come, or a time-out ends, which breaks the barrier for all; Python's
     * {@code wait(timeout)}.
     *
     * @param timeout the longest wait, in place of the barrier's own
     * @return this party's number, 0 to {@link #parties()} - 1, different for each party of the round
     * @throws BrokenBarrier if the barrier breaks or is reset before, or is broken already
     * @throws IllegalArgumentException if the time-out is negative
     */
    public int await(Duration timeout) {
        return state().await(Deadline.nanos(timeout));
    }

    /** Makes the barrier as new; those who wait at it get a {@link BrokenBarrier}. */
    public void reset() {
        state().reset();
    }

    /** Breaks the barrier: those who wait and all who come get a {@link BrokenBarrier} until it is reset. */
    public void abort() {
        state().abort();
    }

    /** {@return how many pass together} */
    public int parties() {
        return state().parties();
    }

    /** {@return how many wait for the others at this moment; Python's {@code n_waiting}} */
    public int waiting() {
        return state().waiting();
    }

    /** {@return whether the barrier is broken} */
    public boolean isBroken() {
        return state().isBroken();
    }

    /** {@return the barrier's name in the session and how many wait, or that it is broken} */
    @Override
    public String toString() {
        return super.toString() + (isBroken() ? " is broken" : " has " + waiting() + " of " + parties() + " waiting");
    }
}
