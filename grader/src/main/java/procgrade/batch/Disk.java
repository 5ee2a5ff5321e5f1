package procgrade.batch;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import procgrade.engine.Workspace;

/** The steps that change what is kept, each of which may be the last one before the power fails. */
class Disk {
    /** Makes a folder and those around it. */
    void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
    }

    /** Writes a file, and waits until the disk has it. */
    void write(Path file, BatchFolder.Content content) throws IOException {
        // unlike that of Files, this writer puts a question mark where there is half of a character
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8))) {
            content.writeTo(out);
        }
        force(file);
    }

    /** Gives a file or folder another name, in one step. */
    void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Waits until the disk has a file, or which names a folder has in it. */
    void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Waits until the disk has what was added to a file. */
    void forceAdded(FileChannel file) throws IOException {
        file.force(false);
    }

    /** Removes a folder with all that is in it. */
    void remove(Path folder) throws IOException {
        Workspace.remove(folder);
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("cannot remove " + folder);
        }
    }

    /** Waits until the disk has a folder with all that is in it. */
    final void forceAll(Path folder) throws IOException {
        List<Path> all;
        try (var below = Files.walk(folder)) {
            all = below.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                            || Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        } catch (UncheckedIOException cause) {
            throw cause.getCause();
        }
        for (Path each : all) {
            force(each);
        }
    }

    /** Writes a file so that, whenever the power fails, either the old or the new one is there as a whole. */
    final void replace(Path file, BatchFolder.Content content) throws IOException {
        Path unfinished = file.resolveSibling(".new-" + file.getFileName());
        try {
            write(unfinished, content);
        } catch (IOException | RuntimeException fault) {
            Files.deleteIfExists(unfinished);
            throw fault;
        }
        moveOver(unfinished, file);
        force(file.toAbsolutePath().getParent());
    }

    /** Like {@link #move}, but a file that is there is replaced. */
    void moveOver(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
