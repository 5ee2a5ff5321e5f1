package procgrade.gradebook;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import procgrade.collect.Person;
import procgrade.text.Visible;

/**
 * Finds out whose line of a downloaded gradebook is whose hand-in: by what the system knows them by, and by name only if
 * nobody else is called so. Of a row only what goes into the gradebook is kept.
 */
final class Matching {
    /** In alphabets beyond this a single letter may be a name. */
    private static final char FIRST_OF_OTHER_ALPHABETS = 0x250;

    /** No name has a comma any more when names are compared. */
    private static final String SEVERAL = ",";

    private final List<Claim> claims = new ArrayList<>();
    private final Map<String, List<Claim>> byIdentity = new HashMap<>();
    private final Map<String, List<Claim>> byName = new HashMap<>();
    /** The name of the line that has an identity: one number may mean different people in two columns. */
    private final Map<String, String> holders = new HashMap<>();

    private final List<String> calledOtherwise = new ArrayList<>();

    /** What one submission came to. */
    record Entry(String key, Row.State state, double earned, double countable, String problem, String feedback) {}

    /** Somebody who handed in, and with what result. */
    record Claim(Person person, Entry entry) {
        String label() {
            return Visible.line(person.name()) + " (" + entry.key() + ")";
        }
    }

    /**
     * Somebody in the gradebook.
     *
     * @param number of the line
     * @param name as the gradebook has it, {@code Lovelace, Ada} or {@code Ada Lovelace}
     * @param identities by which the system knows them, the surest first
     * @param cells those that matter
     */
    record Line(int number, String name, List<String> identities, List<String> cells) {
        String label() {
            String shown = Visible.line(name);
            return shown.isEmpty() ? Visible.line(String.join(" ", identities)) : shown;
        }
    }

    /** Puts something into the cells of a line. */
    interface Filler {
        /** Why the cells must stay as they are; empty if they were filled. */
        String fill(Line line, Entry entry);
    }

    Matching(Gradebook results, Function<Row, String> feedback) {
        for (Row row : results.rows()) {
            Entry entry = new Entry(
                    row.key(), row.state(), row.earned(), row.countable(), row.problem(), feedback.apply(row));
            for (Person person : row.people()) {
                add(new Claim(person, entry));
            }
        }
    }

    private void add(Claim claim) {
        claims.add(claim);
        List.of(claim.person().id(), claim.person().email()).forEach(text -> {
            if (!text.isBlank()) {
                byIdentity
                        .computeIfAbsent(identity(text), unused -> new ArrayList<>(1))
                        .add(claim);
            }
        });
        byName.computeIfAbsent(nameKey(claim.person().name()), unused -> new ArrayList<>(1))
                .add(claim);
    }

    private static String identity(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** The words of a name in the order of the alphabet: some systems put the family name first. */
    static String nameKey(String name) {
        String[] words = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}\\p{M}\\p{N}]+");
        return Arrays.stream(words).filter(word -> !word.isEmpty()).sorted().collect(Collectors.joining(" "));
    }

    /**
     * Fills the lines of those who handed in.
     *
     * @throws GradebookFault if nobody is in both
     */
    Transfer fill(Sheet sheet, String column, List<Line> lines, List<String> notices, Filler filler) {
        Map<String, Integer> namesakes = new HashMap<>();
        lines.forEach(line -> namesakes.merge(nameKey(line.name()), 1, Integer::sum));
        lines.forEach(line -> line.identities()
                .forEach(text -> holders.merge(
                        identity(text), nameKey(line.name()), (name, other) -> name.equals(other) ? name : SEVERAL)));
        Set<Claim> found = new HashSet<>();
        List<String> kept = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        int filled = 0;
        for (Line line : lines) {
            List<Claim> candidates = candidates(line);
            found.addAll(candidates);
            if (candidates.isEmpty()) {
                absent.add(line.label());
                continue;
            }
            String reason = doubt(line, candidates, namesakes);
            reason = reason.isEmpty() ? filler.fill(line, candidates.get(0).entry()) : reason;
            if (reason.isEmpty()) {
                filled++;
            } else {
                kept.add(line.label() + ": " + reason);
            }
        }
        if (found.isEmpty() && !claims.isEmpty()) {
            throw new GradebookFault("none of the " + claims.size() + " people who handed in is among the "
                    + lines.size() + " of " + sheet.name() + "; give the gradebook of this course");
        }
        List<String> strangers = claims.stream()
                .filter(claim -> !found.contains(claim))
                .map(Claim::label)
                .toList();
        return new Transfer(column, filled, kept, strangers, absent, with(notices));
    }

    private List<String> with(List<String> notices) {
        List<String> all = new ArrayList<>(notices);
        if (!calledOtherwise.isEmpty()) {
            all.add(calledOtherwise.size() + " found by number or address under another name, such as "
                    + calledOtherwise.get(0));
        }
        return all;
    }

    /** Those known by an identity of the line and of its name, else those of an identity that only this name has. */
    private List<Claim> candidates(Line line) {
        List<Claim> ofOtherName = List.of();
        for (String text : line.identities()) {
            List<Claim> claimed = byIdentity.getOrDefault(identity(text), List.of());
            if (claimed.stream()
                    .anyMatch(claim -> isLike(line.name(), claim.person().name()))) {
                return claimed;
            }
            if (ofOtherName.isEmpty() && !holders.get(identity(text)).equals(SEVERAL)) {
                ofOtherName = claimed;
            }
        }
        if (!ofOtherName.isEmpty()) {
            calledOtherwise.add(line.label() + ": " + ofOtherName.get(0).label());
            return ofOtherName;
        }
        String name = nameKey(line.name());
        return name.isEmpty() ? List.of() : byName.getOrDefault(name, List.of());
    }

    /** Whether two names have a word in common; systems drop what is between the words, too. */
    private static boolean isLike(String name, String other) {
        String first = nameKey(name);
        String second = nameKey(other);
        return first.isEmpty() || second.isEmpty() || hasWordOf(first, second) || hasWordOf(second, first);
    }

    private static boolean hasWordOf(String name, String other) {
        return Arrays.stream(other.split(" "))
                .filter(word -> word.length() > 1 || word.charAt(0) >= FIRST_OF_OTHER_ALPHABETS)
                .anyMatch(name.replace(" ", "")::contains);
    }

    private String doubt(Line line, List<Claim> candidates, Map<String, Integer> namesakes) {
        List<String> keys =
                candidates.stream().map(claim -> claim.entry().key()).distinct().toList();
        boolean byIdentity = line.identities().stream()
                .anyMatch(text ->
                        this.byIdentity.getOrDefault(identity(text), List.of()).containsAll(candidates));
        if (keys.size() > 1) {
            return (byIdentity ? "handed in more than once: " : "more than one of that name handed in: ")
                    + String.join(", ", keys);
        }
        if (!byIdentity && namesakes.get(nameKey(line.name())) > 1) {
            return "more than one of that name in the gradebook, handed in was " + keys.get(0);
        }
        return "";
    }
}
