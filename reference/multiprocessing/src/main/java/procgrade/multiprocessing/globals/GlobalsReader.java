package procgrade.multiprocessing.globals;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import procgrade.multiprocessing.codec.Decoder;

/** Puts the globals that {@link Globals} captured in place, in the child, before the target runs. */
public final class GlobalsReader {
    private final Decoder in;
    private final SharedObjects shared;
    private final Consumer<String> report;
    private final List<Object> seen = new ArrayList<>();

    private GlobalsReader(Decoder in, SharedObjects shared, Consumer<String> report) {
        this.in = in;
        this.shared = shared;
        this.report = report;
    }

    /**
     * Initializes the classes and sets their globals.
     *
     * @param in holds what was captured
     * @param shared knows the objects that are shared rather than copied
     * @param report receives a sentence for what could not be set
     * @throws ReflectiveOperationException if a class is not on this process's class path
     */
    public static void restore(Decoder in, SharedObjects shared, Consumer<String> report)
            throws ReflectiveOperationException {
        GlobalsReader reader = new GlobalsReader(in, shared, report);
        while (in.raw() != Globals.END) {
            reader.restoreClass(in.text());
        }
    }

    private void restoreClass(String name) throws ReflectiveOperationException {
        Class<?> type = Class.forName(name, true, ClassLoader.getSystemClassLoader());
        for (int kind = in.raw(); kind != Globals.END; kind = in.raw()) {
            Field field = type.getDeclaredField(in.text());
            try {
                restoreField(field, kind);
            } catch (ReflectiveOperationException | RuntimeException cannot) {
                report.accept("the global " + name + "." + field.getName()
                        + " keeps its initial value in this child process: " + cannot);
            }
        }
    }

    private void restoreField(Field field, int kind) throws ReflectiveOperationException {
        if (kind == Globals.SHARED) {
            Object current = StaticFields.get(field);
            Object value = shared.read(in, current);
            seen.add(value);
            if (value != current) {
                StaticFields.set(field, value);
            }
        } else if (kind == Globals.ALIAS) {
            StaticFields.set(field, seen.get((int) in.integer()));
        } else {
            Object value = in.value();
            if (Modifier.isFinal(field.getModifiers())) {
                value = refill(field, value);
            } else {
                StaticFields.set(field, value);
            }
            if (Globals.isCopied(value)) {
                seen.add(value);
            }
        }
    }

    /** A final collection or array stays the same object, since other initializers may have passed it on. */
    private static Object refill(Field field, Object value) throws ReflectiveOperationException {
        Object current = StaticFields.get(field);
        boolean sameClass = current != null && value != null && current.getClass() == value.getClass();
        if (current == value || sameClass && (Objects.deepEquals(current, value) || refillInPlace(current, value))) {
            return current;
        }
        StaticFields.set(field, value);
        return value;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // both are of one class, so what one held the other may
    private static boolean refillInPlace(Object current, Object value) {
        try {
            if (current instanceof Collection collection) {
                collection.clear();
                collection.addAll((Collection) value);
                return true;
            }
            if (current instanceof Map map) {
                map.clear();
                map.putAll((Map) value);
                return true;
            }
        } catch (UnsupportedOperationException immutable) {
            return false;
        }
        if (current.getClass().isArray() && Array.getLength(current) == Array.getLength(value)) {
            System.arraycopy(value, 0, current, 0, Array.getLength(value));
            return true;
        }
        return false;
    }
}
