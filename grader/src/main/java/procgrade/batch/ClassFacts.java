package procgrade.batch;

import java.util.List;
import procgrade.collect.Person;
import procgrade.collect.Refusal;

/**
 * What is known of a class besides its hand-ins.
 *
 * @param refusals what could not be collected, sorted by key
 * @param missing who handed nothing in
 * @param notices about the whole, a line each
 */
public record ClassFacts(List<Refusal> refusals, List<Person> missing, List<String> notices) {
    /** Nothing but hand-ins. */
    public static final ClassFacts NONE = new ClassFacts(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public ClassFacts {
        refusals = List.copyOf(refusals);
        missing = List.copyOf(missing);
        notices = List.copyOf(notices);
    }
}
