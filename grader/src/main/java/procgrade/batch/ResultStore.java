package procgrade.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import procgrade.gradebook.Row;
import procgrade.gradebook.RowJson;

/**
 * The results of a class, a folder for each hand-in. A folder gets its name only when all that belongs in it is on the
 * disk; then the old one goes. So whenever the grader ends, each hand-in has its old result or its new one, and never a
 * part of either. Several threads may use it at the same time, for different hand-ins.
 */
public final class ResultStore {
    /** The file of a folder that says what came of the hand-in. */
    public static final String ROW = "row.json";

    /** No key of a hand-in begins with a dot. Inside of these folders each hand-in has its own name. */
    private static final String UNFINISHED = ".new";

    private static final String REPLACED = ".old";
    private static final Pattern STORED = Pattern.compile(
            "\\{\"key\":\"(?<key>[0-9a-f]{32})\",\"content\":\"(?<content>[0-9a-f]*)\",\"row\":(?<row>\\{.*\\})\\}\\R?",
            Pattern.DOTALL);

    private final Path folder;
    private final Disk disk;

    ResultStore(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /**
     * Opens what is kept in a folder, and tidies up after a grader that was ended in the middle of its work.
     *
     * @param folder is made if it is missing
     * @param disk what to do the work with
     * @return the results
     * @throws IOException if it cannot be read or written
     */
    static ResultStore open(Path folder, Disk disk) throws IOException {
        disk.makeFolder(folder);
        ResultStore store = new ResultStore(folder, disk);
        store.recover();
        return store;
    }

    private void recover() throws IOException {
        disk.remove(folder.resolve(UNFINISHED));
        Path replaced = folder.resolve(REPLACED);
        if (Files.isDirectory(replaced)) {
            for (Path former : entries(replaced)) {
                Path current = folder.resolve(former.getFileName());
                if (Files.exists(current)) {
                    disk.remove(former);
                } else {
                    disk.move(former, current);
                }
            }
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        }
        return entries;
    }

    /**
     * The folder of a hand-in's result.
     *
     * @param key of the hand-in
     * @return the folder, which exists if there is a result
     */
    public Path folder(String key) {
        return folder.resolve(key);
    }

    /** Whether anything is known about a hand-in. */
    boolean has(String key) {
        return Files.exists(folder(key).resolve(ROW));
    }

    /**
     * What is known about a hand-in.
     *
     * @param key of the hand-in
     * @return its result; empty if there is none, or none that can be read
     */
    public Optional<Stored> read(String key) {
        try {
            return parse(Files.readString(folder(key).resolve(ROW), StandardCharsets.UTF_8));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            // a disk that lost it: it is made again
            return Optional.empty();
        }
    }

    private static Optional<Stored> parse(String text) {
        Matcher matcher = STORED.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Stored(matcher.group("key"), matcher.group("content"), RowJson.read(matcher.group("row"))));
        } catch (IllegalArgumentException noRow) {
            return Optional.empty();
        }
    }

    private static String text(Stored stored) {
        return "{\"key\":\"" + stored.batchKey() + "\",\"content\":\"" + stored.content() + "\",\"row\":"
                + RowJson.write(stored.row()) + "}\n";
    }

    /**
     * Begins a result.
     *
     * @param key of the hand-in
     * @return an empty folder for all that belongs to it, named like the key
     * @throws IOException if there is no room
     */
    Path begin(String key) throws IOException {
        Path unfinished = folder.resolve(UNFINISHED).resolve(key);
        disk.remove(unfinished);
        disk.makeFolder(unfinished);
        return unfinished;
    }

    /**
     * Keeps the result that was begun, in place of an older one.
     *
     * @param stored what came of the hand-in
     * @throws IOException if it cannot be written; then the older one is still there, or will be after the next start
     */
    void commit(Stored stored) throws IOException {
        String key = stored.row().key();
        Path unfinished = folder.resolve(UNFINISHED).resolve(key);
        Path replaced = folder.resolve(REPLACED).resolve(key);
        disk.write(unfinished.resolve(ROW), out -> out.write(text(stored)));
        disk.forceAll(unfinished);
        boolean older = Files.exists(folder(key));
        if (older) {
            disk.makeFolder(replaced.getParent());
            disk.move(folder(key), replaced);
        }
        disk.move(unfinished, folder(key));
        disk.force(folder);
        if (older) {
            disk.remove(replaced);
        }
    }

    /**
     * Gives up a result that was begun.
     *
     * @param key of the hand-in
     * @throws IOException if its folder cannot be removed
     */
    void discard(String key) throws IOException {
        disk.remove(folder.resolve(UNFINISHED).resolve(key));
    }

    /**
     * Replaces what came of a hand-in and keeps what was recorded, after it has been judged again.
     *
     * @param stored what comes of it now
     * @throws IOException if it cannot be written; then the older one is still there
     */
    void rejudged(Stored stored) throws IOException {
        Row row = stored.row();
        disk.replace(folder(row.key()).resolve(ROW), out -> out.write(text(stored)));
    }
}
