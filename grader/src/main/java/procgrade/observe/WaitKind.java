package procgrade.observe;

/** What a thread is doing, as far as it can be seen from outside. A closed list; docs/observing.md explains each. */
public enum WaitKind {
    /** Computing or ready to, or it has moved while it was being looked at. */
    RUNNING,
    /** Reads, or receives, from a file descriptor. */
    READING,
    /** Writes, or sends, to a file descriptor. */
    WRITING,
    /** Opens a file; for a named pipe this waits until somebody opens the other end. */
    OPENING,
    /** Waits until a child process ends. */
    WAITING_FOR_CHILD,
    /** Waits for a lock, semaphore, condition or the end of a thread, all built on futex(2). */
    FUTEX,
    /** Waits until one of several file descriptors is ready. */
    POLLING,
    /** Waits for a time to pass. */
    SLEEPING,
    /** Waits for a signal. */
    AWAITING_SIGNAL,
    /** Waits for a lock on a file. */
    LOCKING_FILE,
    /** Waits for somebody to connect to a socket. */
    ACCEPTING,
    /** Connects a socket. */
    CONNECTING,
    /** Waits for a System V semaphore, or for a message queue of either kind. */
    MESSAGE_OR_SEMAPHORE,
    /** Goes on with a wait with a time limit that a stop had interrupted; which one cannot be seen. */
    RESUMED_TIMED_WAIT,
    /** Blocked outside of any system call, for instance on a page fault. */
    OUTSIDE_CALL,
    /** In a system call that this list has no word for. */
    OTHER_CALL,
    /** Stopped by a signal or a debugger. */
    STOPPED,
    /** Has ended; its entry is still there. */
    ENDED,
    /** This user, or this kernel, does not let it be seen. */
    UNREADABLE
}
