package procgrade.multiprocessing.globals;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/** Access to static fields, final ones included. */
final class StaticFields {
    private StaticFields() {}

    /**
     * Whether a field is a global variable that children get: static, written in the source, not an enum's constant, not
     * transient, by which programs keep a variable to each process.
     */
    static boolean isGlobal(Field field) {
        return Modifier.isStatic(field.getModifiers())
                && !Modifier.isTransient(field.getModifiers())
                && !field.isSynthetic()
                && !field.isEnumConstant();
    }

    static Object get(Field field) throws IllegalAccessException {
        field.setAccessible(true);
        return field.get(null);
    }

    static void set(Field field, Object value) throws ReflectiveOperationException {
        field.setAccessible(true);
        if (Modifier.isFinal(field.getModifiers()) && field.getDeclaringClass().isRecord()) {
            throw new IllegalStateException("final fields of records cannot be set; hold it in another class");
        } else if (Modifier.isFinal(field.getModifiers())) {
            setFinal(field, value);
        } else {
            field.set(null, value);
        }
    }

    /**
     * Reflection refuses static final fields. Only a child does this, before the program's first
     * instruction runs in it, so no compiled code has seen the old value.
     */
    private static void setFinal(Field field, Object value) throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.Unsafe");
        Field instance = type.getDeclaredField("theUnsafe");
        instance.setAccessible(true);
        Object unsafe = instance.get(null);
        Object base = type.getMethod("staticFieldBase", Field.class).invoke(unsafe, field);
        Object offset = type.getMethod("staticFieldOffset", Field.class).invoke(unsafe, field);
        Class<?> kind = field.getType().isPrimitive() ? field.getType() : Object.class;
        String name = kind.getSimpleName();
        Method put = type.getMethod(
                "put" + Character.toUpperCase(name.charAt(0)) + name.substring(1), Object.class, long.class, kind);
        put.invoke(unsafe, base, offset, value);
    }
}
