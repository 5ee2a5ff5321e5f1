package procgrade.observe;

import java.util.List;
import java.util.OptionalLong;

/**
 * One process at the moment it was looked at.
 *
 * @param stat its numbers
 * @param commandLine program and arguments in printable form; empty for a zombie and for a program that has erased
 *     it. Chosen by the program, and long ones are cut off
 * @param innermostPid its pid as it sees it itself, which differs in a sandbox with its own pid namespace; empty if
 *     the kernel does not say
 * @param strayed whether it was found by its mark only, because it no longer descends from the root
 * @param threads its living threads by ascending id
 * @param allThreads whether {@code threads} has all of them: false if there are more than the limit or they may not
 *     be listed
 * @param role a guess at what it is for, from its command line only
 */
public record ObservedProcess(
        ProcessStat stat,
        List<String> commandLine,
        OptionalLong innermostPid,
        boolean strayed,
        List<ObservedThread> threads,
        boolean allThreads,
        ProcessRole role) {

    /** Copies the lists. */
    public ObservedProcess {
        commandLine = List.copyOf(commandLine);
        threads = List.copyOf(threads);
    }

    /** {@return its pid, as seen by the reader} */
    public long pid() {
        return stat.pid();
    }

    /**
     * Whether the process is over. The state alone does not tell: a process is a zombie for {@code stat} as soon as its
     * first thread has ended, while others may go on.
     *
     * @return true if nothing of it can run any more
     */
    public boolean hasEnded() {
        return stat.state().hasEnded() && allThreads && threads.isEmpty();
    }
}
