package procgrade.collect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import procgrade.submission.EntryVisitor;

/** Where the hand-ins of a class are, a folder or an archive; nothing in it is trusted. */
interface Source {
    /** Takes the content of one entry, whose ordinal it is told. */
    @FunctionalInterface
    interface Sink {
        void take(int ordinal, EntryVisitor.Content content) throws IOException;
    }

    Path path();

    /** All that does not belong to tools, see {@link procgrade.submission.Leftovers}. */
    List<Entry> entries();

    /** Those whose names lead to who knows where. */
    List<Entry> strays();

    /** Where an entry is on the disk; empty if it is in an archive. */
    Optional<Path> place(String path);

    /** Hands out the content of some files, in the order of the source. */
    void open(Set<Integer> ordinals, Sink sink);
}
