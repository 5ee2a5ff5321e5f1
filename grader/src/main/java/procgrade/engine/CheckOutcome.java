package procgrade.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import procgrade.judge.Finding;

/**
 * What became of one check.
 *
 * @param id name of the check, unique in its rubric: {@code prints_pi}
 * @param sentence what it says on the screen: {@code prints pi}
 * @param points what it is worth
 * @param earned what the submission got, 0 to {@code points}
 * @param countable what counts towards the total: {@code points}, or 0 if the check could not be judged through no
 *     fault of the submission
 * @param hidden whether a student may see no more than the verdict
 * @param needs ids of the checks that must hold before this one is tried
 * @param finding the verdict and why
 * @param took time from the beginning to the end of the check
 * @param evidence folder with the records of its runs; empty if there was none
 * @param facts what was measured although the check holds, such as a speedup; a line each, possibly none
 * @param runs what can be shown of its runs, the last ones if there were many
 */
public record CheckOutcome(
        String id,
        String sentence,
        double points,
        double earned,
        double countable,
        boolean hidden,
        List<String> needs,
        Finding finding,
        Duration took,
        Optional<Path> evidence,
        List<String> facts,
        List<RunView> runs) {
    /** Copies the lists. */
    public CheckOutcome {
        needs = List.copyOf(needs);
        facts = List.copyOf(facts);
        runs = List.copyOf(runs);
    }
}
