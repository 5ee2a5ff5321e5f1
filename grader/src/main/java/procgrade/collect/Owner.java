package procgrade.collect;

import java.util.List;

/**
 * Who handed something in, as far as the source tells.
 *
 * @param label what to make a key of, besides the id
 * @param id of the student or group, by which the source tells them apart; or empty
 * @param people the student, or the members of the group; none if the source does not tell
 * @param late whether it came late
 */
record Owner(String label, String id, List<Person> people, boolean late) {
    Owner {
        people = List.copyOf(people);
    }

    static Owner of(String label, String id, Person person) {
        return new Owner(label, id, List.of(person), false);
    }

    static Owner unknown(String entry) {
        return new Owner(entry, "", List.of(), false);
    }
}
