package procgrade.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a sandbox shows of the file system: everything, read-only, but for some folders that are hidden under empty
 * ones, in which single files and folders appear again at their places.
 */
final class Mounts {
    private static final Set<String> PROGRAM_FOLDERS = Set.of("bin", "sbin", "shims");
    private static final List<Path> NEVER_HIDDEN = List.of(
            Path.of("/usr/bin"), Path.of("/etc"), Path.of("/bin"), Path.of("/lib"), Path.of("/proc"), Path.of("/dev"));

    /** The sandbox makes its own, with an empty {@code /dev/shm}. */
    private static final Path DEVICES = Path.of("/dev");

    private final Set<Path> hidden = new LinkedHashSet<>();
    private final Map<Path, Boolean> writable = new LinkedHashMap<>();

    /** What appears at a place of which it is a copy. */
    private final Map<Path, Path> copies = new HashMap<>();

    /** Hides those of the folders that there are, unless nothing would work without them. */
    Mounts(Collection<Path> folders) {
        for (Path folder : folders) {
            Path real = real(folder);
            boolean needed = NEVER_HIDDEN.stream().anyMatch(path -> path.startsWith(real));
            if (Files.isDirectory(real) && !needed) {
                hidden.add(real);
            }
        }
    }

    Mounts readOnly(Path path) {
        return show(path, false);
    }

    Mounts writable(Path path) {
        return show(path, true);
    }

    /** Shows a copy of a folder at the folder's own place. */
    Mounts writable(Path path, Path copy) {
        Path absolute = path.toAbsolutePath().normalize();
        if (!copy.equals(path)) {
            copies.put(absolute, copy.toAbsolutePath());
            copies.put(real(absolute), copy.toAbsolutePath());
        }
        return writable(path);
    }

    private Mounts show(Path path, boolean forWriting) {
        Path absolute = path.toAbsolutePath().normalize();
        Path real = real(absolute);
        // what is visible anyway needs a mount only to be written to
        if (forWriting || isHidden(real)) {
            writable.merge(real, forWriting, Boolean::logicalOr);
        }
        // a path through a link in a hidden folder leads nowhere, unless it is there itself
        if (!absolute.equals(real) && isHidden(absolute)) {
            writable.merge(absolute, forWriting, Boolean::logicalOr);
        }
        return this;
    }

    /** Shows what a program needs that lies around its executable file, such as the home of a Java. */
    Mounts program(Path executable) {
        Path absolute = executable.toAbsolutePath().normalize();
        Path real = real(absolute);
        readOnly(installation(real));
        if (!absolute.equals(real)) {
            Path around = installation(absolute);
            readOnly(Files.exists(around.resolve("pyvenv.cfg")) ? around : parent(absolute));
        }
        return this;
    }

    /** {@code X} of {@code X/bin/java}, unless that is a whole hidden folder such as a home. */
    private Path installation(Path executable) {
        Path folder = parent(executable);
        Path above = parent(folder);
        boolean usual = folder.getFileName() != null
                && PROGRAM_FOLDERS.contains(folder.getFileName().toString());
        boolean tooMuch = hidden.stream().anyMatch(path -> path.startsWith(above));
        return usual && !tooMuch ? above : folder;
    }

    private static Path parent(Path path) {
        return path.getParent() == null ? path : path.getParent();
    }

    private boolean isHidden(Path path) {
        return path.startsWith(DEVICES) || hidden.stream().anyMatch(path::startsWith);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException missing) {
            return path.toAbsolutePath().normalize();
        }
    }

    Set<Path> hidden() {
        return hidden;
    }

    /** The options of bubblewrap, which carries them out in their order: outer folders first, so that inner ones count. */
    List<String> options(List<String> sizeOption) {
        Map<Path, List<String>> options = new LinkedHashMap<>();
        for (Path folder : hidden) {
            List<String> words = new ArrayList<>(sizeOption);
            words.addAll(List.of("--tmpfs", folder.toString()));
            options.put(folder, words);
        }
        // of a folder that is to be hidden and shown, the latter is more special: somebody has asked for it
        writable.forEach((path, forWriting) -> options.put(
                path,
                List.of(
                        forWriting ? "--bind" : "--ro-bind",
                        copies.getOrDefault(path, path).toString(),
                        path.toString())));
        return options.entrySet().stream()
                .sorted(Comparator.comparingInt(option -> option.getKey().getNameCount()))
                .flatMap(option -> option.getValue().stream())
                .toList();
    }
}
