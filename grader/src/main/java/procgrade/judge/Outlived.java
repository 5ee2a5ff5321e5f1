package procgrade.judge;

import java.time.Duration;
import java.util.Optional;

/** Tells of a program whose first process did not wait for the others, and whose time is longer than that suggests. */
final class Outlived {
    /** Less than this, and the others were only ending. */
    private static final Duration CONSIDERABLE = Duration.ofMillis(100);

    private Outlived() {}

    /** In words for a reader; empty if the first process was the last one, or nearly so. */
    static Optional<String> told(Evidence evidence) {
        Duration wall = evidence.outcome().wall();
        return evidence.census()
                .master()
                .flatMap(master -> master.ended())
                .filter(ended -> wall.minus(ended).compareTo(CONSIDERABLE) > 0)
                .map(ended -> "its first process had ended after " + Amount.seconds(ended)
                        + ", but others worked on until " + Amount.seconds(wall)
                        + ", and that counts: wait for the end of every process that you start (join)");
    }
}
