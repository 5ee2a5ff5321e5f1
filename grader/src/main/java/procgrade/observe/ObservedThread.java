package procgrade.observe;

import java.util.OptionalLong;

/**
 * One thread at the moment it was looked at.
 *
 * @param tid id of the thread, as seen by the reader; that of a process's first thread is its pid
 * @param innermostTid its id as it sees it itself, which differs in a sandbox with its own pid namespace; empty if the
 *     kernel does not say
 * @param name the first 15 bytes of its name, chosen by the program, in printable form
 * @param state its scheduling state
 * @param activity what it was doing
 * @param progress its counters at that moment
 */
public record ObservedThread(
        long tid, OptionalLong innermostTid, String name, ProcessState state, ThreadWait activity, Progress progress) {
    /** {@return the id by which the program knows it: in a sandbox a thread has another one for itself than for us} */
    public long nativeId() {
        return innermostTid.orElse(tid);
    }
}
