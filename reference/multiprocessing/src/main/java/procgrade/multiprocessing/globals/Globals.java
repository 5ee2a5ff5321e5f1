package procgrade.multiprocessing.globals;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.function.Consumer;
import procgrade.multiprocessing.codec.Encoder;

/**
 * Captures the globals of a program in the parent; {@link GlobalsReader} puts them in place in the child.
 *
 * <p>Two fields that hold the same object hold the same object in the child. What cannot be copied is
 * reported once, by class and field.
 */
public final class Globals {
    static final int END = 0;
    static final int VALUE = 1;
    static final int SHARED = 2;
    static final int ALIAS = 3;

    /** A value that gets a number, since later fields may hold the same object. */
    static final int COPY = 4;

    private final SharedObjects shared;
    private final Consumer<String> report;
    private final Encoder out;
    private final IdentityHashMap<Object, Integer> seen = new IdentityHashMap<>();

    private Globals(SharedObjects shared, Consumer<String> report, Encoder out) {
        this.shared = shared;
        this.report = report;
        this.out = out;
    }

    /**
     * Writes the values of all globals that a child needs.
     *
     * @param roots classes that are initialized: the target's, the main class, those the program named
     * @param shared knows the objects that are shared rather than copied
     * @param report receives a sentence for what cannot be copied
     * @param out receives the values
     */
    public static void capture(Collection<Class<?>> roots, SharedObjects shared, Consumer<String> report, Encoder out) {
        Globals globals = new Globals(shared, report, out);
        for (Class<?> type : GlobalClasses.from(roots, report)) {
            globals.captureClass(type);
        }
        out.write(END);
    }

    private void captureClass(Class<?> type) {
        boolean named = false;
        for (Field field : fields(type)) {
            if (StaticFields.isGlobal(field)) {
                if (!named) {
                    out.write(VALUE);
                    out.text(type.getName());
                    named = true;
                }
                captureField(field);
            }
        }
        if (named) {
            out.write(END);
        }
    }

    private Field[] fields(Class<?> type) {
        try {
            return type.getDeclaredFields();
        } catch (LinkageError missingType) {
            report.accept("the globals of " + type.getName() + " are not duplicated into child processes: "
                    + reason(missingType) + "; put all classes that it uses on the class path");
            return new Field[0];
        }
    }

    private void captureField(Field field) {
        int place = out.length();
        String name = field.getDeclaringClass().getName() + "." + field.getName();
        try {
            Object value = StaticFields.get(field);
            if (isStateless(value) && Modifier.isFinal(field.getModifiers())) {
                return;
            }
            write(field, name, value);
        } catch (IllegalAccessException | RuntimeException | LinkageError cannot) {
            out.truncate(place);
            report.accept("the global " + name + " (" + field.getType().getTypeName()
                    + ") is not duplicated into child processes: " + reason(cannot));
        }
    }

    private void write(Field field, String name, Object value) {
        Integer earlier = value == null || field.getType().isPrimitive() ? null : seen.get(value);
        boolean sharing = shared.isShared(value);
        boolean numbered = sharing || isCopied(value);
        out.write(earlier != null ? ALIAS : sharing ? SHARED : numbered ? COPY : VALUE);
        out.text(field.getName());
        if (earlier != null) {
            out.integer(earlier);
            return;
        }
        if (sharing) {
            shared.write(out, value, name);
        } else {
            out.value(value);
        }
        if (numbered) {
            seen.put(value, seen.size());
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

    /** Objects of which it matters whether two fields hold the same one. */
    private static boolean isCopied(Object value) {
        return value != null
                && !(value instanceof Number
                        || value instanceof String
                        || value instanceof Boolean
                        || value instanceof Character);
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
