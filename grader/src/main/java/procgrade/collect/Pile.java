package procgrade.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import procgrade.submission.EntryName;
import procgrade.submission.SubmissionFault;

/**
 * What one student or group handed in, found but not looked into.
 *
 * @param entry its name in the source; no other pile has it
 * @param label what to make the key of, besides the id
 * @param id of whoever handed it in, or empty
 * @param people whose it is; none if the source does not tell
 * @param late whether the source says so
 * @param items its files
 * @param root path of the folder that mirrors the items; empty if there is none, because they get other names
 * @param notices what looks odd
 * @param fault why it cannot be graded
 */
record Pile(
        String entry,
        String label,
        String id,
        List<Person> people,
        boolean late,
        List<Item> items,
        Optional<String> root,
        List<String> notices,
        Optional<SubmissionFault> fault) {
    static final String TRICKY_NAME = "characters that nobody sees are left out of the name";

    private static final String AGAIN = "ask for it again, or remove it";

    /**
     * A file of a hand-in.
     *
     * @param entry where its content is
     * @param target path in the hand-in
     */
    record Item(Entry entry, String target) {
        String top() {
            return target.substring(0, target.indexOf('/') + 1);
        }
    }

    Pile {
        items = List.copyOf(items);
        notices = List.copyOf(notices);
        people = List.copyOf(people);
    }

    static Pile refused(String entry, List<Person> people, String id, String reason, String wayOut) {
        return new Pile(
                entry,
                people.isEmpty() ? entry : people.get(0).name(),
                id,
                people,
                false,
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.of(new SubmissionFault(reason, wayOut)));
    }

    /** A folder, or a single file, as it is. */
    static Pile of(View view, View.Top top, String label, String id, List<Person> people) {
        List<String> notices = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        String folder = top.name() + "/";
        for (Entry entry : top.entries()) {
            if (!entry.remark().isEmpty() && entry.kind() != Entry.Kind.OTHER && !view.isOnDisk()) {
                return refused(
                        top.name(), people, id, "there is an entry " + entry.remark() + ": " + entry.shown(), AGAIN);
            }
            if (entry.path().equals(top.name()) && !entry.remark().isEmpty()) {
                String reason = entry.kind() == Entry.Kind.OTHER
                        ? entry.shown() + " is left out: " + entry.remark()
                        : "there is an entry " + entry.remark() + ": " + entry.shown();
                return refused(top.name(), people, id, reason, "put the folder or file itself there");
            }
            if (entry.isFile()) {
                boolean alone = entry.path().equals(top.name());
                items.add(new Item(entry, alone ? entry.path() : entry.path().substring(folder.length())));
            } else if (entry.kind() == Entry.Kind.OTHER && !view.isOnDisk()) {
                notices.add(entry.shown() + " is left out: " + entry.remark());
            }
        }
        if (Names.isTricky(top.name())) {
            notices.add(TRICKY_NAME);
        }
        Optional<String> root = Optional.of(top.isFolder() ? folder : "");
        return new Pile(top.name(), label, id, people, false, items, root, notices, Optional.empty()).narrowed();
    }

    /** Files that get other names than they have in the source. */
    static Pile renamed(
            String entry, List<Person> people, String id, boolean late, List<Item> items, List<String> notices) {
        return new Pile(
                        entry,
                        people.get(0).name(),
                        id,
                        people,
                        late,
                        items,
                        Optional.empty(),
                        notices,
                        Optional.empty())
                .narrowed();
    }

    Pile noticing(List<String> more) {
        List<String> all = new ArrayList<>(notices);
        all.addAll(more);
        return new Pile(entry, label, id, people, late, items, root, all, fault);
    }

    /** Takes off folders around everything, and takes an archive for all if there are no sources beside it. */
    private Pile narrowed() {
        List<Item> inner = items;
        String around = "";
        while (!inner.isEmpty() && !inner.get(0).top().isEmpty()) {
            String top = inner.get(0).top();
            if (!inner.stream().allMatch(item -> item.top().equals(top))) {
                break;
            }
            inner = inner.stream()
                    .map(item -> new Item(item.entry(), item.target().substring(top.length())))
                    .toList();
            around += top;
        }
        String path = around;
        return new Pile(entry, label, id, people, late, inner, root.map(folder -> folder + path), notices, fault)
                .withArchiveAlone();
    }

    private Pile withArchiveAlone() {
        List<Item> archives =
                items.stream().filter(item -> item.entry().isArchive()).toList();
        if (archives.isEmpty() || items.size() == 1) {
            return this;
        }
        boolean sources = items.stream().anyMatch(item -> item.entry().isSource());
        List<String> all = new ArrayList<>(notices);
        if (!sources && archives.size() == 1) {
            items.stream()
                    .filter(item -> !item.equals(archives.get(0)))
                    .forEach(item -> all.add(shown(item) + " is left out, beside the archive"));
            return new Pile(entry, label, id, people, late, archives, Optional.empty(), all, fault);
        }
        if (sources) {
            archives.forEach(item -> all.add(shown(item) + " is not unpacked, beside sources"));
            return new Pile(entry, label, id, people, late, items, root, all, fault);
        }
        String names = String.join(", ", archives.stream().map(Pile::shown).toList());
        return refused(entry, people, id, "there are several archives and no sources: " + names, "leave one of them");
    }

    private static String shown(Item item) {
        return EntryName.printable(item.target());
    }
}
