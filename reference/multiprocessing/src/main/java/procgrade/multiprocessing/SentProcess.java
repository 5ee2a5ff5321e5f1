package procgrade.multiprocessing;

import java.io.Serializable;

/**
 * What a child gets in the place of a process in a global or an argument: enough to show it. Only who started a process
 * can wait for it.
 *
 * @param name its name
 * @param identity which child of which parent it is; empty if the sender did not make it
 * @param daemon whether it is daemonic
 * @param pid its id, {@link #NOT_STARTED} if it had none
 */
record SentProcess(String name, String identity, boolean daemon, long pid) implements Serializable {
    static final long NOT_STARTED = -1;

    private static final long serialVersionUID = 1;

    /** It may be this very process or its parent, which have objects already. */
    private Object readResolve() {
        CurrentProcess current = CurrentProcess.get();
        if (!identity.isEmpty() && identity.equals(current.identity())) {
            return current.process();
        }
        Process parent = current.parent();
        if (parent != null && parent.pid() == pid) {
            return parent;
        }
        return new Process(name, daemon, new Bystander(pid, true));
    }
}
