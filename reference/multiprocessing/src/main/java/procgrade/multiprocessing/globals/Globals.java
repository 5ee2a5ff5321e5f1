package procgrade.multiprocessing.globals;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import procgrade.multiprocessing.codec.Encoder;

/**
 * Captures the globals of a program in the parent, and the values that go with them; {@link GlobalsReader} puts
 * them in place in the child.
 *
 * <p>Two that hold the same object hold the same object in the child, and so do their parts. For that, values that have
 * objects in common are written together. Whether there are such is known when all have been written, so the
 * writer asks {@link #mustBeRepeated} then; most programs have none. What cannot be copied is reported once, by
 * class and field.
 */
public final class Globals {
    static final int END = 0;
    static final int VALUE = 1;
    static final int SHARED = 2;
    static final int ALIAS = 3;

    /** A value that gets a number, since others may hold the same object. */
    static final int COPY = 4;

    /** Several values that have objects in common, and which of them this is; each gets a number. */
    static final int GROUP = 5;

    private final Collection<Class<?>> roots;
    private final SharedObjects shared;
    private final Consumer<String> report;
    private final Encoder out;
    private final IdentityHashMap<Object, List<Object>> groups;
    private final Sharing sharing = new Sharing();
    private final IdentityHashMap<Object, Integer> seen = new IdentityHashMap<>();

    private Globals(
            Collection<Class<?>> roots,
            SharedObjects shared,
            Consumer<String> report,
            Encoder out,
            IdentityHashMap<Object, List<Object>> groups) {
        this.roots = roots;
        this.shared = shared;
        this.report = report;
        this.out = out;
        this.groups = groups;
    }

    /**
     * Writes the values of all globals that a child needs.
     *
     * @param roots classes that are initialized: the target's, the main class, those the program named
     * @param shared knows the objects that are shared rather than copied
     * @param report receives a sentence for what cannot be copied
     * @param out receives the values
     * @return what further values can be written with that the child gets
     */
    public static Globals capture(
            Collection<Class<?>> roots, SharedObjects shared, Consumer<String> report, Encoder out) {
        Globals globals = new Globals(roots, shared, report, out, new IdentityHashMap<>());
        globals.captureAll();
        return globals;
    }

    /** {@return whether values that were written have objects in common that would be copied for each of them} */
    public boolean mustBeRepeated() {
        return sharing.found() && groups.isEmpty();
    }

    /**
     * Writes the globals again, now with the objects in common; everything that was written since they were captured
     * must have been taken back.
     *
     * @return what to write the further values with again
     */
    public Globals repeat() {
        Globals again = new Globals(roots, shared, report, out, sharing.groups());
        again.captureAll();
        return again;
    }

    private void captureAll() {
        out.watch(new Watcher());
        for (Class<?> type : GlobalClasses.from(roots, report)) {
            captureClass(type);
        }
        out.write(END);
    }

    /** A class of its own: a lambda would cost each first start its linking. */
    private final class Watcher implements UnaryOperator<Object> {
        private final IdentityHashMap<Object, Object> standIns = new IdentityHashMap<>();

        @Override
        public Object apply(Object part) {
            if (shared.isShared(part)) {
                return part;
            }
            sharing.visit(part);
            Object known = standIns.get(part);
            Object sent = known != null ? known : shared.standIn(part);
            if (sent != part) {
                standIns.put(part, sent); // or it would be another one each time
            }
            return sent;
        }
    }

    private void captureClass(Class<?> type) {
        List<Variable> variables = variables(type);
        if (variables.isEmpty()) {
            return;
        }
        out.write(VALUE);
        out.text(type.getName());
        for (Variable variable : variables) {
            captureVariable(variable);
        }
        out.write(END);
    }

    private List<Variable> variables(Class<?> type) {
        try {
            return Variable.of(type);
        } catch (LinkageError missingType) {
            report.accept("the globals of " + type.getName() + " are not duplicated into child processes: "
                    + reason(missingType) + "; put all classes that it uses on the class path");
            return List.of();
        }
    }

    private void captureVariable(Variable variable) {
        int place = out.length();
        String name = variable.name();
        try {
            Object value = variable.get();
            if (isStateless(value) && variable.isFinal()) {
                return;
            }
            int kind = variable.field().getType().isPrimitive() ? VALUE : kind(value);
            out.write(kind);
            out.text(variable.key());
            write(kind, value, name);
        } catch (IllegalAccessException | RuntimeException | LinkageError cannot) {
            out.truncate(place);
            sharing.failed();
            report.accept("the global " + name + " ("
                    + variable.field().getType().getTypeName() + ") is not duplicated into child processes: "
                    + reason(cannot));
        }
    }

    /**
     * Writes a value that the child gets beside its globals: if it is one of them, or a part of one, it is so there.
     *
     * @param value the value, may be null
     * @throws IllegalArgumentException if it or a part of it is not serializable, or nested too deeply
     */
    public void value(Object value) {
        int kind = kind(value);
        out.write(kind);
        write(kind, value, "");
    }

    /**
     * Looks for an object among what was written.
     *
     * @param value an object
     * @return whether a global holds it
     */
    public boolean holds(Object value) {
        return seen.containsKey(value);
    }

    private int kind(Object value) {
        if (!Sharing.matters(value)) {
            return VALUE;
        }
        if (seen.containsKey(value)) {
            return ALIAS;
        }
        if (shared.isShared(value)) {
            return SHARED;
        }
        return groups.containsKey(value) ? GROUP : COPY;
    }

    private void write(int kind, Object value, String name) {
        switch (kind) {
            case ALIAS -> out.integer(seen.get(value));
            case SHARED -> {
                shared.write(out, value, name);
                seen.put(value, seen.size());
            }
            case GROUP -> writeGroup(value);
            case COPY -> {
                out.value(value);
                sharing.written(value);
                seen.put(value, seen.size());
            }
            default -> out.value(value);
        }
    }

    private void writeGroup(Object value) {
        List<Object> group = groups.get(value);
        int place = 0;
        while (group.get(place) != value) {
            place++;
        }
        out.integer(group.size());
        out.integer(place);
        out.value(group.toArray());
        for (Object member : group) {
            seen.put(member, seen.size());
        }
    }

    /** What went wrong, for people; errors often have no message of their own. */
    static String reason(Throwable thrown) {
        if (thrown instanceof ExceptionInInitializerError && thrown.getCause() != null) {
            return "the static initializer of its class threw " + thrown.getCause();
        }
        boolean speaks = thrown instanceof RuntimeException && thrown.getMessage() != null;
        return speaks ? thrown.getMessage() : thrown.toString();
    }

    /** Objects without fields, such as a lambda that captures nothing: the child's own one is as good. */
    private static boolean isStateless(Object value) {
        if (value == null || value.getClass().isArray() || value.getClass().isEnum()) {
            return false;
        }
        for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    return false;
                }
            }
        }
        return true;
    }
}
