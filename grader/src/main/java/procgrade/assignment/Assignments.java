package procgrade.assignment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import procgrade.assignment.Recognition.Recognised;
import procgrade.submission.Submission;
import procgrade.submission.SubmittedFile;

/** The assignments of a course: the folders with an {@code assignment.properties} in one folder. */
public final class Assignments {
    private final TreeMap<String, Path> folders = new TreeMap<>();

    private Assignments() {}

    /**
     * Finds the assignments in a folder. They are read when they are asked for, so a mistake in one spares the others.
     *
     * @param root the folder
     * @return its assignments, perhaps none
     * @throws AssignmentFault if the folder cannot be read
     */
    public static Assignments in(Path root) {
        var found = new Assignments();
        Path absolute = root.toAbsolutePath().normalize();
        try (Stream<Path> entries = Files.list(absolute)) {
            entries.filter(folder -> Files.exists(folder.resolve(AssignmentReader.PROPERTIES)))
                    .forEach(folder -> found.folders.put(folder.getFileName().toString(), folder));
        } catch (IOException cause) {
            throw new AssignmentFault(List.of(absolute + ": cannot be read: name the folder with the assignments"));
        }
        return found;
    }

    /** {@return the names of all assignments, sorted} */
    public List<String> ids() {
        return List.copyOf(folders.keySet());
    }

    /**
     * Reads all assignments that have no mistakes.
     *
     * @param faults to which those of the others are added
     * @return sorted by id
     */
    public List<Assignment> readable(List<AssignmentFault> faults) {
        List<Assignment> assignments = new ArrayList<>();
        for (Path folder : folders.values()) {
            try {
                assignments.add(AssignmentReader.read(folder));
            } catch (AssignmentFault fault) {
                faults.add(fault);
            }
        }
        return assignments;
    }

    /**
     * Reads the assignment that somebody named.
     *
     * @param name as typed: PiMw, pi-mw and pi_mw are the same
     * @return the assignment, if there is one of that name
     * @throws AssignmentFault if it has mistakes
     */
    public Optional<Assignment> find(String name) {
        return folders.entrySet().stream()
                .filter(entry -> Nearest.plain(entry.getKey()).equals(Nearest.plain(name)))
                .findFirst()
                .map(entry -> AssignmentReader.read(entry.getValue()));
    }

    /**
     * What somebody may have meant who named an assignment that does not exist.
     *
     * @param name as typed
     * @return at most three ids, the most similar first
     */
    public List<String> nearest(String name) {
        return Nearest.of(name, folders.keySet(), 3);
    }

    /**
     * Finds out which assignment a submission belongs to. Assignments with mistakes are passed over.
     *
     * @param submission of which the names of its files are looked at
     * @return one assignment, several, or none
     */
    public Recognition recognise(Submission submission) {
        List<Assignment> assignments = readable(new ArrayList<>());
        List<Recognised> candidates = assignments.stream()
                .flatMap(assignment -> recognise(assignment, submission).stream())
                .toList();
        return switch (candidates.size()) {
            case 0 ->
                new Recognition.Unrecognised(assignments.stream()
                        .flatMap(assignment -> mainFiles(assignment).stream().sorted())
                        .toList());
            case 1 -> candidates.get(0);
            default -> new Recognition.Ambiguous(candidates);
        };
    }

    private static Optional<Recognised> recognise(Assignment assignment, Submission submission) {
        Set<String> wanted = mainFiles(assignment);
        return submission.files().stream()
                .filter(file -> wanted.contains(file.name()))
                .map(SubmittedFile::path)
                .findFirst()
                .map(path -> new Recognised(assignment, path));
    }

    private static Set<String> mainFiles(Assignment assignment) {
        return Stream.of(Language.values()).map(assignment::mainFile).collect(Collectors.toSet());
    }
}
