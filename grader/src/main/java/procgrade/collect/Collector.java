package procgrade.collect;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import procgrade.submission.ArchiveFile;
import procgrade.submission.EntryName;
import procgrade.submission.SubmissionFault;
import procgrade.submission.SubmissionLimits;

/** Finds the hand-ins of a class in what a learning management system exported, or a person put into a folder. */
public final class Collector {
    private static final String NAME_IT = "name the folder or archive with the submissions of the class";

    private Collector() {}

    /**
     * Collects the hand-ins of a class.
     *
     * <p>Nothing in the source is changed, no link in it is followed. What cannot be graded is refused, and the rest is
     * collected. A submission that is an archive is not unpacked: its reader does that, and refuses it if need be.
     *
     * @param source a folder or an archive (zip, tar or tar.gz, recognised by its content)
     * @param forced the form in which the hand-ins come; empty to recognise it
     * @param staging a folder of the grader's own for copies of what is in an archive or has to be renamed. They are made
     *     when it is known which are wanted, see {@link Collected#unpacking}
     * @param limits how large each hand-in may be
     * @return the hand-ins; the same for the same source
     * @throws SubmissionFault if the source cannot be read, or nobody handed in anything
     */
    public static Collected collect(Path source, Optional<Layout> forced, Path staging, SubmissionLimits limits) {
        Path own = staging.toAbsolutePath().normalize();
        List<String> notices = new ArrayList<>();
        Layouts.Found outer = Layouts.find(open(existing(source), own));
        Optional<Layouts.Found> inner = inner(outer, forced);
        View view = inner.orElse(outer).view();
        if (inner.isPresent() || !view.prefix().isEmpty()) {
            notices.add("the class is in " + where(view));
        }
        Layout layout = forced.orElse(inner.orElse(outer).layout());
        Piles piles = Layouts.sort(view, layout);
        notices.addAll(piles.notices());
        List<Pile> all = new ArrayList<>(piles.piles());
        view.source().strays().forEach(stray -> all.add(stray(stray)));
        if (all.stream().allMatch(pile -> pile.owner().people().isEmpty())) {
            throw nobody(view, forced, all.size());
        }
        var stager = new Stager(view, own, limits);
        stager.look(Keys.of(all));
        List<HandIn> handIns = stager.handIns().stream()
                .sorted(Comparator.comparing(HandIn::key))
                .toList();
        List<Refusal> refusals = stager.refusals().stream()
                .sorted(Comparator.comparing(Refusal::key))
                .toList();
        notices.addAll(namesakes(handIns));
        return new Collected(layout, view.source().path(), handIns, refusals, notices, stager::unpack);
    }

    private static String where(View view) {
        Path path = view.source().path();
        return view.prefix().isEmpty()
                ? path.toString()
                : path + ", folder " + view.prefix().substring(0, view.prefix().length() - 1);
    }

    private static Path existing(Path source) {
        try {
            return source.toRealPath();
        } catch (IOException missing) {
            if (Files.exists(source, LinkOption.NOFOLLOW_LINKS) || missing instanceof AccessDeniedException) {
                throw unreadable(source);
            }
            throw new SubmissionFault("there is no file or folder " + source, NAME_IT);
        }
    }

    private static SubmissionFault unreadable(Path source) {
        return new SubmissionFault(
                "cannot read " + source, "let its owner make it readable, or copy it to a folder of your own");
    }

    private static Source open(Path source, Path own) {
        if (Files.isDirectory(source)) {
            return FolderSource.of(source, own);
        }
        return openArchive(source)
                .orElseThrow(() ->
                        new SubmissionFault(source + " is neither a folder nor a zip, tar or tar.gz archive", NAME_IT));
    }

    private static Optional<Source> openArchive(Path file) {
        try {
            return ArchiveFile.of(file).map(archive -> ArchiveSource.of(file, archive));
        } catch (IOException cause) {
            throw unreadable(file);
        }
    }

    /** What was downloaded may lie in the folder as it came. */
    private static Optional<Layouts.Found> inner(Layouts.Found outer, Optional<Layout> forced) {
        List<View.Top> works = outer.view().works();
        boolean alone = works.size() == 1 && works.get(0).isArchive();
        if (!alone || outer.layout() != Layout.FOLDER || forced.equals(Optional.of(Layout.FOLDER))) {
            return Optional.empty();
        }
        try {
            return outer.view()
                    .place(works.get(0).name())
                    .flatMap(Collector::openArchive)
                    .map(Layouts::find)
                    .filter(inner -> inner.layout() == forced.orElse(inner.layout()))
                    .filter(inner -> inner.layout() != Layout.FOLDER);
        } catch (SubmissionFault notAClass) {
            return Optional.empty();
        }
    }

    private static Pile stray(Entry stray) {
        return Pile.refused(
                stray.path(),
                Owner.unknown(stray.path()),
                "there is an entry " + stray.remark() + ": " + stray.path(),
                "ask whoever made the archive to make it again");
    }

    private static SubmissionFault nobody(View view, Optional<Layout> forced, int strange) {
        String where = where(view);
        if (forced.isPresent() && strange > 0) {
            return new SubmissionFault(
                    "nothing in " + where + " has the form of the layout "
                            + forced.get().name().toLowerCase(Locale.ROOT),
                    "leave the choice of the layout to procgrade, or name what was exported");
        }
        return new SubmissionFault("nobody handed in anything in " + where, NAME_IT);
    }

    /** People of one name may be one who handed in twice, or two. */
    private static List<String> namesakes(List<HandIn> handIns) {
        Map<String, List<HandIn>> byName = new TreeMap<>();
        handIns.forEach(handIn -> byName.computeIfAbsent(Names.plain(handIn.title()), name -> new ArrayList<>())
                .add(handIn));
        return byName.values().stream()
                .filter(same -> same.size() > 1)
                .map(same -> "there are " + same.size() + " hand-ins of "
                        + EntryName.printable(same.get(0).title()) + ": "
                        + String.join(", ", same.stream().map(HandIn::key).toList()))
                .toList();
    }
}
