package procgrade.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import procgrade.build.BuildTools;
import procgrade.build.Builder;
import procgrade.build.Program;
import procgrade.run.Scratch;
import procgrade.submission.Submission;

/**
 * The class files of an assignment's sequential program, kept in the cache folder under the fingerprint of its sources, of
 * the library and of the compiler: else each grading would compile it again, between two runs that are timed. Several
 * graders may use them at the same time. A cache that cannot be used only costs time.
 */
final class KeptClasses {
    private static final String CLASSES = "classes";
    private static final String START = "start.txt";

    private final Optional<Path> kept;
    private final Submission sources;
    private final String main;
    private final BuildTools tools;

    /**
     * The classes of one program.
     *
     * @param cache where to keep them; empty if nowhere
     * @param sources of the program
     * @param main the name of its class
     * @param tools with which they are compiled
     */
    KeptClasses(Optional<Path> cache, Submission sources, String main, BuildTools tools) {
        this.kept = cache.flatMap(folder -> name(sources, main, tools).map(folder.resolve("programs")::resolve));
        this.sources = sources;
        this.main = main;
        this.tools = tools;
    }

    private static Optional<String> name(Submission sources, String main, BuildTools tools) {
        try {
            Fingerprint name = new Fingerprint()
                    .with(main)
                    .with(sources.fingerprint())
                    .with(tools.library())
                    .with(tools.javaHome().toString());
            Path release = tools.javaHome().resolve("release");
            return Optional.of((Files.isRegularFile(release) ? name.with(release) : name).toString());
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * The program, with classes of its own; empty if none are kept.
     *
     * @param work a folder for them; made if it does not exist
     */
    Optional<Program> copiedTo(Path work) {
        if (kept.isEmpty() || !Files.isDirectory(kept.get())) {
            return Optional.empty();
        }
        try {
            List<String> start = Files.readAllLines(kept.get().resolve(START), StandardCharsets.UTF_8);
            copy(kept.get().resolve(CLASSES), work);
            return Optional.of(Builder.compiled(sources, main, start.get(0), start.get(1), work, tools));
        } catch (IOException | IndexOutOfBoundsException | UncheckedIOException damaged) {
            Scratch.remove(work);
            return Optional.empty();
        }
    }

    /** Keeps the classes of a program that has been built. */
    void keep(Program program) {
        if (kept.isEmpty()) {
            return;
        }
        Path unfinished = null;
        try {
            Files.createDirectories(kept.get().getParent());
            unfinished =
                    Files.createTempDirectory(kept.get().getParent(), kept.get().getFileName() + "-");
            copy(Builder.classes(program), unfinished.resolve(CLASSES));
            String folder = sources.folder().relativize(program.folder()).toString();
            Files.write(unfinished.resolve(START), List.of(Builder.mainClass(program), folder));
            CacheFolder.publish(unfinished, kept.get());
        } catch (IOException | UncheckedIOException notWritable) {
            // then the next grading compiles it again
            return;
        } finally {
            Scratch.remove(unfinished);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var below = Files.walk(from)) {
            for (Path each : below.toList()) {
                Path copy = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(each, copy);
                }
            }
        }
    }
}
