package procgrade.cli;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import procgrade.assignment.Assignment;
import procgrade.assignment.Language;
import procgrade.assignment.Nearest;
import procgrade.engine.Specimen;

/**
 * Which programs of the assignments are wanted.
 *
 * @param languages those in one of these languages
 * @param names those with one of these names; empty for all
 */
record SpecimenSelection(List<Language> languages, List<String> names) {
    /** Those of an assignment. */
    List<Specimen> of(Assignment assignment) {
        return Specimen.of(assignment).stream()
                .filter(specimen -> languages.contains(specimen.language()))
                .filter(specimen -> names.isEmpty() || names.contains(specimen.name()))
                .toList();
    }

    /** Whether there may be more than the selected ones, so that nothing can be said about all. */
    boolean isPartial() {
        return !names.isEmpty();
    }

    /**
     * Refuses names that no program has.
     *
     * @throws UserFault with the nearest three
     */
    void requireKnown(List<Assignment> assignments) {
        Set<String> known = new TreeSet<>();
        assignments.forEach(assignment -> Specimen.of(assignment).forEach(specimen -> known.add(specimen.name())));
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new UserFault(
                    ExitCode.USAGE,
                    "there is no program '" + name + "'",
                    "did you mean " + String.join(", ", Nearest.of(name, known, 3))
                            + "? programs are called reference, skeleton, or by their folder in bad/");
        });
    }
}
