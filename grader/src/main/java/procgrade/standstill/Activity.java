package procgrade.standstill;

/**
 * What a program was mostly doing, for a reader who wants to know why it did not end.
 *
 * @param kind the one word for it
 * @param sentence who did what, such as {@code worker 1 asks again and again whether tQueue is empty}
 */
public record Activity(Kind kind, String sentence) {
    /** Ways to spend time. */
    public enum Kind {
        /** At least one process computed for longer than it slept, or runs at this moment. */
        COMPUTING,
        /** Processes ran for a moment again and again, mostly after waits of limited time. */
        POLLING,
        /** At least one process slept or waited for a limited time, and nobody ran. */
        SLEEPING,
        /** Somebody waited for input of a person. */
        AWAITING_INPUT,
        /** Nobody ran, and there is no proof that this is for ever. */
        WAITING,
        /** Processes were stopped by a signal. */
        STOPPED
    }
}
