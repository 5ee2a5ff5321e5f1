package procgrade.multiprocessing.globals;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out which of the values that are sent have objects in common. Sent one by one, they would have copies of
 * their own of these.
 *
 * <p>Objects that nobody can tell from their copies do not count: strings, numbers, constants of enums.
 */
final class Sharing {
    private final IdentityHashMap<Object, Integer> owners = new IdentityHashMap<>();
    private final List<Object> values = new ArrayList<>();

    /** For each value a value of its group with a smaller number, or itself. */
    private final List<Integer> parents = new ArrayList<>();

    private final List<Object> visited = new ArrayList<>();
    private boolean found;

    /** Notes a part of the value that is being written. */
    void visit(Object part) {
        if (matters(part)) {
            visited.add(part);
        }
    }

    /** Whether it makes a difference to have one object or two equal ones. */
    static boolean matters(Object value) {
        return !(value == null
                || value instanceof Number && isImmutable(value.getClass().getPackageName())
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum<?>);
    }

    /** Of numbers: those of a program, and those that are counted up in place, can change. */
    private static boolean isImmutable(String packageName) {
        return packageName.equals("java.lang") || packageName.equals("java.math");
    }

    /** The value was written, with the parts that were visited. */
    void written(Object value) {
        int number = values.size();
        values.add(value);
        parents.add(number);
        visit(value);
        for (Object part : visited) {
            Integer owner = owners.putIfAbsent(part, number);
            if (owner != null && owner != number) {
                unite(owner, number);
            }
        }
        visited.clear();
    }

    /** The value could not be written. */
    void failed() {
        visited.clear();
    }

    private void unite(int one, int other) {
        int first = root(one);
        int second = root(other);
        if (first != second) {
            found = true;
            parents.set(Math.max(first, second), Math.min(first, second));
        }
    }

    private int root(int number) {
        int root = number;
        while (parents.get(root).intValue() != root) {
            root = parents.get(root);
        }
        return root;
    }

    /** Whether any two values have something in common. */
    boolean found() {
        return found;
    }

    /** The groups of two and more values, by each of their values. */
    IdentityHashMap<Object, List<Object>> groups() {
        Map<Integer, List<Object>> byRoot = new LinkedHashMap<>();
        IdentityHashMap<Object, List<Object>> groups = new IdentityHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            Integer root = root(i);
            byRoot.computeIfAbsent(root, first -> new ArrayList<>()).add(values.get(i));
        }
        for (List<Object> group : byRoot.values()) {
            for (Object value : group.size() > 1 ? group : List.of()) {
                groups.put(value, group);
            }
        }
        return groups;
    }
}
