package procgrade.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/**
 * Where procgrade keeps what it can make again: {@code PROCGRADE_CACHE}, or {@code procgrade} in the user's cache folder
 * (XDG base directory specification). An empty {@code PROCGRADE_CACHE} switches keeping off.
 */
final class CacheFolder {
    private static final String VARIABLE = "PROCGRADE_CACHE";

    private CacheFolder() {}

    /** The folder, which perhaps does not exist yet; empty if nothing shall be kept. */
    static Optional<Path> of(Map<String, String> environment, String userHome) {
        String chosen = environment.get(VARIABLE);
        if (chosen != null) {
            return chosen.isEmpty() ? Optional.empty() : Optional.of(Path.of(chosen));
        }
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        // "all paths must be absolute. If an implementation encounters a relative path [it] should ignore it"
        Path base = cache.startsWith("/") ? Path.of(cache) : Path.of(userHome, ".cache");
        return base.isAbsolute() ? Optional.of(base.resolve("procgrade")) : Optional.empty();
    }

    /**
     * Gives a finished folder its name. Of two that do it at the same time one comes second and leaves it at that: both
     * have made the same.
     *
     * @throws IOException if nobody has made it
     */
    static void publish(Path finished, Path name) throws IOException {
        try {
            Files.move(finished, name, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException second) {
            if (!Files.isDirectory(name)) {
                throw second;
            }
        }
    }
}
