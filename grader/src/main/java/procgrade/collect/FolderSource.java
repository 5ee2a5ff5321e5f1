package procgrade.collect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import procgrade.submission.EntryName;
import procgrade.submission.Leftovers;
import procgrade.submission.SubmissionFault;

/** A folder with the hand-ins of a class. */
final class FolderSource implements Source {
    static final int MOST_ENTRIES = 300_000;
    /** More than a submission may have, and some for the class around it. */
    private static final int DEPTH = 64;

    private final Path folder;
    private final Path own;
    private final List<Entry> entries = new ArrayList<>();

    private FolderSource(Path folder, Path own) {
        this.folder = folder;
        this.own = own;
    }

    /** Takes all but what has the grader's own folder in it. */
    static FolderSource of(Path folder, Path own) {
        var source = new FolderSource(folder, own);
        source.list(folder, "", 0);
        return source;
    }

    private void list(Path within, String prefix, int depth) {
        for (Path child : children(within, prefix)) {
            String name = child.getFileName().toString();
            String path = prefix + name;
            if (name.equals(".git") && !prefix.isEmpty()) {
                add(prefix.substring(0, prefix.length() - 1), Entry.Kind.CLONE, 0, "");
            }
            if (!Leftovers.contain(name) && !own.startsWith(child)) {
                list(child, path, attributes(child), depth);
            }
        }
    }

    private void list(Path child, String path, Optional<BasicFileAttributes> known, int depth) {
        if (known.isEmpty()) {
            add(path, Entry.Kind.OTHER, 0, "it cannot be read");
            return;
        }
        BasicFileAttributes attributes = known.get();
        if (attributes.isDirectory()) {
            add(path, Entry.Kind.FOLDER, 0, "");
            if (depth < DEPTH) {
                list(child, path + "/", depth + 1);
            }
        } else if (attributes.isRegularFile()) {
            add(path, Entry.Kind.FILE, attributes.size(), "");
        } else {
            add(
                    path,
                    Entry.Kind.OTHER,
                    0,
                    attributes.isSymbolicLink() ? "links are not followed" : "it is no ordinary file");
        }
    }

    private void add(String path, Entry.Kind kind, long bytes, String reason) {
        if (entries.size() >= MOST_ENTRIES) {
            throw new SubmissionFault(
                    folder + " has more than " + MOST_ENTRIES + " files and folders",
                    "name the folder with the submissions of one class");
        }
        String remark = reason.isEmpty() && path.codePoints().anyMatch(Character::isISOControl)
                ? EntryName.of(path).problem().orElse("")
                : reason;
        entries.add(new Entry(entries.size(), path, kind, bytes, remark));
    }

    private List<Path> children(Path within, String prefix) {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(within)) {
            stream.forEach(children::add);
        } catch (IOException | DirectoryIteratorException cause) {
            if (prefix.isEmpty()) {
                throw new SubmissionFault(
                        "cannot read the folder " + folder,
                        "let its owner make it readable, or copy it to a folder of your own");
            }
            add(prefix + "?", Entry.Kind.OTHER, 0, "the folder cannot be read");
        }
        Collections.sort(children);
        return children;
    }

    private static Optional<BasicFileAttributes> attributes(Path file) {
        try {
            return Optional.of(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    @Override
    public Path path() {
        return folder;
    }

    @Override
    public List<Entry> entries() {
        return entries;
    }

    @Override
    public List<Entry> strays() {
        return List.of();
    }

    @Override
    public Optional<Path> place(String path) {
        return Optional.of(folder.resolve(path));
    }

    @Override
    public void open(Set<Integer> ordinals, Sink sink) {
        ordinals.stream().sorted().forEach(ordinal -> {
            Path file = folder.resolve(entries.get(ordinal).path());
            try {
                sink.take(ordinal, () -> openFile(file));
            } catch (IOException cause) {
                throw new SubmissionFault("cannot read " + file, "let its owner make it readable, or copy the folder");
            }
        });
    }

    /** A link may have taken the file's place since the folder was listed. */
    @SuppressWarnings("resource") // closing the stream closes the channel
    static InputStream openFile(Path file) throws IOException {
        return Channels.newInputStream(
                Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
    }
}
