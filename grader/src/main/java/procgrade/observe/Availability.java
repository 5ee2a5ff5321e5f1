package procgrade.observe;

/** Whether a fact about another process could be read. */
public enum Availability {
    /** The fact was read. */
    KNOWN,
    /** What it was about no longer exists: the process, thread or file descriptor has ended. */
    GONE,
    /** It exists, but this user or this kernel does not give it out. */
    UNREADABLE
}
