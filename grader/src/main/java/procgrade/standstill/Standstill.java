package procgrade.standstill;

import java.util.List;

/**
 * A proof that processes wait for each other for ever, with what a reader needs to understand it.
 *
 * @param whole whether the whole program stands still; otherwise others of its processes go on
 * @param waiting the threads that wait, those of the master first
 * @param sentence the circle, or the party that is missing, in one sentence
 * @param hint what kind of mistake this looks like and where to look, possibly empty
 */
public record Standstill(boolean whole, List<Waiting> waiting, String sentence, String hint) {
    /**
     * One thread that waits.
     *
     * @param pid its process, as seen by the grader
     * @param process who that is: {@code master}, {@code worker 2}
     * @param doing what it does: {@code gets from tQueue}
     * @param place the line in the submission: {@code PiMw.java:31}; empty if it is not known
     * @param wakers pids of the processes that alone could wake it
     */
    public record Waiting(long pid, String process, String doing, String place, List<Long> wakers) {
        /** Copies the list. */
        public Waiting {
            wakers = List.copyOf(wakers);
        }
    }

    /** Copies the list. */
    public Standstill {
        waiting = List.copyOf(waiting);
    }
}
