package procgrade.standstill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import procgrade.observe.Observed;

/**
 * Reads files as processes see them, by {@code /proc/PID/root} and {@code /proc/PID/cwd}. To be used while the processes
 * stand still: nobody can then put a named pipe, which would block the reader, in the place of a file.
 */
final class ProcessFiles implements ProgramFiles {
    private static final long MOST_BYTES = 1 << 20;
    private static final int MOST_FILES = 200;
    private static final int DEEPEST = 5;

    @Override
    public Observed<String> text(long pid, String path) {
        try {
            Path file = resolve(pid, path);
            if (Files.notExists(file)) {
                return Observed.gone();
            }
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return Observed.unreadable();
            }
            return Observed.of(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException gone) {
            return Observed.gone();
        } catch (IOException | InvalidPathException cause) {
            return Observed.unreadable();
        }
    }

    @Override
    public Observed<List<String>> pythonFiles(long pid, String folder) {
        Path start = resolve(pid, folder);
        if (!Files.isDirectory(start)) {
            return Observed.of(List.of());
        }
        try (Stream<Path> files = Files.walk(start, DEEPEST)) {
            List<String> found = files.filter(file -> file.toString().endsWith(".py"))
                    .limit(MOST_FILES + 1)
                    .map(file -> folder + "/" + start.relativize(file))
                    .toList();
            return found.size() > MOST_FILES ? Observed.unreadable() : Observed.of(found);
        } catch (IOException | UncheckedIOException cause) {
            return Observed.unreadable();
        }
    }

    private static Path resolve(long pid, String path) {
        return path.startsWith("/")
                ? Path.of("/proc/" + pid + "/root" + path)
                : Path.of("/proc/" + pid + "/cwd").resolve(path);
    }
}
