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
 * @param owner whose it is
 * @param items its files
 * @param root path of the folder that has the items under the same names; empty if they get other names
 * @param notices what looks odd
 * @param fault why it cannot be graded
 */
record Pile(
        String entry,
        Owner owner,
        List<Item> items,
        Optional<String> root,
        List<String> notices,
        Optional<SubmissionFault> fault) {
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

        String shown() {
            return EntryName.printable(target);
        }
    }

    Pile {
        items = List.copyOf(items);
        notices = List.copyOf(notices);
    }

    static Pile refused(String entry, Owner owner, String reason, String wayOut) {
        return new Pile(
                entry, owner, List.of(), Optional.empty(), List.of(), Optional.of(new SubmissionFault(reason, wayOut)));
    }

    /** A folder, or a single file, as it is. */
    static Pile of(View view, View.Top top, Owner owner) {
        Optional<SubmissionFault> fault = top.entries().stream()
                .flatMap(entry -> fault(view, top, entry).stream())
                .findFirst();
        if (fault.isPresent()) {
            return refused(
                    top.name(), owner, fault.get().getMessage(), fault.get().wayOut());
        }
        String folder = top.name() + "/";
        List<Item> items = new ArrayList<>();
        List<String> notices = new ArrayList<>(tricky(top.name()));
        for (Entry entry : top.entries()) {
            if (entry.isFile()) {
                boolean within = entry.path().startsWith(folder);
                items.add(new Item(entry, within ? entry.path().substring(folder.length()) : entry.path()));
            } else if (entry.kind() == Entry.Kind.OTHER && !view.isOnDisk()) {
                notices.add(leftOut(entry));
            }
        }
        Optional<String> root = Optional.of(top.isFolder() ? folder : "");
        return new Pile(top.name(), owner, items, root, notices, Optional.empty()).narrowed();
    }

    /** On a disk no name leads astray, and what is left out of a folder its reader says. */
    private static Optional<SubmissionFault> fault(View view, View.Top top, Entry entry) {
        boolean itself = entry.path().equals(top.name());
        if (entry.remark().isEmpty() || !itself && (view.isOnDisk() || entry.kind() == Entry.Kind.OTHER)) {
            return Optional.empty();
        }
        return Optional.of(
                entry.kind() == Entry.Kind.OTHER
                        ? new SubmissionFault(leftOut(entry), "put the folder or file itself there")
                        : new SubmissionFault("there is an entry " + entry.remark() + ": " + entry.shown(), AGAIN));
    }

    static String leftOut(Entry entry) {
        return entry.shown() + " is left out: " + entry.remark();
    }

    /** A line if there are characters in a name that are taken out of it. */
    static List<String> tricky(String name) {
        return Names.isTricky(name) ? List.of("characters that nobody sees are left out of the name") : List.of();
    }

    /** Files that get other names than they have in the source. */
    static Pile renamed(String entry, Owner owner, List<Item> items, List<String> notices) {
        return new Pile(entry, owner, items, Optional.empty(), notices, Optional.empty()).narrowed();
    }

    Pile noticing(List<String> more) {
        List<String> all = new ArrayList<>(notices);
        all.addAll(more);
        return new Pile(entry, owner, items, root, all, fault);
    }

    /** Takes off folders around everything, and takes an archive for all if there are no sources beside it. */
    private Pile narrowed() {
        List<Item> inner = items;
        StringBuilder around = new StringBuilder();
        while (!inner.isEmpty() && !inner.get(0).top().isEmpty()) {
            String top = inner.get(0).top();
            if (!inner.stream().allMatch(item -> item.top().equals(top))) {
                break;
            }
            inner = inner.stream()
                    .map(item -> new Item(item.entry(), item.target().substring(top.length())))
                    .toList();
            around.append(top);
        }
        return new Pile(entry, owner, inner, root.map(folder -> folder + around), notices, fault).withArchiveAlone();
    }

    private Pile withArchiveAlone() {
        List<Item> archives =
                items.stream().filter(item -> item.entry().isArchive()).toList();
        if (archives.isEmpty() || items.size() == 1) {
            return this;
        }
        if (items.stream().anyMatch(item -> item.entry().isSource())) {
            return noticing(archives.stream()
                    .map(item -> item.shown() + " is not unpacked, beside sources")
                    .toList());
        }
        if (archives.size() > 1) {
            String names = String.join(", ", archives.stream().map(Item::shown).toList());
            return refused(entry, owner, "there are several archives and no sources: " + names, "leave one of them");
        }
        return new Pile(entry, owner, archives, Optional.empty(), notices, fault)
                .noticing(items.stream()
                        .filter(item -> !item.entry().isArchive())
                        .map(item -> item.shown() + " is left out, beside the archive")
                        .toList());
    }
}
