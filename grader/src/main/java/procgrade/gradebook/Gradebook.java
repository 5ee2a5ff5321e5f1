package procgrade.gradebook;

import java.util.List;
import java.util.Map;
import procgrade.collect.Person;

/**
 * The results of a class. Rows may be read from disk anew for each iteration, so that a large class fits into a small
 * heap; they come sorted by key.
 *
 * @param assignment id of the assignment
 * @param title of the assignment
 * @param points what the whole rubric is worth
 * @param rows one for each hand-in and refusal
 * @param missing who is on the roster and handed nothing in; empty without a roster
 * @param notices about the whole, a line each
 * @param environment facts about the machine, by name
 */
public record Gradebook(
        String assignment,
        String title,
        double points,
        Iterable<Row> rows,
        List<Person> missing,
        List<String> notices,
        Map<String, String> environment) {
    /** Copies the collections, not the rows. */
    public Gradebook {
        missing = List.copyOf(missing);
        notices = List.copyOf(notices);
        environment = Map.copyOf(environment);
    }
}
