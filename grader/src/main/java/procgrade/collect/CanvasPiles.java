package procgrade.collect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import procgrade.submission.EntryName;

/** Sorts what Canvas lays side by side in one folder, by the user that each name has in it. */
final class CanvasPiles {
    private record Attachment(CanvasName name, Entry entry) {}

    private CanvasPiles() {}

    static Piles of(View view) {
        Map<String, List<Attachment>> byUser = new LinkedHashMap<>();
        List<Pile> piles = new ArrayList<>();
        List<String> notices = new ArrayList<>();
        for (View.Top top : view.tops().values()) {
            Optional<CanvasName> name = top.isFolder() ? Optional.empty() : CanvasName.of(top.name());
            if (name.isPresent()) {
                List<Attachment> attachments = byUser.computeIfAbsent(name.get().user(), user -> new ArrayList<>());
                top.entries().forEach(entry -> attachments.add(new Attachment(name.get(), entry)));
            } else if (FolderPiles.isWorkOrLink(top)) {
                piles.add(Pile.refused(
                        top.name(),
                        Owner.unknown(top.name()),
                        "its name is not one that Canvas gives",
                        "grade it by itself, or choose another layout"));
            } else {
                notices.add(FolderPiles.leftOut(top));
            }
        }
        byUser.forEach((user, attachments) -> piles.add(pile(user, attachments)));
        return new Piles(piles, notices);
    }

    private static Pile pile(String user, List<Attachment> attachments) {
        CanvasName first = attachments.get(0).name();
        String entry = attachments.get(0).entry().path();
        boolean late = attachments.stream().anyMatch(one -> one.name().late());
        var person = new Person(Names.clean(first.name()), user, "");
        var owner = new Owner(first.name(), user, List.of(person), late);
        if (attachments.stream().allMatch(one -> one.name().file().isEmpty())) {
            return Pile.refused(
                    entry,
                    owner,
                    "a text or a link was handed in, not a file",
                    "grade it by hand, or ask for the source files");
        }
        List<String> notices = new ArrayList<>(Pile.tricky(first.name()));
        Map<String, List<Attachment>> byFile = new LinkedHashMap<>();
        for (Attachment attachment : attachments) {
            if (attachment.entry().kind() == Entry.Kind.OTHER) {
                notices.add(Pile.leftOut(attachment.entry()));
            } else if (attachment.name().file().isEmpty()) {
                notices.add("the text or link that was handed in is left out");
            } else {
                byFile.computeIfAbsent(attachment.name().file(), file -> new ArrayList<>())
                        .add(attachment);
            }
        }
        return Pile.renamed(entry, owner, newest(byFile, notices), notices);
    }

    private static List<Pile.Item> newest(Map<String, List<Attachment>> byFile, List<String> notices) {
        List<Pile.Item> items = new ArrayList<>();
        byFile.forEach((file, versions) -> {
            long number = versions.stream()
                    .mapToLong(version -> version.name().attachment())
                    .max()
                    .orElseThrow();
            List<Attachment> last = versions.stream()
                    .filter(version -> version.name().attachment() == number)
                    .sorted(Comparator.comparingInt(version -> version.entry().ordinal()))
                    .toList();
            if (last.size() < versions.size()) {
                notices.add("of " + versions.size() + " attachments called " + EntryName.printable(file)
                        + " the newest counts");
            }
            // Two with one number are an archive's fault, which shows when they are copied.
            last.forEach(attachment -> items.add(new Pile.Item(attachment.entry(), file)));
        });
        return items;
    }
}
