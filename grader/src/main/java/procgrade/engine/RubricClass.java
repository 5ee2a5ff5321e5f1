package procgrade.engine;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import procgrade.assignment.Assignment;
import procgrade.assignment.AssignmentFault;
import procgrade.rubric.CheckDeclaration;
import procgrade.rubric.Rubric;
import procgrade.rubric.RubricFault;
import procgrade.rubric.RubricFor;

/** The compiled rubric of an assignment, loaded by a class loader of its own. */
final class RubricClass implements AutoCloseable {
    private static final String CLASS = ".class";

    private final URLClassLoader loader;
    private final Rubric rubric;

    private RubricClass(URLClassLoader loader, Rubric rubric) {
        this.loader = loader;
        this.rubric = rubric;
    }

    /**
     * Loads the one class that says it is the rubric for this assignment.
     *
     * @param assignment the assignment
     * @param classes folder of its compiled sources
     * @return the rubric
     * @throws AssignmentFault if there is none, or several, or one that makes no sense
     */
    static RubricClass load(Assignment assignment, Path classes) {
        URLClassLoader loader = new URLClassLoader(new URL[] {url(classes)}, RubricClass.class.getClassLoader());
        try {
            List<Class<?>> found = new ArrayList<>();
            for (String name : names(classes)) {
                Class<?> type = Class.forName(name, false, loader);
                RubricFor rubricFor = type.getAnnotation(RubricFor.class);
                if (rubricFor != null && rubricFor.value().equals(assignment.id())) {
                    found.add(type);
                }
            }
            if (found.size() != 1) {
                throw new AssignmentFault(List.of(assignment.folder().resolve("rubric") + ": exactly one class needs"
                        + " @RubricFor(\"" + assignment.id() + "\"), and " + found.size() + " have it"));
            }
            return new RubricClass(loader, Rubric.of(found.get(0)));
        } catch (RubricFault fault) {
            close(loader);
            throw new AssignmentFault(List.of(assignment.folder().resolve("rubric") + ": " + fault.getMessage()));
        } catch (ClassNotFoundException | LinkageError | IOException fault) {
            close(loader);
            throw new AssignmentFault(List.of(assignment.folder().resolve("rubric") + ": " + fault));
        }
    }

    private static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("every folder has an address", impossible);
        }
    }

    private static List<String> names(Path classes) throws IOException {
        try (var files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(CLASS) && file.indexOf('$') < 0)
                    .map(file ->
                            file.substring(0, file.length() - CLASS.length()).replace('/', '.'))
                    .sorted()
                    .toList();
        }
    }

    /**
     * The checks to try.
     *
     * @param only ids of those that are wanted; they and those that they need; empty for all
     * @return in the order of the rubric
     * @throws UnknownCheck if an id is none of this rubric
     */
    List<CheckDeclaration> checks(List<String> only) {
        if (only.isEmpty()) {
            return rubric.checks();
        }
        List<String> ids = rubric.checks().stream().map(CheckDeclaration::id).toList();
        only.stream().filter(name -> !ids.contains(name)).findFirst().ifPresent(name -> {
            throw new UnknownCheck(name, ids);
        });
        Set<String> wanted = rubric.withNeeds(Set.copyOf(only));
        return rubric.checks().stream()
                .filter(check -> wanted.contains(check.id()))
                .toList();
    }

    Rubric rubric() {
        return rubric;
    }

    @Override
    public void close() {
        close(loader);
    }

    private static void close(URLClassLoader loader) {
        try {
            loader.close();
        } catch (IOException nothingLost) {
            // it only held a folder open for reading
            return;
        }
    }
}
