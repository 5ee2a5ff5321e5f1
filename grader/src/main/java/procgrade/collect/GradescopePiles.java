package procgrade.collect;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import procgrade.submission.SubmissionFault;

/** Sorts the folders of an export of Gradescope by its metadata. */
final class GradescopePiles {
    private static final int MOST_METADATA_BYTES = 200_000_000;

    private GradescopePiles() {}

    static Piles of(View view) {
        Map<String, GradescopeMetadata.Submitted> submissions = metadata(view);
        List<Pile> piles = new ArrayList<>();
        List<String> notices = new ArrayList<>();
        Map<List<Person>, String> newest = newest(submissions);
        submissions.forEach((folder, submitted) -> {
            String last = newest.get(submitted.people());
            if (!submitted.people().isEmpty() && !folder.equals(last)) {
                notices.add(folder + " is left out: " + last + " of the same student is newer");
            } else if (!view.tops().containsKey(folder)) {
                piles.add(Pile.refused(
                        folder,
                        owner(folder, submitted.people()),
                        "its folder is missing in the export",
                        "export the submissions again"));
            } else {
                piles.add(pile(view, view.tops().get(folder), submitted));
            }
        });
        for (View.Top top : view.tops().values()) {
            if (!submissions.containsKey(top.name()) && !top.name().equals(GradescopeMetadata.FILE)) {
                if (FolderPiles.isWorkOrLink(top)) {
                    piles.add(FolderPiles.pile(view, top)
                            .noticing(List.of(GradescopeMetadata.FILE + " does not say whose it is")));
                } else {
                    notices.add(FolderPiles.leftOut(top));
                }
            }
        }
        return new Piles(piles, notices);
    }

    private static Pile pile(View view, View.Top top, GradescopeMetadata.Submitted submitted) {
        if (submitted.people().isEmpty()) {
            return FolderPiles.pile(view, top).noticing(List.of(GradescopeMetadata.FILE + " does not say whose it is"));
        }
        return Pile.of(view, top, owner(top.name(), submitted.people()));
    }

    private static Owner owner(String folder, List<Person> people) {
        String name = people.isEmpty() ? folder : people.get(0).name();
        return new Owner(name, folder.replaceFirst("^submission_", ""), people, false);
    }

    private static Map<List<Person>, String> newest(Map<String, GradescopeMetadata.Submitted> submissions) {
        Map<List<Person>, String> newest = new HashMap<>();
        submissions.forEach((folder, submitted) -> newest.merge(
                submitted.people(),
                folder,
                (old, other) -> submissions
                                .get(other)
                                .at()
                                .isBefore(submissions.get(old).at())
                        ? old
                        : other));
        return newest;
    }

    private static Map<String, GradescopeMetadata.Submitted> metadata(View view) {
        View.Top top = view.tops().get(GradescopeMetadata.FILE);
        if (top == null || !top.self().map(Entry::isFile).orElse(false)) {
            throw new SubmissionFault(
                    "there is no " + GradescopeMetadata.FILE + " in "
                            + view.source().path(),
                    "name what Gradescope exported, or choose another layout");
        }
        var content = new byte[1][];
        view.source().open(Set.of(top.self().orElseThrow().ordinal()), (ordinal, file) -> {
            try (InputStream in = file.open()) {
                content[0] = in.readNBytes(MOST_METADATA_BYTES);
            }
        });
        return GradescopeMetadata.read(content[0]);
    }
}
