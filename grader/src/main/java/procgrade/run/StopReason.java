package procgrade.run;

/** Why the grader stopped a program that had not ended by itself. */
public enum StopReason {
    /** It ran for longer than it may. */
    TIME_LIMIT,
    /** It wrote more than it may. */
    OUTPUT_LIMIT,
    /** Its processes had more memory than they may. */
    MEMORY_LIMIT,
    /** It had more processes or threads than it may. */
    PROCESS_LIMIT,
    /** It was proved to stand still for ever. */
    DEADLOCK,
    /** Somebody pressed Ctrl-C. */
    INTERRUPTED
}
