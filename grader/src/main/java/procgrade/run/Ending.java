package procgrade.run;

import java.util.Optional;
import procgrade.observe.ProcessEnd;

/**
 * How a run ended. Exactly one of the two is there.
 *
 * @param end how the program's first process ended by itself
 * @param stopped why the grader stopped it
 */
public record Ending(Optional<ProcessEnd> end, Optional<StopReason> stopped) {
    /** Checks that there is one cause and not two. */
    public Ending {
        if (end.isPresent() == stopped.isPresent()) {
            throw new IllegalArgumentException("a run ends by itself or is stopped: " + end + ", " + stopped);
        }
    }

    /**
     * The program ended.
     *
     * @param end how
     * @return the ending
     */
    public static Ending byItself(ProcessEnd end) {
        return new Ending(Optional.of(end), Optional.empty());
    }

    /**
     * The grader ended it.
     *
     * @param reason why
     * @return the ending
     */
    public static Ending stopped(StopReason reason) {
        return new Ending(Optional.empty(), Optional.of(reason));
    }
}
