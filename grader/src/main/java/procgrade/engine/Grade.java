package procgrade.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;

/**
 * What became of a submission.
 *
 * @param assignment id of the assignment
 * @param title of the assignment
 * @param submission name of the submission
 * @param program the program that was graded, such as {@code PiMw.java}; empty if none was found
 * @param language {@code java} or {@code python}; empty if it is not known
 * @param seed of the varying inputs; grading again with it gives the same inputs
 * @param buildTook time of the compilation
 * @param checks in the order of the rubric
 * @param notices what the reader should know about how it was graded, a sentence each
 * @param environment facts about the machine, by name
 * @param took time from beginning to end
 * @param interrupted whether it was ended by Ctrl-C before all checks were done
 */
public record Grade(
        String assignment,
        String title,
        String submission,
        String program,
        String language,
        long seed,
        Optional<Duration> buildTook,
        List<CheckOutcome> checks,
        List<String> notices,
        Map<String, String> environment,
        Duration took,
        boolean interrupted) {
    /** Copies the collections. */
    public Grade {
        checks = List.copyOf(checks);
        notices = List.copyOf(notices);
        environment = Map.copyOf(environment);
    }

    /** {@return the points earned} */
    public double earned() {
        return checks.stream().mapToDouble(CheckOutcome::earned).sum();
    }

    /** {@return the points that count on this machine} */
    public double countable() {
        return checks.stream().mapToDouble(CheckOutcome::countable).sum();
    }

    /** {@return the points of the whole rubric} */
    public double points() {
        return checks.stream().mapToDouble(CheckOutcome::points).sum();
    }

    /**
     * Counts checks.
     *
     * @param verdict of which
     * @return how many have it
     */
    public long count(Verdict verdict) {
        return checks.stream()
                .filter(check -> check.finding().verdict() == verdict)
                .count();
    }

    /** {@return why no check could be tried, if the submission could not be built} */
    public Optional<Finding> buildFailure() {
        boolean failed = !checks.isEmpty()
                && checks.stream().allMatch(check -> check.finding().verdict() == Verdict.BUILD_FAILED);
        return failed ? Optional.of(checks.get(0).finding()) : Optional.empty();
    }
}
