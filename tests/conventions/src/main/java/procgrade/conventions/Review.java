package procgrade.conventions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What people agreed on for a module, read from its {@code package-dependencies.txt}:
 *
 * <pre>
 * # a reason
 * procgrade.run -&gt; procgrade.build, procgrade.submission
 * procgrade.submission -&gt;
 * console: procgrade.cli
 * </pre>
 *
 * Every package has a line, also one that uses no other. The packages after {@code console:} may use
 * {@code System.out}, {@code System.err} and {@code System.exit}.
 *
 * @param packages the packages and what they use
 * @param consolePackages names of packages, perhaps none
 */
record Review(PackageGraph packages, Set<String> consolePackages) {
    private static final String CONSOLE = "console:";
    private static final String ARROW = "->";

    /**
     * Reads a table.
     *
     * @throws IllegalArgumentException if a line is of none of the forms
     */
    static Review read(Path table) throws IOException {
        Map<String, Set<String>> uses = new TreeMap<>();
        Set<String> console = new TreeSet<>();
        List<String> lines = Files.readAllLines(table, StandardCharsets.UTF_8);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith(CONSOLE)) {
                console.addAll(names(line.substring(CONSOLE.length())));
            } else if (line.contains(ARROW) && !line.startsWith("#")) {
                int arrow = line.indexOf(ARROW);
                uses.put(line.substring(0, arrow).strip(), names(line.substring(arrow + ARROW.length())));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                throw new IllegalArgumentException(
                        table + ":" + (i + 1) + ": expected 'package -> package, package', found '" + line + "'");
            }
        }
        return new Review(new PackageGraph(uses), console);
    }

    private static Set<String> names(String list) {
        var names = new TreeSet<String>();
        for (String name : list.split(",", -1)) {
            if (!name.isBlank()) {
                names.add(name.strip());
            }
        }
        return names;
    }
}
