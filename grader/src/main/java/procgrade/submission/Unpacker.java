package procgrade.submission;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Takes the entries of an archive, of whatever format, and distrusts them. */
final class Unpacker implements EntryVisitor {
    private static final String AGAIN = "make the archive again from within the folder with the sources";

    private final String archive;
    private final Staging copy;

    Unpacker(String archive, Staging copy) {
        this.archive = archive;
        this.copy = copy;
    }

    Submission unpack(ArchiveFile file) {
        try {
            file.read(this);
        } catch (SubmissionFault | EnvironmentFault fault) {
            throw fault;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError cause) {
            // Libraries meet damaged archives with all kinds of exceptions, and many headers in a row by recursion.
            throw new SubmissionFault(
                    "the archive " + archive + " is cut off or damaged", "make it again, or hand in the folder");
        }
        return withoutWrapping();
    }

    /** Refuses an archive with too many entries before they are read. */
    @Override
    public void expect(long entries) {
        if (entries > copy.limits().files()) {
            throw copy.tooMany();
        }
    }

    /** Counts also the parts that are left out. */
    @Override
    public InputStream guard(InputStream in, long compressedBytes) {
        return new GuardedStream(in, archive, compressedBytes, 2 * copy.limits().totalBytes());
    }

    /** {@inheritDoc} */
    @Override
    public void leaveOut(String rawName, String reason) {
        String path = enter(rawName);
        if (!Leftovers.contain(path)) {
            copy.notice(path + " is left out: " + reason);
        }
    }

    /** Those with files in them are made anyway. */
    @Override
    public void folder(String rawName) {
        enter(rawName);
    }

    /** {@inheritDoc} */
    @Override
    public void file(String rawName, long size, Content content) throws IOException {
        String path = enter(rawName);
        if (!Leftovers.contain(path)) {
            copy.checkSize(path, size);
            try (InputStream in = content.open()) {
                copy.add(path, in);
            }
        }
    }

    private String enter(String rawName) {
        copy.countEntry();
        EntryName name = EntryName.of(rawName);
        if (name.problem().isPresent()) {
            throw refuse("has an entry " + name.problem().get() + ": " + name.shown());
        }
        if (name.depth() > copy.limits().depth()) {
            throw refuse("has more than " + copy.limits().depth() + " folders within each other");
        }
        return name.path();
    }

    private SubmissionFault refuse(String problem) {
        return new SubmissionFault("the archive " + archive + " " + problem, AGAIN);
    }

    /** Many tools put the folder itself into the archive, not only what is in it. */
    private Submission withoutWrapping() {
        List<SubmittedFile> files = copy.files();
        String name = archive.replaceFirst("(?i)\\.(zip|jar|tar|tgz|tar\\.gz)$", "");
        List<String> tops = files.stream()
                .map(file -> file.path().substring(0, file.path().indexOf('/') + 1))
                .distinct()
                .toList();
        if (tops.size() != 1 || tops.get(0).isEmpty()) {
            return new Submission(name, copy.folder(), files, copy.notices());
        }
        String top = tops.get(0);
        return new Submission(
                name,
                copy.folder().resolve(top),
                files.stream()
                        .map(file -> new SubmittedFile(file.path().substring(top.length()), file.bytes()))
                        .toList(),
                copy.notices());
    }
}
