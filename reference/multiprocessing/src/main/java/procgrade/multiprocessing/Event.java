package procgrade.multiprocessing;

import java.time.Duration;

/**
 * A flag that processes share and can wait for, as Python's {@code multiprocessing.Event}.
 *
 * <p>Whoever waits is blocked in read(2) on a pipe named {@code event-<n>.flag} and passes while the event
 * is set; an event that is cleared right after it was set may be over before those who wait noticed it.
 */
public final class Event extends Shared<EventState> {
    private static final long serialVersionUID = 1;

    /** Makes an event that is not set. */
    public Event() {
        ready();
    }

    Event(SharedKind.Unbound unbound) {}

    @Override
    SharedKind kind() {
        return SharedKind.EVENT;
    }

    @Override
    EventState createState() {
        return EventState.create();
    }

    /** {@return whether the event is set at this moment} */
    public boolean isSet() {
        return state().isSet();
    }

    /** Sets the event: all who wait for it pass, and so does everybody who comes before it is cleared. */
    public void set() {
        state().set();
    }

    /** Clears the event: from now on {@link #await()} waits. */
    public void clear() {
        state().clear();
    }

    /**
     * Waits in the kernel until the event is set; Python's {@code wait()}.
     *
     * @return true
     */
    public boolean await() {
        state().await();
        return true;
    }

    /**
     * Waits until the event is set, but no longer than a time; Python's {@code wait(timeout)}.
     *
     * @param timeout the longest wait
     * @return whether the event was set
     * @throws IllegalArgumentException if the time-out is negative
     */
    public boolean await(Duration timeout) {
        return state().await(Deadline.nanos(timeout));
    }

    /** {@return the event's name in the session and whether it is set} */
    @Override
    public String toString() {
        return super.toString() + (isSet() ? " is set" : " is not set");
    }
}
