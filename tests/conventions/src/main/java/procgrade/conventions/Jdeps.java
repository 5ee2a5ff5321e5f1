package procgrade.conventions;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

/** Reads from class files which package uses which, with the JDK's own jdeps. */
final class Jdeps {
    /** Packages of this project; the JDK's and the libraries' are the poms' business. */
    private static final String OURS = "procgrade";

    private static final Pattern ARROW = Pattern.compile("^\\s+(\\S+)\\s+->\\s+(\\S+)\\s+\\S.*$");

    private Jdeps() {}

    /**
     * The packages of compiled classes and the packages of this project that they use.
     *
     * @param classes a folder of class files
     * @throws IllegalStateException if jdeps finds no classes there, its exit code says nothing of that
     */
    static PackageGraph packagesOf(Path classes) {
        var out = new StringWriter();
        var err = new StringWriter();
        ToolProvider.findFirst("jdeps")
                .orElseThrow(() -> new IllegalStateException("this java has no jdeps: run the tests with a jdk"))
                .run(new PrintWriter(out), new PrintWriter(err), "-verbose:package", classes.toString());
        var graph = parse(out.toString());
        if (graph.uses().isEmpty()) {
            throw new IllegalStateException(
                    "jdeps found no classes in " + classes + ": " + (out.toString() + err).strip());
        }
        return graph;
    }

    /** Understands the text that {@code jdeps -verbose:package} prints. */
    static PackageGraph parse(String text) {
        Map<String, Set<String>> uses = new TreeMap<>();
        text.lines().map(ARROW::matcher).filter(Matcher::matches).forEach(arrow -> {
            var used = uses.computeIfAbsent(arrow.group(1), any -> new TreeSet<>());
            if (isOurs(arrow.group(2))) {
                used.add(arrow.group(2));
            }
        });
        return new PackageGraph(uses);
    }

    private static boolean isOurs(String name) {
        return name.equals(OURS) || name.startsWith(OURS + ".");
    }
}
