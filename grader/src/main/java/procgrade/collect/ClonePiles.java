package procgrade.collect;

import java.util.ArrayList;
import java.util.List;

/** Sorts clones of repositories, whose names end in that of their owner. */
final class ClonePiles {
    private ClonePiles() {}

    static Piles of(View view) {
        String common = common(view.tops().values().stream()
                .filter(View.Top::isFolder)
                .map(View.Top::name)
                .toList());
        List<Pile> piles = new ArrayList<>();
        List<String> notices = new ArrayList<>();
        for (View.Top top : view.tops().values()) {
            if (top.isFolder()) {
                String user = Names.clean(top.name().substring(common.length()));
                // The key is made of the whole name: what is common may change when a clone is added.
                piles.add(Pile.of(view, top, Owner.of(top.name(), "", new Person(user, user, ""))));
            } else if (FolderPiles.isWorkOrLink(top)) {
                piles.add(FolderPiles.pile(view, top));
            } else {
                notices.add(FolderPiles.leftOut(top));
            }
        }
        return new Piles(piles, notices);
    }

    /** What all names begin with, up to a hyphen, such as {@code course-assignment-}. */
    private static String common(List<String> names) {
        String common = names.size() < 2 ? "" : names.get(0);
        for (String name : names) {
            int length = 0;
            while (length < Math.min(common.length(), name.length()) && common.charAt(length) == name.charAt(length)) {
                length++;
            }
            common = common.substring(0, length);
        }
        return common.substring(0, common.lastIndexOf('-') + 1);
    }
}
