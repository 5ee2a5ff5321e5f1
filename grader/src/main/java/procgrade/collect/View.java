package procgrade.collect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The folder of a source that has the class in it.
 *
 * @param source what it is part of
 * @param prefix path of the folder with a {@code /} at its end; empty for the source itself
 * @param tops what is in it, by name; with all that is within
 */
record View(Source source, String prefix, SortedMap<String, Top> tops) {
    /**
     * Something directly in the folder.
     *
     * @param name of it
     * @param self itself; empty for a folder that an archive does not mention
     * @param entries it and all within; their paths begin with the name
     */
    record Top(String name, Optional<Entry> self, List<Entry> entries) {
        static Top of(String name, List<Entry> entries) {
            Optional<Entry> self = entries.stream()
                    .filter(entry -> entry.path().equals(name) && entry.kind() != Entry.Kind.CLONE)
                    .findFirst();
            return new Top(name, self, List.copyOf(entries));
        }

        boolean isFolder() {
            return self.isEmpty() || self.get().kind() == Entry.Kind.FOLDER;
        }

        boolean isArchive() {
            return self.isPresent() && self.get().isArchive();
        }

        boolean isSource() {
            return self.isPresent() && self.get().isSource();
        }

        boolean isClone() {
            return entries.stream()
                    .anyMatch(entry ->
                            entry.kind() == Entry.Kind.CLONE && entry.path().equals(name));
        }

        /** Whether somebody may have handed it in. */
        boolean isWork() {
            return isFolder() || isArchive() || isSource();
        }
    }

    static View of(Source source) {
        return of(source, "", source.entries());
    }

    private static View of(Source source, String prefix, List<Entry> entries) {
        Map<String, List<Entry>> byName = new HashMap<>();
        for (Entry entry : entries) {
            int slash = entry.path().indexOf('/');
            String name = slash < 0 ? entry.path() : entry.path().substring(0, slash);
            byName.computeIfAbsent(name, first -> new ArrayList<>()).add(entry);
        }
        SortedMap<String, Top> tops = new TreeMap<>();
        byName.forEach((name, within) -> tops.put(name, Top.of(name, within)));
        return new View(source, prefix, tops);
    }

    /** What is in one of its folders. */
    View enter(Top top) {
        String folder = top.name() + "/";
        return of(
                source,
                prefix + folder,
                top.entries().stream()
                        .filter(entry -> entry.path().startsWith(folder))
                        .map(entry -> entry.within(folder))
                        .toList());
    }

    Optional<Path> place(String path) {
        return source.place(prefix + path);
    }

    /** What somebody may have handed in. */
    List<Top> works() {
        return tops.values().stream().filter(Top::isWork).toList();
    }

    boolean isOnDisk() {
        return place("").isPresent();
    }
}
