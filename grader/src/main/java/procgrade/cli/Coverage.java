package procgrade.cli;

import java.util.Set;
import java.util.TreeSet;
import procgrade.assignment.Nearest;
import procgrade.engine.CheckOutcome;
import procgrade.engine.Grade;
import procgrade.engine.Specimen;
import procgrade.engine.Specimen.Kind;
import procgrade.judge.Verdict;

/**
 * Which checks of an assignment have no bad program that fails at them. A check is left out if what went wrong with a bad
 * program was said already: one cause is one difference.
 */
final class Coverage {
    private final Set<String> checks = new TreeSet<>();
    private final Set<String> covered = new TreeSet<>();

    /** Adds a program and what became of it; references come first. */
    void add(Specimen specimen, Grade grade) {
        if (specimen.kind() == Kind.REFERENCE) {
            grade.checks().stream().map(CheckOutcome::id).forEach(checks::add);
        } else if (specimen.kind() == Kind.BAD) {
            covered.addAll(specimen.differing(grade));
            for (String check : specimen.failing()) {
                // a misspelt name is a difference of its own; the nearest is the check that was meant
                covered.addAll(checks.contains(check) ? Set.of(check) : Set.copyOf(Nearest.of(check, checks, 1)));
            }
            specimen.expected().forEach((check, verdict) -> {
                if (verdict == Verdict.NOT_MEASURABLE) {
                    covered.add(check);
                }
            });
        }
    }

    /** The checks at which no bad program fails, sorted. */
    Set<String> open() {
        Set<String> open = new TreeSet<>(checks);
        open.removeAll(covered);
        return open;
    }
}
