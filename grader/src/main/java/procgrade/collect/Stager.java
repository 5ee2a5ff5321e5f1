package procgrade.collect;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import procgrade.submission.EntryName;
import procgrade.submission.EntryVisitor;
import procgrade.submission.EnvironmentFault;
import procgrade.submission.Staging;
import procgrade.submission.SubmissionFault;
import procgrade.submission.SubmissionLimits;

/**
 * Takes the fingerprints of piles and finds out what cannot be graded; then brings their files to where a reader of
 * submissions finds them.
 */
final class Stager {
    private static final String AGAIN = "ask for it again, or remove it";

    private final View view;
    private final Path folder;
    private final SubmissionLimits limits;
    private final Fingerprint fingerprint;
    private final List<HandIn> handIns = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<String, Pile> packed = new HashMap<>();
    private final Map<String, String> fingerprints = new HashMap<>();

    Stager(View view, Path folder, SubmissionLimits limits) {
        this.view = view;
        this.folder = folder.toAbsolutePath();
        this.limits = limits;
        this.fingerprint = new Fingerprint(limits.totalBytes());
    }

    /** A pile that is copied, until something is wrong with it. */
    private static final class Copy {
        final Pile pile;
        final Staging staging;
        final SortedMap<String, byte[]> contents = new TreeMap<>();
        Optional<SubmissionFault> fault = Optional.empty();

        Copy(Pile pile, Staging staging) {
            this.pile = pile;
            this.staging = staging;
        }

        /** The name of an archive decides nothing. */
        String fingerprint() {
            boolean archive =
                    pile.items().size() == 1 && pile.items().get(0).entry().isArchive();
            return archive
                    ? Fingerprint.ofContents(new TreeMap<>(Map.of("", contents.get(contents.firstKey()))))
                    : Fingerprint.ofContents(contents);
        }
    }

    private record Part(Copy copy, String target) {}

    List<HandIn> handIns() {
        return handIns;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    /** Reads them all once and writes nothing. */
    void look(Map<String, Pile> piles) {
        Map<String, Copy> copies = new HashMap<>();
        piles.forEach((key, pile) -> {
            Optional<SubmissionFault> fault = pile.fault().or(() -> check(pile));
            if (fault.isPresent()) {
                refuse(key, pile, fault.get());
            } else if (placeOf(pile).isEmpty()) {
                copies.put(key, new Copy(pile, Staging.imagined(folder.resolve(key), copyLimits())));
            } else {
                finish(key, pile, placeOf(pile).get());
            }
        });
        copy(copies.values());
        copies.forEach(this::finish);
    }

    /** Copies the files of hand-ins that have been looked at. */
    void unpack(Set<String> keys) {
        Map<String, Copy> copies = new TreeMap<>();
        keys.stream()
                .filter(packed::containsKey)
                .sorted()
                .forEach(key -> copies.put(key, new Copy(packed.get(key), create(key))));
        copy(copies.values());
        copies.forEach((key, copy) -> {
            if (copy.fault.isPresent() || !copy.fingerprint().equals(fingerprints.get(key))) {
                throw new SubmissionFault(
                        view.source().path() + " is not what it was a moment ago",
                        "start again when nobody writes to it any more");
            }
        });
    }

    private void copy(Collection<Copy> copies) {
        Map<Integer, Part> parts = new HashMap<>();
        copies.forEach(copy ->
                copy.pile.items().forEach(item -> parts.put(item.entry().ordinal(), new Part(copy, item.target()))));
        view.source().open(parts.keySet(), (ordinal, content) -> copy(parts.get(ordinal), content));
    }

    /** What can be wrong before anything is opened. */
    private Optional<SubmissionFault> check(Pile pile) {
        if (pile.items().isEmpty()) {
            return Optional.of(new SubmissionFault("there are no files in it", AGAIN));
        }
        if (placeOf(pile).isPresent()) {
            return Optional.empty();
        }
        for (Pile.Item item : pile.items()) {
            EntryName name = EntryName.of(item.target());
            if (name.problem().isPresent()) {
                return Optional.of(
                        new SubmissionFault("there is a file " + name.problem().get() + ": " + name.shown(), AGAIN));
            }
            if (item.target().chars().filter(letter -> letter == '/').count() > limits.depth()) {
                return Optional.of(new SubmissionFault(
                        "there are more than " + limits.depth() + " folders within each other", AGAIN));
            }
        }
        return Optional.empty();
    }

    /** Where the pile can be read without a copy. */
    private Optional<Path> placeOf(Pile pile) {
        List<Pile.Item> items = pile.items();
        if (items.size() == 1
                && (items.get(0).entry().isArchive() || pile.root().isPresent())) {
            return view.place(items.get(0).entry().path());
        }
        return pile.root().flatMap(view::place);
    }

    private Staging create(String key) {
        Path target = folder.resolve(key);
        try {
            Files.createDirectories(folder);
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                delete(target);
            }
        } catch (IOException cause) {
            throw new EnvironmentFault(
                    "cannot write " + target + ": " + EnvironmentFault.reason(cause),
                    "make room there, or name another folder for the results");
        }
        return Staging.create(target, copyLimits());
    }

    /** An archive is as large as a submission may be; its files are looked at when it is unpacked. */
    private SubmissionLimits copyLimits() {
        return new SubmissionLimits(limits.totalBytes(), limits.totalBytes(), limits.files(), limits.depth());
    }

    private static void delete(Path old) throws IOException {
        Files.walkFileTree(old, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException fault) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void copy(Part part, EntryVisitor.Content content) {
        Copy copy = part.copy();
        if (copy.fault.isPresent()) {
            return;
        }
        try {
            copy.staging.countEntry();
            MessageDigest digest = Fingerprint.sha256();
            try (var in = new DigestInputStream(content.open(), digest)) {
                copy.staging.add(part.target(), in);
            }
            copy.contents.put(part.target(), digest.digest());
        } catch (SubmissionFault fault) {
            copy.fault = Optional.of(fault);
        } catch (EnvironmentFault fault) {
            throw fault;
        } catch (IOException | RuntimeException cause) {
            copy.fault = Optional.of(
                    new SubmissionFault(EntryName.printable(part.target()) + " is cut off or damaged", AGAIN));
        }
    }

    private void finish(String key, Copy copy) {
        if (copy.fault.isPresent()) {
            refuse(key, copy.pile, copy.fault.get());
            return;
        }
        Path staged = copy.staging.folder();
        List<Pile.Item> items = copy.pile.items();
        List<String> notices = new ArrayList<>(copy.pile.notices());
        notices.addAll(copy.staging.notices());
        packed.put(key, copy.pile);
        fingerprints.put(key, copy.fingerprint());
        add(
                key,
                copy.pile,
                items.size() == 1 ? staged.resolve(items.get(0).target()) : staged,
                copy.fingerprint(),
                notices);
    }

    /** What can be read where it is. */
    private void finish(String key, Pile pile, Path origin) {
        var files = new TreeMap<String, Path>();
        if (pile.items().size() == 1) {
            Pile.Item only = pile.items().get(0);
            files.put(only.entry().isArchive() ? "" : only.target(), origin);
        } else {
            pile.items().forEach(item -> files.put(item.target(), origin.resolve(item.target())));
        }
        try {
            add(key, pile, origin, fingerprint.of(files), pile.notices());
        } catch (IOException cause) {
            refuse(key, pile, new SubmissionFault("it cannot be read: " + EnvironmentFault.reason(cause), AGAIN));
        }
    }

    private void add(String key, Pile pile, Path origin, String content, List<String> notices) {
        handIns.add(new HandIn(key, pile.owner().people(), pile.owner().late(), origin, content, notices));
    }

    private void refuse(String key, Pile pile, SubmissionFault fault) {
        refusals.add(new Refusal(
                key, pile.owner().people(), EntryName.printable(pile.entry()), fault.getMessage(), fault.wayOut()));
    }
}
