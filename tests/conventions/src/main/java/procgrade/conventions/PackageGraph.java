package procgrade.conventions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which package uses which.
 *
 * @param uses the used packages by the package that uses them; a package that uses none is there with an empty set
 */
record PackageGraph(Map<String, Set<String>> uses) {
    private static final Set<String> EMPTY_NAMES =
            Set.of("util", "utils", "utility", "common", "commons", "helper", "helpers", "model", "models", "misc");

    PackageGraph {
        var copy = new TreeMap<String, Set<String>>();
        uses.forEach((from, to) -> copy.put(from, new TreeSet<>(to)));
        uses = copy;
    }

    /** One sentence for each package and arrow that only one of the two graphs has. */
    List<String> differencesFrom(PackageGraph reviewed) {
        var found = new ArrayList<String>();
        for (String from : union(uses.keySet(), reviewed.uses.keySet())) {
            if (!reviewed.uses.containsKey(from)) {
                found.add("new package " + from + ": add it with what it may use to package-dependencies.txt");
            } else if (!uses.containsKey(from)) {
                found.add("package " + from + " no longer exists: remove it from package-dependencies.txt");
            }
            found.addAll(arrowDifferences(from, used(from), reviewed.used(from)));
        }
        return found;
    }

    private static List<String> arrowDifferences(String from, Set<String> actual, Set<String> reviewed) {
        var found = new ArrayList<String>();
        for (String to : union(actual, reviewed)) {
            if (!reviewed.contains(to)) {
                found.add("new dependency " + from + " -> " + to
                        + ": remove it, or add it to package-dependencies.txt and have it reviewed");
            } else if (!actual.contains(to)) {
                found.add("dependency " + from + " -> " + to
                        + " no longer exists: remove it from package-dependencies.txt");
            }
        }
        return found;
    }

    /** One sentence for each circle, which is found once, however many packages are on it. */
    List<String> cycles() {
        var found = new ArrayList<String>();
        var done = new TreeSet<String>();
        for (String start : uses.keySet()) {
            follow(start, new ArrayList<>(), done, found);
        }
        return found;
    }

    private void follow(String name, List<String> path, Set<String> done, List<String> found) {
        int seen = path.indexOf(name);
        if (seen >= 0) {
            found.add("packages depend on each other in a circle: "
                    + String.join(" -> ", path.subList(seen, path.size())) + " -> " + name);
            return;
        }
        if (done.contains(name)) {
            return;
        }
        path.add(name);
        used(name).forEach(next -> follow(next, path, done, found));
        path.remove(path.size() - 1);
        done.add(name);
    }

    /** One sentence for each package whose name would fit any package. */
    List<String> emptyNames() {
        return uses.keySet().stream()
                .filter(name -> List.of(name.split("\\.", -1)).stream().anyMatch(EMPTY_NAMES::contains))
                .map(name -> "package name " + name + " does not say what the package is for: name its purpose")
                .toList();
    }

    private Set<String> used(String name) {
        return uses.getOrDefault(name, Set.of());
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        var all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }
}
