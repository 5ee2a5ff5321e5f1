package procgrade.assignment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The folder of an assignment without mistakes, until a test makes one. */
public final class AssignmentFolder {
    private final Path folder;

    private AssignmentFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes a whole assignment with the given main class and file. */
    public static AssignmentFolder create(Path folder, String title, String javaMain, String pythonMain) {
        return new AssignmentFolder(folder)
                .file("README.md", "\n# " + title + "\n\ntext\n")
                .file("assignment.properties", "# names\njava=" + javaMain + "\npython = " + pythonMain + "\n")
                .file("skeleton/" + javaMain + ".java", "class " + javaMain + " {}")
                .file("skeleton/" + pythonMain, "pass")
                .file("rubric/" + javaMain + "Rubric.java", "class " + javaMain + "Rubric {}");
    }

    /** Pi with master and workers. */
    public static AssignmentFolder piMw(Path root) {
        return create(root.resolve("pi_mw"), "Pi", "PiMw", "pi_mw.py");
    }

    public AssignmentFolder file(String path, String content) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return this;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    public AssignmentFolder without(String path) {
        try (Stream<Path> files = Files.walk(folder.resolve(path))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
            return this;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** A line after the others in assignment.properties, which is the fourth. */
    public AssignmentFolder line(String line) {
        return file("assignment.properties", "# names\njava=PiMw\npython=pi_mw.py\n" + line + "\n");
    }

    public Path path() {
        return folder;
    }
}
