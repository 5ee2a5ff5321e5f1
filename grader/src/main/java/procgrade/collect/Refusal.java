package procgrade.collect;

import java.util.List;

/**
 * Something in the source that cannot be graded, while the rest of the class is.
 *
 * @param key as of a {@link HandIn}
 * @param people whose it is, as far as the source tells; possibly none
 * @param entry name of the folder, file or archive entry, as in the source
 * @param reason what is wrong with it, a line: lower case, no final period
 * @param wayOut what to do about it, a line
 */
public record Refusal(String key, List<Person> people, String entry, String reason, String wayOut) {
    /** Copies the list. */
    public Refusal {
        people = List.copyOf(people);
    }
}
