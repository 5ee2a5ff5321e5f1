package procgrade.rubric;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The checks of a rubric class, in the order in which they are tried: as they are written, but a check after those that
 * it needs.
 *
 * @param assignment id of the assignment
 * @param type the class
 * @param checks at least one
 */
public record Rubric(String assignment, Class<?> type, List<CheckDeclaration> checks) {
    /** Copies the list. */
    public Rubric {
        checks = List.copyOf(checks);
    }

    /**
     * Reads a class.
     *
     * @param type a class with {@link RubricFor}
     * @return its checks
     * @throws RubricFault if the class is no rubric, has no check, or a check makes no sense
     */
    public static Rubric of(Class<?> type) {
        RubricFor rubricFor = type.getAnnotation(RubricFor.class);
        if (rubricFor == null) {
            throw new RubricFault(type.getName() + " is no rubric: annotate it with @RubricFor(\"the assignment\")");
        }
        Map<String, CheckDeclaration> written = new LinkedHashMap<>();
        for (Method method : MethodsAsWritten.of(type)) {
            Check check = method.getAnnotation(Check.class);
            if (check != null && written.put(method.getName(), declaration(method, check)) != null) {
                throw RubricFault.of(type, method.getName(), "two checks have this name: rename one");
            }
        }
        if (written.isEmpty()) {
            throw new RubricFault(type.getName() + " has no check: annotate its methods with @Check(points = ...)");
        }
        return new Rubric(rubricFor.value(), type, ordered(type, written));
    }

    private static CheckDeclaration declaration(Method method, Check check) {
        Class<?> type = method.getDeclaringClass();
        if (!(check.points() > 0) || Double.isInfinite(check.points())) {
            throw RubricFault.of(type, method.getName(), "points must be more than 0, not " + check.points());
        }
        if (Modifier.isPrivate(method.getModifiers())) {
            throw RubricFault.of(
                    type, method.getName(), "it is private, and JUnit runs no private method: leave 'private' out");
        }
        String sentence = check.sentence().isBlank() ? method.getName().replace('_', ' ') : check.sentence();
        return new CheckDeclaration(
                method.getName(), sentence.strip(), check.points(), List.of(check.needs()), check.hidden());
    }

    private static List<CheckDeclaration> ordered(Class<?> type, Map<String, CheckDeclaration> written) {
        Map<String, CheckDeclaration> placed = new LinkedHashMap<>();
        written.values().forEach(check -> place(type, check, written, placed, new ArrayList<>()));
        return new ArrayList<>(placed.values());
    }

    private static void place(
            Class<?> type,
            CheckDeclaration check,
            Map<String, CheckDeclaration> written,
            Map<String, CheckDeclaration> placed,
            List<String> path) {
        if (placed.containsKey(check.id())) {
            return;
        }
        if (path.contains(check.id())) {
            throw RubricFault.of(
                    type, check.id(), "it needs itself: " + String.join(" needs ", path) + " needs " + check.id());
        }
        path.add(check.id());
        for (String need : check.needs()) {
            CheckDeclaration needed = written.get(need);
            if (needed == null) {
                throw RubricFault.of(
                        type,
                        check.id(),
                        "it needs '" + need + "', which is no check of this rubric; there are: "
                                + String.join(", ", written.keySet()));
            }
            place(type, needed, written, placed, path);
        }
        path.remove(check.id());
        placed.put(check.id(), check);
    }

    /**
     * The checks that must be tried to know about some.
     *
     * @param ids of the checks that are wanted; names that no check has are ignored
     * @return ids of those and of all that they need, directly or not
     */
    public Set<String> withNeeds(Set<String> ids) {
        Set<String> wanted = new HashSet<>(ids);
        // a check stands after those that it needs, so one pass from the end reaches them all
        for (int i = checks.size() - 1; i >= 0; i--) {
            if (wanted.contains(checks.get(i).id())) {
                wanted.addAll(checks.get(i).needs());
            }
        }
        wanted.retainAll(checks.stream().map(CheckDeclaration::id).toList());
        return wanted;
    }

    /**
     * Finds a check.
     *
     * @param id its id
     * @return the check; empty if there is none
     */
    public Optional<CheckDeclaration> find(String id) {
        return checks.stream().filter(check -> check.id().equals(id)).findFirst();
    }
}
