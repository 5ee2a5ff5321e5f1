package procgrade.batch;

import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import procgrade.engine.Workspace;
import procgrade.submission.EnvironmentFault;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The folder with all that is known about a class. One grader at a time has it open. */
public final class BatchFolder implements AutoCloseable {
    private static final String ABOUT = "batch.json";
    private static final String RESULTS = "evidence";
    private static final String JOURNAL = "journal.jsonl";
    private static final String LOCK = ".lock";
    private static final Pattern PAGE = Pattern.compile("[a-z0-9][a-z0-9._-]*\\.(html|md|json)");
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Path folder;
    private final FileChannel lock;
    private final Disk disk;
    private final ResultStore store;
    private final Journal journal;
    private final Workspace scratch;

    private BatchFolder(
            Path folder, FileChannel lock, Disk disk, ResultStore store, Journal journal, Workspace scratch) {
        this.folder = folder;
        this.lock = lock;
        this.disk = disk;
        this.store = store;
        this.journal = journal;
        this.scratch = scratch;
    }

    /**
     * What a batch has been told, which it keeps for the next start.
     *
     * @param folder of the batch; may be missing
     * @return settings by name, none if there is no batch in the folder
     * @throws EnvironmentFault if they cannot be read
     */
    public static Map<String, String> settings(Path folder) {
        Map<String, String> settings = new TreeMap<>();
        Path file = folder.resolve(ABOUT);
        if (!Files.exists(file)) {
            return settings;
        }
        try {
            JsonNode node = MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8));
            node.properties()
                    .forEach(entry ->
                            settings.put(entry.getKey(), entry.getValue().asString("")));
            return settings;
        } catch (IOException | JacksonException cause) {
            throw new EnvironmentFault("cannot read " + file, "name another folder, or remove that file to begin anew");
        }
    }

    /**
     * Tells a folder that holds something else from one that a batch may use.
     *
     * @param folder may be missing
     * @return whether it is no folder, or has files in it and none of a batch
     * @throws EnvironmentFault if it cannot be read
     */
    public static boolean isForeign(Path folder) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return !Files.exists(folder.resolve(LOCK)) && entries.iterator().hasNext();
        } catch (NoSuchFileException fresh) {
            return false;
        } catch (NotDirectoryException file) {
            // or there is a file where a folder around it should be
            return Files.exists(folder);
        } catch (IOException cause) {
            throw new EnvironmentFault(
                    "cannot read " + folder + ": " + EnvironmentFault.reason(cause), "name another folder");
        }
    }

    /**
     * Opens a folder, and tidies up after a grader that was ended in the middle of its work.
     *
     * @param folder is made if it is missing
     * @param settings to keep for the next start, by name
     * @param clock for the journal
     * @return the folder, which is to be closed
     * @throws EnvironmentFault if it cannot be written, or another grader has it open
     */
    public static BatchFolder open(Path folder, Map<String, String> settings, InstantSource clock) {
        return open(folder, settings, clock, new Disk());
    }

    static BatchFolder open(Path folder, Map<String, String> settings, InstantSource clock, Disk disk) {
        Path absolute = folder.toAbsolutePath().normalize();
        List<AutoCloseable> opened = new ArrayList<>();
        try {
            disk.makeFolder(absolute);
            FileChannel lock = lock(absolute);
            opened.add(lock);
            ResultStore store = ResultStore.open(absolute.resolve(RESULTS), disk);
            removeLeftScratch(absolute.resolve(JOURNAL));
            Journal journal = Journal.open(absolute.resolve(JOURNAL), clock, disk);
            opened.add(journal);
            Workspace scratch = Workspace.create(false);
            opened.add(scratch);
            journal.add(Journal.Event.OPENED, "", scratch.folder().toString(), Duration.ZERO);
            String about = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(new TreeMap<>(settings));
            disk.replace(absolute.resolve(ABOUT), out -> out.write(about + "\n"));
            return new BatchFolder(absolute, lock, disk, store, journal, scratch);
        } catch (IOException cause) {
            opened.forEach(BatchFolder::closeQuietly);
            throw new EnvironmentFault(
                    "cannot write to " + folder + ": " + EnvironmentFault.reason(cause),
                    "make room there, or let --output name a folder that can be written to");
        } catch (RuntimeException fault) {
            opened.forEach(BatchFolder::closeQuietly);
            throw fault;
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock taken;
        try {
            taken = channel.tryLock();
        } catch (OverlappingFileLockException ofThisProcess) {
            taken = null;
        }
        if (taken == null) {
            channel.close();
            throw new EnvironmentFault(
                    "another procgrade is grading into " + folder,
                    "wait for its end, or let --output name another folder");
        }
        return channel;
    }

    /** Nobody else has the folder open, so whoever made those temporary files is gone. */
    private static void removeLeftScratch(Path journal) throws IOException {
        List<Path> left = new ArrayList<>();
        Journal.read(journal, EnumSet.of(Journal.Event.OPENED, Journal.Event.CLOSED), entry -> {
            if (entry.event() == Journal.Event.OPENED) {
                left.add(Path.of(entry.detail()));
            } else if (entry.event() == Journal.Event.CLOSED) {
                left.clear();
            }
        });
        left.stream()
                .filter(path -> path.getFileName().toString().startsWith("procgrade-"))
                .forEach(Workspace::remove);
    }

    private static void closeQuietly(AutoCloseable each) {
        try {
            each.close();
        } catch (Exception second) {
            // there is a fault already, and that is the one to tell
            return;
        }
    }

    static EnvironmentFault cannotKeep(IOException cause) {
        return new EnvironmentFault(
                "cannot keep a result: " + EnvironmentFault.reason(cause),
                "make room or give rights there, then start the same command again: what is graded stays");
    }

    /** {@return where it is; absolute} */
    public Path folder() {
        return folder;
    }

    /** {@return folder for temporary files, gone when this is closed; absolute} */
    public Path scratch() {
        return scratch.folder();
    }

    /** {@return what came of the hand-ins} */
    public ResultStore results() {
        return store;
    }

    /** Writes a text piece by piece, so that it need not fit into memory. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes all of it.
         *
         * @param out where to, as UTF-8; it is not to be closed
         * @throws IOException if it cannot be written
         */
        void writeTo(Writer out) throws IOException;
    }

    /**
     * Writes a file for readers, and the folder it is in. Whenever the power fails, either the old or the new one is there as a whole.
     *
     * @param name of the file
     * @param content of the file
     * @throws EnvironmentFault if it cannot be written
     */
    public void write(String name, Content content) {
        Path file = folder.resolve(name);
        try {
            disk.makeFolder(file.getParent());
            disk.replace(file, content);
        } catch (IOException cause) {
            throw new EnvironmentFault(
                    "cannot write " + file + ": " + EnvironmentFault.reason(cause),
                    "make room or give rights there, then start the same command again: what is graded stays");
        }
    }

    /**
     * Writes a file for readers like {@link #write}, unless it is as it should be already.
     *
     * @param name of the file
     * @param text of the file
     * @throws EnvironmentFault if it cannot be written
     */
    public void update(String name, String text) {
        Path file = folder.resolve(name);
        try {
            if (Files.isRegularFile(file) && Files.readString(file).equals(text)) {
                return;
            }
        } catch (IOException unreadable) {
            // what cannot be read is not as it should be
        }
        write(name, out -> out.write(text));
    }

    /**
     * Lets a file that belongs to a result appear in a second place, without a second copy where the file system can do
     * that.
     *
     * @param original the file, which is never changed, only replaced
     * @param name of the second place
     * @throws EnvironmentFault if it cannot be written
     */
    public void publish(Path original, String name) {
        Path place = folder.resolve(name);
        try {
            if (Files.exists(place) && Files.isSameFile(original, place)) {
                return;
            }
            disk.makeFolder(place.getParent());
            Path unfinished = place.resolveSibling(".new-" + place.getFileName());
            Files.deleteIfExists(unfinished);
            try {
                Files.createLink(unfinished, original);
            } catch (IOException | UnsupportedOperationException noLinks) {
                Files.copy(original, unfinished);
            }
            disk.moveOver(unfinished, place);
        } catch (IOException cause) {
            throw new EnvironmentFault(
                    "cannot write " + place + ": " + EnvironmentFault.reason(cause), "make room or give rights there");
        }
    }

    /**
     * Removes files for readers that an earlier start wrote and that would be taken for results of now: pages of students
     * who have left, of submissions without a current result.
     *
     * @param place name of the folder; may be missing. Only files that are named like keys go
     * @param current whether a file, by its name with that of the folder, stays
     * @throws EnvironmentFault if one cannot be removed
     */
    public void retain(String place, Predicate<String> current) {
        Path within = folder.resolve(place);
        if (!Files.isDirectory(within)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(within)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (PAGE.matcher(name).matches() && !current.test(place + "/" + name)) {
                    Files.delete(file);
                }
            }
        } catch (IOException | DirectoryIteratorException cause) {
            throw new EnvironmentFault(
                    "cannot remove an old page from " + within + ": "
                            + EnvironmentFault.reason(
                                    cause instanceof IOException fault ? fault : (IOException) cause.getCause()),
                    "give rights there, then start the same command again: what is graded stays");
        }
    }

    /**
     * Removes a file for readers that an earlier start wrote.
     *
     * @param name of the file
     * @return whether there was one
     * @throws EnvironmentFault if it cannot be removed
     */
    public boolean remove(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.deleteIfExists(file);
        } catch (IOException cause) {
            throw new EnvironmentFault(
                    "cannot remove " + file + ": " + EnvironmentFault.reason(cause), "give rights there");
        }
    }

    Disk disk() {
        return disk;
    }

    Journal journal() {
        return journal;
    }

    void readJournal(Set<Journal.Event> events, Consumer<Journal.Entry> reader) throws IOException {
        Journal.read(folder.resolve(JOURNAL), events, reader);
    }

    /** Closes it in order. */
    @Override
    public void close() {
        scratch.close();
        try (lock;
                journal) {
            journal.add(Journal.Event.CLOSED, "", "", Duration.ZERO);
        } catch (IOException cause) {
            // the next start only finds a bit more to tidy up
            return;
        }
    }
}
