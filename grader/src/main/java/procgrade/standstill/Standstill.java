package procgrade.standstill;

import java.util.List;

/**
 * A proof that processes wait for each other for ever, with what a reader needs to understand it.
 *
 * @param whole whether the whole program stands still; otherwise others of its processes go on
 * @param waiting the threads that wait, those of the master first
 * @param sentence what is observed: the circle, or the party that is missing, in one sentence
 * @param advice what kind of mistake this looks like and where to look
 */
public record Standstill(boolean whole, List<Waiting> waiting, String sentence, Advice advice) {
    /**
     * One thread that waits.
     *
     * @param pid its process, as seen by the grader
     * @param process who that is: {@code master}, {@code worker 2}
     * @param doing what it does: {@code gets from tQueue}
     * @param place the line in the submission: {@code PiMw.java:31}; empty if it is not known
     * @param wakers pids of the processes among those that wait here from which it waits for something; empty if nobody
     *     is left who could let it go on
     */
    public record Waiting(long pid, String process, String doing, String place, List<Long> wakers) {
        /** Copies the list. */
        public Waiting {
            wakers = List.copyOf(wakers);
        }
    }

    /**
     * Steps of help, to be read one after the other: the sentence says what is observed, these say more.
     *
     * @param mistake name of the mistake that it looks like, such as {@code JOIN_BEFORE_GET}; empty if it looks like none
     * @param concept what one has to know to understand it; empty if nobody knows
     * @param direction where to look for the way out; empty likewise
     */
    public record Advice(String mistake, String concept, String direction) {
        /** No advice. */
        public static final Advice NONE = new Advice("", "", "");
    }

    /** Copies the list. */
    public Standstill {
        waiting = List.copyOf(waiting);
    }

    /**
     * A standstill of no known kind.
     *
     * @param whole whether the whole program stands still
     * @param waiting the threads that wait
     * @param sentence what is observed
     * @param hint where to look, possibly empty
     */
    public Standstill(boolean whole, List<Waiting> waiting, String sentence, String hint) {
        this(whole, waiting, sentence, new Advice("", "", hint));
    }

    /** {@return the whole advice in one line, possibly empty} */
    public String hint() {
        return (advice.concept() + " " + advice.direction()).strip();
    }
}
