package procgrade.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a run left, apart from what was observed while it went on.
 *
 * @param ending how it ended
 * @param wall from the start of the program to the end of its last process; one that was left behind counts as long as it
 *     was at work. Helpers of libraries and virtual machines do not count
 * @param stdout what it wrote to standard output, at most the limit
 * @param stderr what it wrote to standard error, at most the limit
 * @param leftovers the processes that were still alive when the first one had ended by itself, and had to be killed
 * @param sandboxed whether it ran in a sandbox
 */
public record RunOutcome(
        Ending ending, Duration wall, Path stdout, Path stderr, List<Leftover> leftovers, boolean sandboxed) {
    /**
     * A process that outlived its program.
     *
     * @param pid as seen by the grader
     * @param label what it is, from its command line
     */
    public record Leftover(long pid, String label) {}

    /** Copies the list. */
    public RunOutcome {
        leftovers = List.copyOf(leftovers);
    }
}
