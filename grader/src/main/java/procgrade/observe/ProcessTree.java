package procgrade.observe;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A process, its descendants and its strayed descendants, each looked at once, one after the other. Processes that
 * ended meanwhile are left out; one that was started meanwhile may be missing.
 *
 * @param rootPid the process the tree hangs from
 * @param processes all of them by age, the root first if it is there; empty if there is no such process
 * @param complete false if a limit of the scan was reached, so that there may be more
 */
public record ProcessTree(long rootPid, List<ObservedProcess> processes, boolean complete) {

    /** Copies the list. */
    public ProcessTree {
        processes = List.copyOf(processes);
    }

    /** {@return the process the tree hangs from, empty if there is no such process} */
    public Optional<ObservedProcess> root() {
        return find(rootPid);
    }

    /**
     * Finds a process of the tree.
     *
     * @param pid its pid, as seen by the reader
     * @return the process, if the tree has it
     */
    public Optional<ObservedProcess> find(long pid) {
        return processes.stream().filter(process -> process.pid() == pid).findFirst();
    }

    /**
     * The children of a process.
     *
     * @param pid of the parent
     * @return those in the tree, by age
     */
    public List<ObservedProcess> children(long pid) {
        return processes.stream()
                .filter(process -> process.stat().parentPid() == pid && process.pid() != rootPid)
                .toList();
    }

    /** {@return the processes that hang from nothing in the tree but carry its mark, by age} */
    public List<ObservedProcess> strays() {
        return processes.stream()
                .filter(process ->
                        process.strayed() && find(process.stat().parentPid()).isEmpty())
                .toList();
    }

    /**
     * Finds the child that a thread waits for. The two pids may differ: a thread in a sandbox with its own pid
     * namespace says what it sees.
     *
     * @param parent the process of the waiting thread
     * @param wait what the thread does
     * @return the child; empty if it waits for none or for any, or if the child is not in the tree
     */
    public Optional<ObservedProcess> awaitedChild(ObservedProcess parent, ThreadWait wait) {
        OptionalLong awaited = wait.child();
        return children(parent.pid()).stream()
                .filter(child -> awaited.isPresent() && child.innermostPid().orElse(child.pid()) == awaited.getAsLong())
                .findFirst();
    }
}
