package procgrade.collect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    /** Goes into folders around the class, if it is clear that they are no student's. */
    static View inside(View source) {
        View view = source;
        String name = Entry.stem(source.source().path().getFileName().toString());
        for (int i = 0; i < MOST_FOLDERS_AROUND && of(view) == Layout.FOLDER; i++) {
            Optional<View> inner = onlyFolder(view);
            if (inner.isEmpty() || !isClass(inner.get(), name)) {
                break;
            }
            view = inner.get();
        }
        return view;
    }

    private static Optional<View> onlyFolder(View view) {
        List<View.Top> works =
                view.tops().values().stream().filter(View.Top::isWork).toList();
        return works.size() == 1 && works.get(0).isFolder() ? Optional.of(view.enter(works.get(0))) : Optional.empty();
    }

    private static boolean isClass(View view, String sourceName) {
        String own = Entry.stem(view.prefix().substring(0, view.prefix().length() - 1));
        boolean namesake = own.substring(own.lastIndexOf('/') + 1)
                .toLowerCase(Locale.ROOT)
                .equals(sourceName.toLowerCase(Locale.ROOT));
        List<View.Top> works =
                view.tops().values().stream().filter(View.Top::isWork).toList();
        boolean ofMany = works.size() > 1 && works.stream().noneMatch(View.Top::isSource);
        return of(view) != Layout.FOLDER || ofMany || namesake && !works.isEmpty();
    }
}
