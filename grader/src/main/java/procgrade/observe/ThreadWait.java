package procgrade.observe;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one thread was doing at the moment it was looked at. A value of raw facts; whether somebody can still wake
 * the thread is for others to judge.
 *
 * @param kind what it was doing
 * @param timed whether the wait ends by itself after some time; false also if it is not waiting. A wait on the pipe
 *     of a {@link MultiprocessingPipe} may be timed without showing here
 * @param on the file descriptor it waits on, if the call has one
 * @param child the pid it waits for, <em>as seen by its own process</em>; empty if it waits for any child or for none
 * @param call the system call it was in, if that is in the table
 * @param raw the reading all this was concluded from, if there is one
 */
public record ThreadWait(
        WaitKind kind,
        boolean timed,
        Optional<Descriptor> on,
        OptionalLong child,
        Optional<SystemCall> call,
        Optional<KernelCall> raw) {

    private static final int FUTEX_PRIVATE_FLAG = 128;

    static ThreadWait of(WaitKind kind, KernelCall raw) {
        return new ThreadWait(
                kind,
                false,
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                raw == null ? Optional.empty() : Optional.of(raw));
    }

    /**
     * Whether only the thread's own process can end this wait, because it is a futex that is not shared.
     *
     * @return false also for futexes that look shared but are not: the C library's wait for the end of a thread
     */
    public boolean isPrivateFutex() {
        return call.filter(SystemCall.FUTEX::equals).isPresent()
                && (raw.orElseThrow().argument(1) & FUTEX_PRIVATE_FLAG) != 0;
    }
}
