package procgrade.assignment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An assignment, as its folder says.
 *
 * @param id name of the folder, such as {@code pi_mw}
 * @param title first heading of the statement
 * @param folder absolute
 * @param javaMain simple name of the class with {@code main}, such as {@code PiMw}
 * @param pythonMain name of the file that is run, such as {@code pi_mw.py}
 * @param runLimit how long one run of a program may take
 * @param memoryBytes how much memory the processes of a run may have together
 * @param outputBytes how much a run may write
 * @param processes how many processes may be alive at the same time
 * @param rubricSources the files {@code rubric/*Rubric.java} and others in that folder, sorted; at least one
 * @param references folders with a full solution; only of languages that have one
 * @param sequentials source files of the sequential program that speedups are compared with; only of languages that
 *     have one. Files next to it may belong to it
 * @param bad folders with programs that misbehave as their name says, sorted; of each language, perhaps none
 */
public record Assignment(
        String id,
        String title,
        Path folder,
        String javaMain,
        String pythonMain,
        Duration runLimit,
        long memoryBytes,
        long outputBytes,
        int processes,
        List<Path> rubricSources,
        Map<Language, Path> references,
        Map<Language, Path> sequentials,
        Map<Language, List<Path>> bad) {
    /** Copies the collections. */
    public Assignment {
        rubricSources = List.copyOf(rubricSources);
        references = Map.copyOf(references);
        sequentials = Map.copyOf(sequentials);
        Map<Language, List<Path>> copy = new TreeMap<>();
        bad.forEach((language, folders) -> copy.put(language, List.copyOf(folders)));
        bad = Map.copyOf(copy);
    }

    /**
     * The file a solution begins in.
     *
     * @param language of the solution
     * @return {@code PiMw.java} or {@code pi_mw.py}
     */
    public String mainFile(Language language) {
        return language == Language.JAVA ? javaMain + language.ending() : pythonMain;
    }

    /**
     * What a solution begins with, as its builder wants to know it.
     *
     * @param language of the solution
     * @return the class {@code PiMw} or the file {@code pi_mw.py}
     */
    public String main(Language language) {
        return language == Language.JAVA ? javaMain : pythonMain;
    }

    /** {@return the folder with the unfinished programs that students start from} */
    public Path skeleton() {
        return folder.resolve("skeleton");
    }

    /** {@return the statement} */
    public Path statement() {
        return folder.resolve("README.md");
    }
}
