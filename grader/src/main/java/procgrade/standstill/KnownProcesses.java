package procgrade.standstill;

import java.util.Map;

/**
 * What somebody who has seen all processes of a run start and end knows of them at one moment.
 *
 * @param titles from a pid, as the grader sees it, to {@code master} or {@code worker 2}; who has no name is left out
 * @param ended names of the workers that have ended, and how: {@code with exit code 1}, {@code by signal 9}, or empty if
 *     they ended well or nobody knows
 */
public record KnownProcesses(Map<Long, String> titles, Map<String, String> ended) {
    /** Nobody has seen anything. */
    public static final KnownProcesses NONE = new KnownProcesses(Map.of(), Map.of());

    /** Copies the maps. */
    public KnownProcesses {
        titles = Map.copyOf(titles);
        ended = Map.copyOf(ended);
    }
}
