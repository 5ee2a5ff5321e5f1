package procgrade.engine;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import procgrade.assignment.Assignment;
import procgrade.assignment.AssignmentFault;
import procgrade.rubric.CheckDeclaration;
import procgrade.submission.EnvironmentFault;

/**
 * What decides, besides a submission and a seed, what comes of its grading: tells gradings apart that may differ.
 *
 * @param points what the whole rubric is worth
 * @param fingerprint of the assignment's rubric, settings and programs and of this grader, 32 hexadecimal digits
 */
public record RubricEdition(double points, String fingerprint) {
    /**
     * Compiles and loads the rubric, and reads all that belongs to it.
     *
     * @param assignment whose rubric
     * @param setup of the machine
     * @return the edition
     * @throws AssignmentFault if the assignment has mistakes
     * @throws EnvironmentFault if something cannot be read, or there is no room
     */
    public static RubricEdition of(Assignment assignment, GraderSetup setup) {
        try (Workspace workspace = Workspace.create(false);
                RubricLoading loading = RubricLoading.start(assignment, setup.cache(), workspace)) {
            double points = loading.result().rubric().checks().stream()
                    .mapToDouble(CheckDeclaration::points)
                    .sum();
            return new RubricEdition(
                    points, fingerprint(assignment, setup.tools().library()));
        }
    }

    /**
     * The fingerprint alone, for which nothing has to be compiled or tried out.
     *
     * @param assignment whose rubric
     * @param library the jar of the library {@code multiprocessing}
     * @return 32 hexadecimal digits
     * @throws EnvironmentFault if something cannot be read
     */
    public static String fingerprint(Assignment assignment, Path library) {
        try {
            Fingerprint fingerprint = new Fingerprint();
            fingerprint.with(assignment.id()).with(assignment.folder().resolve("rubric"));
            // statement and skeleton decide nothing, nor does where all of it is
            fingerprint.with(assignment.javaMain()).with(assignment.pythonMain());
            fingerprint.with(assignment.runLimit().toString());
            fingerprint.with(Long.toString(assignment.memoryBytes()));
            fingerprint.with(Long.toString(assignment.outputBytes()));
            fingerprint.with(Integer.toString(assignment.processes()));
            for (Path reference : new TreeMap<>(assignment.references()).values()) {
                fingerprint.with(reference);
            }
            for (Path sequential : new TreeMap<>(assignment.sequentials()).values()) {
                fingerprint.with(sequential);
            }
            addClasses(fingerprint, ownClasses());
            addClasses(fingerprint, library);
            return fingerprint.toString();
        } catch (IOException cause) {
            throw new EnvironmentFault(
                    "cannot read the assignment " + assignment.id() + ": " + EnvironmentFault.reason(cause),
                    "let its owner make all files below " + assignment.folder() + " readable");
        }
    }

    private static Path ownClasses() {
        try {
            URI place = RubricEdition.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            return Path.of(place);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("the class path has a place that is none", impossible);
        }
    }

    /** Names and sums of the classes: a jar that was only built again has other times in it, but the same classes. */
    private static void addClasses(Fingerprint fingerprint, Path classes) throws IOException {
        if (Files.isDirectory(classes)) {
            fingerprint.with(classes);
            return;
        }
        try (ZipFile jar = new ZipFile(classes.toFile())) {
            Collections.list(jar.entries()).stream()
                    .filter(entry -> !entry.getName().startsWith("META-INF/"))
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .forEach(entry -> fingerprint.with(entry.getName()).with(Long.toHexString(entry.getCrc())));
        }
    }
}
