package procgrade.assignment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the folder of an assignment and checks that nothing is missing in it. */
public final class AssignmentReader {
    /** The file that makes a folder an assignment. */
    static final String PROPERTIES = "assignment.properties";

    private static final Duration RUN_LIMIT = Duration.ofSeconds(60);
    private static final long MEMORY_MEBIBYTES = 4096;
    private static final long OUTPUT_MEBIBYTES = 16;
    private static final int PROCESSES = 128;

    private final Path folder;
    private final List<String> problems = new ArrayList<>();
    private final Settings settings;

    private AssignmentReader(Path folder) {
        this.folder = folder;
        this.settings = Settings.read(folder.resolve(PROPERTIES), problems);
    }

    /**
     * Reads an assignment.
     *
     * @param folder with {@code README.md}, {@code assignment.properties}, {@code skeleton/} and {@code rubric/}
     * @return the assignment
     * @throws AssignmentFault with file and line of everything that is wrong or missing
     */
    public static Assignment read(Path folder) {
        return new AssignmentReader(folder.toAbsolutePath().normalize()).read();
    }

    private Assignment read() {
        String title = title();
        String javaMain = settings.text("java", "[A-Za-z_][A-Za-z0-9_]*", "the name of a class without its package");
        String pythonMain = settings.text("python", "[A-Za-z0-9_-]+\\.py", "the name of a file that ends in .py");
        Assignment assignment = new Assignment(
                folder.getFileName().toString(),
                title,
                folder,
                javaMain,
                pythonMain,
                Duration.ofSeconds(settings.number("run.seconds", RUN_LIMIT.toSeconds(), 86_400)),
                settings.number("memory.mebibytes", MEMORY_MEBIBYTES, 1 << 20) << 20,
                settings.number("output.mebibytes", OUTPUT_MEBIBYTES, 1 << 20) << 20,
                (int) settings.number("processes", PROCESSES, 1 << 16),
                rubricSources(),
                references(Map.of(Language.JAVA, javaMain + Language.JAVA.ending(), Language.PYTHON, pythonMain)),
                sequentials(),
                badSubmissions());
        if (problems.isEmpty()) {
            checkSkeleton(assignment);
        }
        if (!problems.isEmpty()) {
            throw new AssignmentFault(problems);
        }
        return assignment;
    }

    private String title() {
        Path statement = folder.resolve("README.md");
        try (Stream<String> lines = Files.lines(statement)) {
            Optional<String> heading =
                    lines.filter(line -> line.matches("#\\s+\\S.*")).findFirst();
            if (heading.isEmpty()) {
                problems.add(statement + ":1: there is no heading: begin the statement with '# ' and its title");
            }
            return heading.map(line -> line.substring(1).strip()).orElse("");
        } catch (IOException | UncheckedIOException cause) {
            problems.add(statement + ": cannot be read: an assignment begins with its statement, in UTF-8");
            return "";
        }
    }

    private List<Path> rubricSources() {
        Path rubric = folder.resolve("rubric");
        List<Path> sources = list(rubric).stream()
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
        if (sources.stream().noneMatch(file -> file.toString().endsWith("Rubric.java"))) {
            problems.add(rubric + ": there is no rubric: write a class in a file that ends in Rubric.java");
        }
        return sources;
    }

    /** Those that are there. A folder that nobody has named may have a solution in one language only, or in none. */
    private Map<Language, Path> references(Map<Language, String> mainFiles) {
        Map<Language, Path> references = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            String key = "reference." + language.key();
            Optional<Path> named = settings.path(key, folder);
            Path reference = named.orElse(folder.resolve("reference"));
            if (named.isPresent() && !Files.isDirectory(reference)) {
                settings.complain(key, "there is no folder " + reference + ": name the one with the solution");
            } else if (holds(reference, mainFiles.get(language))) {
                references.put(language, reference);
            } else if (named.isPresent()) {
                settings.complain(
                        key,
                        "there is no " + mainFiles.get(language) + " in " + reference
                                + ": name the folder with the solution");
            }
        }
        return references;
    }

    private boolean holds(Path directory, String name) {
        if (Files.isRegularFile(directory.resolve(name))) {
            return true;
        }
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.anyMatch(file -> file.getFileName().toString().equals(name));
        } catch (IOException | UncheckedIOException cause) {
            problems.add(directory + ": cannot be read: let its owner make it readable");
            return false;
        }
    }

    private Map<Language, Path> sequentials() {
        Map<Language, Path> sequentials = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            String key = "sequential." + language.key();
            settings.path(key, folder).ifPresent(file -> {
                if (Files.isRegularFile(file) && file.toString().endsWith(language.ending())) {
                    sequentials.put(language, file);
                } else {
                    settings.complain(
                            key,
                            "there is no " + language.title() + " source file " + file
                                    + ": name the sequential program");
                }
            });
        }
        return sequentials;
    }

    private Map<Language, List<Path>> badSubmissions() {
        Map<Language, List<Path>> bad = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            bad.put(
                    language,
                    list(folder.resolve("bad").resolve(language.key())).stream()
                            .filter(Files::isDirectory)
                            .toList());
        }
        return bad;
    }

    private void checkSkeleton(Assignment assignment) {
        for (Language language : Language.values()) {
            Path file = assignment.skeleton().resolve(assignment.mainFile(language));
            if (!Files.isRegularFile(file)) {
                problems.add(file + ": is missing: add what students start from, or correct '" + language.key()
                        + "' in " + PROPERTIES);
            }
        }
    }

    private List<Path> list(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        } catch (IOException cause) {
            problems.add(directory + ": cannot be read: let its owner make it readable");
            return List.of();
        }
    }
}
