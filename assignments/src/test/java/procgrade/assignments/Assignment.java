package procgrade.assignments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder of one assignment, as a student finds it. */
record Assignment(Path folder) {
    private static final Pattern LIMIT = Pattern.compile("Every run must end within ([0-9]+) seconds\\.");

    /** All that there are: every folder of this module but the build's own. */
    static List<Assignment> all() {
        return in(Path.of("")).stream()
                .filter(path -> Files.isDirectory(path) && !isOfTheBuild(path.toString()))
                .map(Assignment::new)
                .toList();
    }

    private static boolean isOfTheBuild(String name) {
        return name.startsWith(".") || name.equals("src") || name.equals("target");
    }

    /** The source that a student of Java begins with. */
    Path javaSkeleton() {
        return onlySkeleton(".java");
    }

    /** The source that a student of Python begins with. */
    Path pythonSkeleton() {
        return onlySkeleton(".py");
    }

    private Path onlySkeleton(String suffix) {
        List<Path> files = in(folder.resolve("skeleton")).stream()
                .filter(file -> file.toString().endsWith(suffix))
                .toList();
        if (files.size() != 1) {
            throw new AssertionError(folder + " needs one skeleton *" + suffix + ", found " + files);
        }
        return files.get(0);
    }

    /** The solution in Java that this folder has of its own; null if a lecture program is the solution. */
    Path javaReference() {
        return existing(folder.resolve("reference").resolve(mainClass() + ".java"));
    }

    /** The solution in Python that this folder has of its own; null if a lecture program is the solution. */
    Path pythonReference() {
        return existing(folder.resolve("reference").resolve(pythonSkeleton().getFileName()));
    }

    /** The source of the rubric. */
    Path rubric() {
        List<Path> files = in(folder.resolve("rubric"));
        if (files.size() != 1 || !files.get(0).toString().endsWith("Rubric.java")) {
            throw new AssertionError(folder + " needs one rubric/*Rubric.java, found " + files);
        }
        return files.get(0);
    }

    /** The planted submissions, all of one file, in both languages. */
    List<BadSubmission> badSubmissions() {
        String script = pythonSkeleton().getFileName().toString();
        return Stream.of("java", "python")
                .flatMap(language -> in(folder.resolve("bad").resolve(language)).stream()
                        .map(bad -> bad.resolve(language.equals("java") ? mainClass() + ".java" : script)))
                .map(BadSubmission::read)
                .toList();
    }

    private static Path existing(Path file) {
        return Files.exists(file) ? file : null;
    }

    /** The class that the Java program is started by. */
    String mainClass() {
        return javaSkeleton().getFileName().toString().replace(".java", "");
    }

    /** What the student reads. */
    String statement() {
        return read(folder.resolve("README.md"));
    }

    /** The commands that the statement shows with their output, in both languages. */
    List<Example> examples() {
        return Example.in(statement());
    }

    /** How long a run may take, as the statement says. */
    Duration timeLimit() {
        var limit = LIMIT.matcher(statement());
        if (!limit.find()) {
            throw new AssertionError(folder + "/README.md has no sentence '" + LIMIT + "'");
        }
        return Duration.ofSeconds(Long.parseLong(limit.group(1)));
    }

    private static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder's name, which is the name of the assignment. */
    @Override
    public String toString() {
        return folder.toString();
    }
}
