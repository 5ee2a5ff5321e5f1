package procgrade.collect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sorts what Moodle names after student, participant and kind, in folders or flat. */
final class MoodlePiles {
    private static final Pattern NAME = Pattern.compile(
            "(?<name>.+)_(?<id>\\d{1,18})_assignsubmission_(?<plugin>[a-z]+)(?:_(?<file>.*))?", Pattern.DOTALL);

    /**
     * What a name tells.
     *
     * @param name of the student, of the group, or "Participant" if the marking is blind
     * @param id of the participant or the group
     * @param plugin by which it was handed in: file or onlinetext
     * @param file what the student called it, if Moodle made no folders
     */
    private record Part(String name, String id, String plugin, String file, View.Top top) {}

    private MoodlePiles() {}

    static boolean fits(String name) {
        return NAME.matcher(name).matches();
    }

    static Piles of(View view) {
        Map<String, List<Part>> byParticipant = new LinkedHashMap<>();
        List<Pile> piles = new ArrayList<>();
        List<String> notices = new ArrayList<>();
        for (View.Top top : view.tops().values()) {
            Matcher name = NAME.matcher(top.name());
            if (name.matches()) {
                byParticipant
                        .computeIfAbsent(name.group("id"), id -> new ArrayList<>())
                        .add(new Part(
                                name.group("name").replace('_', ' '),
                                name.group("id"),
                                name.group("plugin"),
                                Optional.ofNullable(name.group("file")).orElse(""),
                                top));
            } else if (FolderPiles.isWorkOrLink(top)) {
                piles.add(Pile.refused(
                        top.name(),
                        Owner.unknown(top.name()),
                        "its name is not one that Moodle gives",
                        "grade it by itself, or choose another layout"));
            } else {
                notices.add(FolderPiles.leftOut(top));
            }
        }
        byParticipant.values().forEach(parts -> piles.add(pile(view, parts)));
        return new Piles(piles, notices);
    }

    private static Pile pile(View view, List<Part> parts) {
        Part first = parts.get(0);
        boolean blind = first.name().equals("Participant");
        String name = Names.clean(blind ? "Participant " + first.id() : first.name());
        var owner = Owner.of(first.name(), first.id(), new Person(name, first.id(), ""));
        List<Part> files =
                parts.stream().filter(part -> part.plugin().equals("file")).toList();
        if (files.isEmpty()) {
            return Pile.refused(
                    first.top().name(),
                    owner,
                    "a text was handed in, not a file",
                    "grade it by hand, or ask for the source files");
        }
        List<String> notices = new ArrayList<>();
        if (files.size() < parts.size()) {
            notices.add("the text that was handed in is left out");
        }
        Part only = files.get(0);
        if (files.size() == 1 && only.top().isFolder() && only.file().isEmpty()) {
            return Pile.of(view, only.top(), owner).noticing(notices);
        }
        notices.addAll(Pile.tricky(first.name()));
        List<Pile.Item> items = new ArrayList<>();
        files.forEach(part -> addItems(part, items, notices));
        return Pile.renamed(first.top().name(), owner, items, notices);
    }

    private static void addItems(Part part, List<Pile.Item> items, List<String> notices) {
        int whose = part.top().name().length() - part.file().length();
        for (Entry entry : part.top().entries()) {
            if (entry.isFile()) {
                String target = entry.path().substring(whose);
                items.add(new Pile.Item(entry, target.startsWith("/") ? target.substring(1) : target));
            } else if (entry.kind() == Entry.Kind.OTHER) {
                notices.add(Pile.leftOut(entry));
            }
        }
    }
}
