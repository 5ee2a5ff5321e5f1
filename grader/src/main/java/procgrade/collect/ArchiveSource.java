package procgrade.collect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import procgrade.submission.ArchiveFile;
import procgrade.submission.EntryName;
import procgrade.submission.EntryVisitor;
import procgrade.submission.EnvironmentFault;
import procgrade.submission.Leftovers;
import procgrade.submission.SubmissionFault;

/** An archive with the hand-ins of a class. */
final class ArchiveSource implements Source {
    private final Path file;
    private final ArchiveFile archive;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Entry> strays = new ArrayList<>();

    private ArchiveSource(Path file, ArchiveFile archive) {
        this.file = file;
        this.archive = archive;
    }

    static ArchiveSource of(Path file, ArchiveFile archive) {
        var source = new ArchiveSource(file, archive);
        source.read(source.new Listing());
        return source;
    }

    private void read(EntryVisitor visitor) {
        try {
            archive.read(visitor);
        } catch (SubmissionFault | EnvironmentFault fault) {
            throw fault;
        } catch (IOException | RuntimeException cause) {
            // Libraries meet damaged archives with all kinds of exceptions.
            throw new SubmissionFault(
                    "the archive " + file + " is cut off or damaged", "download it again, or name a folder");
        }
    }

    @Override
    public Path path() {
        return file;
    }

    @Override
    public List<Entry> entries() {
        return entries;
    }

    @Override
    public List<Entry> strays() {
        return strays;
    }

    @Override
    public Optional<Path> place(String path) {
        return Optional.empty();
    }

    @Override
    public void open(Set<Integer> ordinals, Sink sink) {
        if (!ordinals.isEmpty()) {
            read(new Opening(ordinals, sink));
        }
    }

    /** Counts all entries, as each reading of the archive does. */
    private final class Listing implements EntryVisitor {
        private final Set<String> clones = new HashSet<>();
        private int ordinal;

        @Override
        public void expect(long count) {
            if (count > FolderSource.MOST_ENTRIES) {
                throw new SubmissionFault(
                        "the archive " + file + " has more than " + FolderSource.MOST_ENTRIES + " entries",
                        "name an archive with the submissions of one class");
            }
        }

        @Override
        public void folder(String rawName) {
            add(rawName, Entry.Kind.FOLDER, 0, "");
        }

        @Override
        public void leaveOut(String rawName, String reason) {
            add(rawName, Entry.Kind.OTHER, 0, reason);
        }

        @Override
        public void file(String rawName, long size, Content content) {
            add(rawName, Entry.Kind.FILE, Math.max(0, size), "");
        }

        private void add(String rawName, Entry.Kind kind, long bytes, String reason) {
            expect(ordinal + 1L);
            EntryName name = EntryName.of(rawName);
            String path = name.path();
            String problem = name.problem().orElse("");
            var entry = new Entry(ordinal++, path, kind, bytes, problem.isEmpty() ? reason : problem);
            int git = ("/" + path + "/").indexOf("/.git/");
            if (git > 0 && clones.add(path.substring(0, git - 1))) {
                entries.add(new Entry(entry.ordinal(), path.substring(0, git - 1), Entry.Kind.CLONE, 0, ""));
            }
            if (name.leadsAway()) {
                strays.add(new Entry(entry.ordinal(), name.shown(), kind, bytes, problem));
            } else if (!path.isEmpty() && !Leftovers.contain(path.replace("../", ""))) {
                entries.add(entry);
            }
        }
    }

    private static final class Opening implements EntryVisitor {
        private final Set<Integer> wanted;
        private final Sink sink;
        private int ordinal;

        Opening(Set<Integer> wanted, Sink sink) {
            this.wanted = wanted;
            this.sink = sink;
        }

        @Override
        public void folder(String rawName) {
            ordinal++;
        }

        @Override
        public void leaveOut(String rawName, String reason) {
            ordinal++;
        }

        @Override
        public void file(String rawName, long size, Content content) throws IOException {
            int current = ordinal++;
            if (wanted.contains(current)) {
                sink.take(current, content);
            }
        }
    }
}
