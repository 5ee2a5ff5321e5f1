package procgrade.collect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Finds people of a roster by what a hand-in says of them. */
final class RosterMatch {
    private final Roster roster;
    private final Map<String, Set<Roster.Listed>> byId = new HashMap<>();
    private final Map<String, Set<Roster.Listed>> byEmail = new HashMap<>();
    private final Map<String, Set<Roster.Listed>> byName = new HashMap<>();
    private final Set<String> notices = new LinkedHashSet<>();

    RosterMatch(Roster roster) {
        this.roster = roster;
        for (Roster.Listed listed : roster.people()) {
            listed.ids().forEach(id -> put(byId, id, listed));
            put(byEmail, listed.person().email().toLowerCase(Locale.ROOT), listed);
            forms(listed.person().name()).forEach(form -> put(byName, form, listed));
        }
    }

    private static void put(Map<String, Set<Roster.Listed>> index, String text, Roster.Listed listed) {
        if (!text.isEmpty()) {
            index.computeIfAbsent(text, first -> new LinkedHashSet<>()).add(listed);
        }
    }

    Attendance compare(SortedMap<String, List<Person>> whose) {
        Map<String, List<Person>> known = new HashMap<>();
        Map<Roster.Listed, Set<String>> keys = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        whose.forEach((key, people) -> {
            List<Person> found = new ArrayList<>();
            for (Person person : people) {
                find(key, person).ifPresent(listed -> {
                    found.add(listed.person());
                    keys.computeIfAbsent(listed, first -> new TreeSet<>()).add(key);
                });
            }
            if (found.isEmpty()) {
                unknown.add(key);
            } else {
                known.put(key, List.copyOf(found));
            }
        });
        List<Person> missing = new ArrayList<>();
        List<Attendance.Twice> twice = new ArrayList<>();
        for (Roster.Listed listed : roster.people()) {
            Set<String> handedIn = keys.getOrDefault(listed, Set.of());
            if (handedIn.isEmpty()) {
                missing.add(listed.person());
            } else if (handedIn.size() > 1) {
                twice.add(new Attendance.Twice(listed.person(), List.copyOf(handedIn)));
            }
        }
        return new Attendance(known, missing, twice, unknown, List.copyOf(notices));
    }

    private Optional<Roster.Listed> find(String key, Person person) {
        Optional<Roster.Listed> found = only(key, byId, RosterReader.id(person.id()));
        if (found.isEmpty()) {
            found = only(key, byEmail, person.email().toLowerCase(Locale.ROOT));
        }
        if (found.isEmpty()) {
            // Who signs in with the address has it for a login.
            found = only(key, byId, person.email().toLowerCase(Locale.ROOT));
        }
        return found.isPresent() ? found : only(key, byName, form(person.name()));
    }

    private Optional<Roster.Listed> only(String key, Map<String, Set<Roster.Listed>> index, String text) {
        Set<Roster.Listed> found = index.getOrDefault(text, Set.of());
        if (found.size() > 1) {
            List<Roster.Listed> all = List.copyOf(found);
            notices.add(key + " may be of " + all.size() + " people in the roster: "
                    + Attendance.shown(all.get(0).person()) + ", lines "
                    + String.join(
                            ", ",
                            all.stream()
                                    .map(listed -> String.valueOf(listed.line()))
                                    .toList()));
        }
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    /** Whether two names are one, but for capitals, accents, blanks and the order of the words. */
    static boolean areOne(String name, String other) {
        return forms(name).contains(form(other)) || forms(other).contains(form(name));
    }

    /** A name in one word, the family name last if there is a comma. */
    private static String form(String name) {
        return String.join("", words(name));
    }

    /** The words of a name, beginning with each of them: "Ada Lovelace" is also "lovelaceada" to Canvas. */
    private static Set<String> forms(String name) {
        List<String> words = new ArrayList<>(words(name));
        Set<String> forms = new LinkedHashSet<>();
        for (int i = 0; i < words.size(); i++) {
            forms.add(String.join("", words));
            Collections.rotate(words, -1);
        }
        return forms;
    }

    private static List<String> words(String name) {
        int comma = name.indexOf(',');
        String ordered = comma < 0 ? name : name.substring(comma + 1) + " " + name.substring(0, comma);
        // Letters, their marks and digits; apostrophes are within words, all else is between them.
        String[] words = Names.plain(ordered).replaceAll("['’`]", "").split("[^\\p{L}\\p{M}\\p{N}]+", -1);
        return Arrays.stream(words).filter(word -> !word.isEmpty()).toList();
    }
}
