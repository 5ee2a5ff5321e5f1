package procgrade.engine;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            return new RubricClass(loader, read(assignment, annotated(loader, classes)));
        } catch (AssignmentFault fault) {
            close(loader);
            throw fault;
        } catch (ClassNotFoundException | LinkageError | IOException fault) {
            close(loader);
            throw new AssignmentFault(List.of(folder(assignment) + ": " + fault));
        }
    }

    private static List<Class<?>> annotated(URLClassLoader loader, Path classes)
            throws ClassNotFoundException, IOException {
        List<Class<?>> found = new ArrayList<>();
        for (String name : names(classes)) {
            Class<?> type = Class.forName(name, false, loader);
            if (type.isAnnotationPresent(RubricFor.class)) {
                found.add(type);
            }
        }
        return found;
    }

    private static Rubric read(Assignment assignment, List<Class<?>> annotated) {
        List<Class<?>> ours = annotated.stream()
                .filter(type -> type.getAnnotation(RubricFor.class).value().equals(assignment.id()))
                .toList();
        if (ours.size() != 1) {
            throw notOne(assignment, ours, annotated);
        }
        try {
            return Rubric.of(ours.get(0));
        } catch (RubricFault fault) {
            RubricSources sources = new RubricSources(assignment.rubricSources());
            Optional<String> place = fault.method().isPresent()
                    ? sources.place(ours.get(0), fault.method().get())
                    : sources.place(ours.get(0));
            throw new AssignmentFault(List.of(place.orElse(folder(assignment)) + ": " + fault.getMessage()));
        }
    }

    /** Names those that are too many; if there is none, those that are for another assignment. */
    private static AssignmentFault notOne(Assignment assignment, List<Class<?>> ours, List<Class<?>> annotated) {
        String what =
                ": exactly one class needs @RubricFor(\"" + assignment.id() + "\"), and " + ours.size() + " have it";
        if (annotated.isEmpty()) {
            return new AssignmentFault(List.of(folder(assignment) + what));
        }
        RubricSources sources = new RubricSources(assignment.rubricSources());
        return new AssignmentFault((ours.isEmpty() ? annotated : ours)
                .stream()
                        .map(type -> sources.place(type).orElse(folder(assignment)) + what)
                        .toList());
    }

    private static String folder(Assignment assignment) {
        return assignment.folder().resolve("rubric").toString();
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
