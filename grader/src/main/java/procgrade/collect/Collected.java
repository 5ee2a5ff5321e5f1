package procgrade.collect;

import java.nio.file.Path;
import java.util.List;

/**
 * The hand-ins of a class.
 *
 * @param layout the form they came in
 * @param source where they came from
 * @param handIns what can be graded, sorted by key
 * @param refusals what cannot, sorted by key
 * @param notices about the whole, a line each
 * @param unpacking brings hand-ins to where their origins say, before they are read
 */
public record Collected(
        Layout layout,
        Path source,
        List<HandIn> handIns,
        List<Refusal> refusals,
        List<String> notices,
        Unpacking unpacking) {
    /** Copies the lists. */
    public Collected {
        handIns = List.copyOf(handIns);
        refusals = List.copyOf(refusals);
        notices = List.copyOf(notices);
    }
}
