package procgrade.batch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import procgrade.collect.HandIn;
import procgrade.gradebook.Row;
import procgrade.judge.Verdict;

/**
 * Which hand-ins somebody wants to have graded.
 *
 * @param students by key, name, id or e-mail address; none for all
 * @param again verdicts: what came to one of them is graded again, although nothing has changed
 * @param all whether everything is graded again
 */
public record Selection(List<String> students, Set<Verdict> again, boolean all) {
    /** Everything that is missing or has changed. */
    public static final Selection OPEN = new Selection(List.of(), Set.of(), false);

    /** Copies the collections. */
    public Selection {
        students = List.copyOf(students);
        again = Set.copyOf(again);
    }

    /**
     * Whether a name means a hand-in.
     *
     * @param student what was typed
     * @param handIn the hand-in
     * @return whether it is its key, or a name, id or e-mail address of somebody who handed it in
     */
    public static boolean means(String student, HandIn handIn) {
        String wanted = student.toLowerCase(Locale.ROOT);
        return handIn.key().equals(wanted)
                || handIn.title().toLowerCase(Locale.ROOT).equals(wanted)
                || handIn.people().stream()
                        .anyMatch(person -> person.isCalled(student)
                                || person.id().toLowerCase(Locale.ROOT).equals(wanted)
                                || person.email().toLowerCase(Locale.ROOT).equals(wanted));
    }

    boolean includes(HandIn handIn) {
        return students.isEmpty() || students.stream().anyMatch(student -> means(student, handIn));
    }

    /** What is wanted again in one line, the same for the same; empty if nothing is. */
    Optional<String> wish() {
        if (!all && again.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of((all ? "all" : new TreeSet<>(again).toString()) + " of "
                + (students.isEmpty() ? "all" : new TreeSet<>(students).toString()));
    }

    /** Whether a result that could stay is wanted again. */
    boolean wantsAgain(Row row) {
        boolean failedOurs = again.contains(Verdict.GRADER_ERROR) && row.state() == Row.State.GRADER_ERROR;
        return all || failedOurs || row.marks().stream().anyMatch(mark -> again.contains(mark.verdict()));
    }
}
