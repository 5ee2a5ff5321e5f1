package procgrade.multiprocessing.globals;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A global variable: a static field, or a field of an enum's constant.
 *
 * @param type the class that it belongs to
 * @param constant the name of the enum's constant, null for a static field
 * @param field the field; of a constant with a body it may be declared there
 */
record Variable(Class<?> type, String constant, Field field) {
    private static final String SEPARATOR = ".";

    /** All of a class; getting their values may initialize it. */
    static List<Variable> of(Class<?> type) {
        List<Variable> all = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (StaticFields.isGlobal(field)) {
                all.add(new Variable(type, null, field));
            }
        }
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                addConstant(all, type, constant);
            }
        }
        return all;
    }

    private static void addConstant(List<Variable> all, Class<?> type, Object constant) {
        for (Class<?> part = constant.getClass(); part != Enum.class; part = part.getSuperclass()) {
            for (Field field : part.getDeclaredFields()) {
                if (isVariable(field)) {
                    all.add(new Variable(type, ((Enum<?>) constant).name(), field));
                }
            }
        }
    }

    /** Whether a field of a constant can be another than what the enum's own initializer made it. */
    static boolean isVariable(Field field) {
        int modifiers = field.getModifiers();
        if (Modifier.isStatic(modifiers) || Modifier.isTransient(modifiers) || field.isSynthetic()) {
            return false;
        }
        Class<?> type = field.getType();
        return !Modifier.isFinal(modifiers)
                || type.isArray()
                || Collection.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)
                || type.getName().startsWith("procgrade.multiprocessing.")
                || type.getName().startsWith("java.util.concurrent.atomic.");
    }

    /** How it is found again in another process. */
    String key() {
        if (constant == null) {
            return field.getName();
        }
        String key = constant + SEPARATOR + field.getName();
        return field.getDeclaringClass() == type
                ? key
                : key + SEPARATOR + field.getDeclaringClass().getName();
    }

    static Variable find(Class<?> type, String key) throws ReflectiveOperationException {
        if (key.indexOf('.') < 0) {
            return new Variable(type, null, type.getDeclaredField(key));
        }
        String[] parts = key.split("\\.", 3);
        Class<?> declaring = parts.length == 2 ? type : Class.forName(parts[2], false, type.getClassLoader());
        return new Variable(type, parts[0], declaring.getDeclaredField(parts[1]));
    }

    /** Its name in the program. */
    String name() {
        return type.getName() + SEPARATOR + (constant == null ? "" : constant + SEPARATOR) + field.getName();
    }

    boolean isFinal() {
        return Modifier.isFinal(field.getModifiers());
    }

    Object get() throws IllegalAccessException {
        return constant == null ? StaticFields.get(field) : ofConstant().get(owner());
    }

    void set(Object value) throws ReflectiveOperationException {
        if (constant == null) {
            StaticFields.set(field, value);
        } else {
            ofConstant().set(owner(), value);
        }
    }

    private Field ofConstant() {
        field.setAccessible(true);
        return field;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // only enums have constants
    private Object owner() {
        return Enum.valueOf((Class) type, constant);
    }
}
