package procgrade.gradebook;

import java.util.List;

/**
 * What became of the grades that were to go into a downloaded gradebook. Its lines name people, and can be shown as they
 * are.
 *
 * @param column the column that was filled, as its first line calls it
 * @param filled how many people got a grade
 * @param kept who is in both but whose cells stayed as they were, and why, a line each
 * @param strangers who handed in but is not in the gradebook, a line each
 * @param absent who is in the gradebook but handed nothing in, a line each
 * @param notices about the whole, a line each
 */
public record Transfer(
        String column,
        int filled,
        List<String> kept,
        List<String> strangers,
        List<String> absent,
        List<String> notices) {
    /** Copies the lists. */
    public Transfer {
        kept = List.copyOf(kept);
        strangers = List.copyOf(strangers);
        absent = List.copyOf(absent);
        notices = List.copyOf(notices);
    }
}
