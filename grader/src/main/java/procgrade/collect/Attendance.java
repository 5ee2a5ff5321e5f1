package procgrade.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import procgrade.submission.EntryName;

/**
 * Who of a course handed in. People are recognised by an id, if not by their address, if not by their name; names that
 * two people have prove nothing.
 *
 * @param known people of the roster by the key of what they handed in, be it refused or not
 * @param missing people of the roster who handed in nothing, in the order of the roster
 * @param twice people of the roster with more than one hand-in, in that order
 * @param unknown keys of hand-ins of people who are not in the roster, sorted
 * @param notices what could not be decided, a line each
 */
public record Attendance(
        Map<String, List<Person>> known,
        List<Person> missing,
        List<Twice> twice,
        List<String> unknown,
        List<String> notices) {
    /**
     * Somebody with more than one hand-in.
     *
     * @param person of the roster
     * @param keys of the hand-ins, sorted
     */
    public record Twice(Person person, List<String> keys) {
        /** Copies the list. */
        public Twice {
            keys = List.copyOf(keys);
        }
    }

    /** Copies map and lists. */
    public Attendance {
        known = Map.copyOf(known);
        missing = List.copyOf(missing);
        twice = List.copyOf(twice);
        unknown = List.copyOf(unknown);
        notices = List.copyOf(notices);
    }

    /**
     * Compares a roster with what was collected.
     *
     * @param roster who is in the course
     * @param collected what came in
     * @return who is missing, who is there twice, who is unknown
     */
    public static Attendance of(Roster roster, Collected collected) {
        var whose = new TreeMap<String, List<Person>>();
        collected.handIns().forEach(handIn -> whose.put(handIn.key(), handIn.people()));
        collected.refusals().stream()
                .filter(refusal -> !refusal.people().isEmpty())
                .forEach(refusal -> whose.put(refusal.key(), refusal.people()));
        return new RosterMatch(roster).compare(whose);
    }

    /** {@return all that a person should look at, a line each; none if everybody handed in once} */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        missing.forEach(person -> lines.add(shown(person) + " is missing"));
        twice.forEach(one -> lines.add(
                shown(one.person()) + " handed in " + one.keys().size() + " times: " + String.join(", ", one.keys())));
        unknown.forEach(key -> lines.add(key + " is of nobody in the roster"));
        lines.addAll(notices);
        return List.copyOf(lines);
    }

    static String shown(Person person) {
        String name = person.name().isEmpty() ? person.email() : person.name();
        return EntryName.printable(name.isEmpty() ? person.id() : name);
    }
}
