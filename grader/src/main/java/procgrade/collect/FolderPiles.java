package procgrade.collect;

import java.util.ArrayList;
import java.util.List;
import procgrade.submission.EntryName;

/** Sorts folders, archives and sources that are named after those who handed them in. */
final class FolderPiles {
    private FolderPiles() {}

    static Piles of(View view) {
        List<Pile> piles = new ArrayList<>();
        List<String> notices = new ArrayList<>();
        for (View.Top top : view.tops().values()) {
            if (isWorkOrLink(top)) {
                piles.add(pile(view, top));
            } else {
                notices.add(leftOut(top));
            }
        }
        return new Piles(piles, notices);
    }

    static Pile pile(View view, View.Top top) {
        String name = top.isFolder() ? top.name() : Entry.stem(top.name());
        return Pile.of(view, top, Owner.of(name, "", named(name)));
    }

    static boolean isWorkOrLink(View.Top top) {
        return top.isWork()
                || top.self().filter(entry -> entry.kind() == Entry.Kind.OTHER).isPresent();
    }

    static String leftOut(View.Top top) {
        return EntryName.printable(top.name()) + " is left out: neither a folder, nor an archive, nor a source";
    }

    private static Person named(String raw) {
        String name = Names.clean(raw);
        return Person.named(name.isEmpty() ? "?" : name);
    }
}
