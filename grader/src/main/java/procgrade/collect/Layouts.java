package procgrade.collect;

import java.util.List;
import java.util.function.Predicate;

/** Recognises the form in which a class came, by the names of what is in it. */
final class Layouts {
    private static final int MOST_FOLDERS_AROUND = 5;

    private Layouts() {}

    static Layout of(View view) {
        if (view.tops().containsKey(GradescopeMetadata.FILE)) {
            return Layout.GRADESCOPE;
        }
        List<View.Top> tops = List.copyOf(view.tops().values());
        if (mostly(tops, top -> MoodlePiles.fits(top.name()))) {
            return Layout.MOODLE;
        }
        if (mostly(tops, top -> !top.isFolder() && CanvasName.of(top.name()).isPresent())) {
            return Layout.CANVAS;
        }
        return mostly(tops, View.Top::isClone) ? Layout.CLONES : Layout.FOLDER;
    }

    /** Whether half of what may be handed in fits; a gradebook may lie beside. */
    private static boolean mostly(List<View.Top> tops, Predicate<View.Top> fits) {
        long fitting = tops.stream().filter(fits).count();
        long others =
                tops.stream().filter(fits.negate()).filter(View.Top::isWork).count();
        return fitting > 0 && fitting >= others;
    }

    static Piles sort(View view, Layout layout) {
        return switch (layout) {
            case FOLDER -> FolderPiles.of(view);
            case CANVAS -> CanvasPiles.of(view);
            case MOODLE -> MoodlePiles.of(view);
            case GRADESCOPE -> GradescopePiles.of(view);
            case CLONES -> ClonePiles.of(view);
        };
    }

    /**
     * Where a class is, and in which form.
     *
     * @param view the folder it is in
     * @param layout its form
     */
    record Found(View view, Layout layout) {
        static Found in(View view) {
            return new Found(view, of(view));
        }
    }

    /** Goes into folders around the class, if it is clear that they are no student's. */
    static Found find(Source source) {
        Found found = Found.in(View.of(source));
        String name = Entry.stem(source.path().getFileName().toString());
        for (int i = 0; i < MOST_FOLDERS_AROUND && found.layout() == Layout.FOLDER; i++) {
            List<View.Top> works = found.view().works();
            if (works.size() != 1 || !works.get(0).isFolder()) {
                break;
            }
            Found inner = Found.in(found.view().enter(works.get(0)));
            boolean namesake = works.get(0).name().equalsIgnoreCase(name);
            if (!isClass(inner, namesake)) {
                break;
            }
            found = inner;
        }
        return found;
    }

    private static boolean isClass(Found inner, boolean namesake) {
        List<View.Top> works = inner.view().works();
        boolean ofMany = works.size() > 1 && works.stream().noneMatch(View.Top::isSource);
        return inner.layout() != Layout.FOLDER || ofMany || namesake && !works.isEmpty();
    }
}
