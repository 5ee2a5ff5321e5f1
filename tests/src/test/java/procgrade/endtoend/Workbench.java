package procgrade.endtoend;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** A folder with submissions for the assignment start_join, and a folder for temporary files that is empty at first. */
final class Workbench {
    /** The shortest check of the assignment. */
    static final String ONE_CHECK = "prints_the_steps_of_both_in_order";

    private final Home home;
    private final Path folder;
    private final Path temporary;

    Workbench(Path folder) throws IOException {
        this(Home.ofThisBuild(), folder);
    }

    Workbench(Home home, Path folder) throws IOException {
        this.home = home;
        this.folder = folder;
        this.temporary = Files.createDirectory(folder.resolve("tmp"));
    }

    /** Where temporary files go. */
    Path temporary() {
        return temporary;
    }

    /** A file or folder on it. */
    Path path(String name) {
        return folder.resolve(name);
    }

    /** The Python reference in a new folder. */
    Path python(String name) throws IOException {
        return copy("reference/start_join.py", name);
    }

    /** The Java reference in a new folder. */
    Path java(String name) throws IOException {
        return copy("reference/StartJoin.java", name);
    }

    /** A program that does a half of the task, in a new folder. */
    Path skeleton(String name) throws IOException {
        return copy("skeleton/start_join.py", name);
    }

    private Path copy(String file, String name) throws IOException {
        Path submission = Files.createDirectories(folder.resolve(name));
        Path original = home.path("assignments/start_join").resolve(file);
        Files.copy(
                original, submission.resolve(original.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
        return submission;
    }

    /** Writes a file of a submission. */
    Path file(String name, String content, Charset encoding) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content, encoding);
    }

    /** The text of a file of the assignment. */
    String original(String name) throws IOException {
        return Files.readString(home.path("assignments/start_join").resolve(name), StandardCharsets.UTF_8);
    }

    /** A course with a copy of the assignment, for a test to make mistakes in. */
    Path course() throws IOException {
        Path original = home.path("assignments/start_join");
        Path course = folder.resolve("course");
        for (String name : List.of(
                "README.md",
                "assignment.properties",
                "rubric/StartJoinRubric.java",
                "skeleton/StartJoin.java",
                "skeleton/start_join.py")) {
            Path copy = course.resolve("start_join").resolve(name);
            Files.createDirectories(copy.getParent());
            Files.copy(original.resolve(name), copy);
        }
        return course;
    }

    /** Grades with one check only. */
    Command check(String... arguments) {
        var words = new ArrayList<>(List.of("check", "--only", ONE_CHECK));
        words.addAll(List.of(arguments));
        return procgrade(words.toArray(String[]::new));
    }

    /** Any command, in the folder. */
    Command procgrade(String... arguments) {
        return home.procgrade(arguments).in(folder).with("TMPDIR", temporary.toString());
    }
}
