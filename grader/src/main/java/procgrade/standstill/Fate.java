package procgrade.standstill;

/** What can become of one thread that was looked at. All but the last two mean that it may go on by itself. */
enum Fate {
    /** Computes, or will do so at once. */
    RUNNING,
    /** Waits, and goes on by itself when a time has passed. */
    TIMED,
    /** Was stopped by a signal; whoever did so may let it go on. */
    STOPPED,
    /** Waits for a person, the network, or a process that is not in the tree. */
    OUTSIDE,
    /** Nothing is known about how it goes on. */
    UNKNOWN,
    /** Waits for something that only certain processes of the tree can do. */
    BLOCKED,
    /** Belongs to a virtual machine or to the sandbox, and never does anything for the program by itself. */
    INTERNAL
}
