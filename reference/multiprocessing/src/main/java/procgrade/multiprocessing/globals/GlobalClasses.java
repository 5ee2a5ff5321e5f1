package procgrade.multiprocessing.globals;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import procgrade.multiprocessing.codec.Decoder;

/**
 * Finds the classes whose globals a child gets.
 *
 * <p>No API lists the loaded classes, so the search starts at classes that are surely initialized (the
 * target's, the main class, those that the program named), takes in their nests and superclasses, and
 * follows the classes that their files mention within the same jar or folder. Of those it takes only
 * the ones whose static initializer has no effect that running it early could show; any other class
 * with variables is reported.
 */
final class GlobalClasses {
    private static final Map<Set<Class<?>>, Collection<Class<?>>> FOUND = new ConcurrentHashMap<>();

    private final Map<Class<?>, Boolean> taken = new LinkedHashMap<>();
    private final Deque<Class<?>> unread = new ArrayDeque<>();
    private final Consumer<String> report;

    private GlobalClasses(Consumer<String> report) {
        this.report = report;
    }

    /** All classes to copy, in the order found; the same for the same roots. */
    static Collection<Class<?>> from(Collection<Class<?>> roots, Consumer<String> report) {
        Set<Class<?>> key = Set.copyOf(roots);
        Collection<Class<?>> found = FOUND.get(key);
        if (found == null) {
            found = search(roots, report);
            FOUND.put(key, found);
        }
        return found;
    }

    private static Collection<Class<?>> search(Collection<Class<?>> roots, Consumer<String> report) {
        GlobalClasses search = new GlobalClasses(report);
        for (Class<?> root : roots) {
            search.takeNest(root);
        }
        while (!search.unread.isEmpty()) {
            search.follow(search.unread.remove());
        }
        search.taken.values().removeIf(copied -> !copied);
        return List.copyOf(search.taken.keySet());
    }

    private void takeNest(Class<?> root) {
        for (Class<?> member : root.getNestHost().getNestMembers()) {
            for (Class<?> type = member; isProgram(type); type = type.getSuperclass()) {
                take(type);
            }
        }
    }

    private void take(Class<?> type) {
        if (taken.put(type, true) == null) {
            unread.add(type);
        }
    }

    private static boolean isProgram(Class<?> type) {
        return type != null
                && type.getClassLoader() != null
                && type.getClassLoader() != ClassLoader.getPlatformClassLoader()
                && !isLibrary(type);
    }

    /**
     * By name and origin: programs and their tests may live in packages of the same name. Children have the library from
     * two jars, and what all of them need, such as the decoder, from the other one.
     */
    private static boolean isLibrary(Class<?> type) {
        return type.getName().startsWith("procgrade.multiprocessing.")
                && (sameOrigin(type, GlobalClasses.class) || sameOrigin(type, Decoder.class));
    }

    private void follow(Class<?> type) {
        ClassFile file = ClassFile.of(type);
        if (file == null) {
            return;
        }
        for (String name : file.mentionedClasses()) {
            Class<?> mentioned = find(name, type.getClassLoader());
            if (isProgram(mentioned) && sameOrigin(mentioned, type) && !taken.containsKey(mentioned)) {
                consider(mentioned);
            }
        }
    }

    private void consider(Class<?> type) {
        ClassFile file = ClassFile.of(type);
        if (!hasVariables(type, file == null ? Set.of() : file.constants())) {
            taken.put(type, false);
            unread.add(type);
            return;
        }
        boolean harmless = file != null && InitializerCheck.isHarmless(file, type.getName()) && parentsTaken(type);
        if (harmless) {
            take(type);
            return;
        }
        taken.put(type, false);
        report.accept("the globals of " + type.getName() + " are not duplicated into child processes: its static"
                + " initializer does more than create values; name it with Process.shareGlobals(" + type.getSimpleName()
                + ".class) if the children need them");
    }

    /** Initializing a class initializes its superclasses too. */
    private boolean parentsTaken(Class<?> type) {
        Class<?> parent = type.getSuperclass();
        return !isProgram(parent) || Boolean.TRUE.equals(taken.get(parent)) || !hasInitializer(parent);
    }

    private static boolean hasInitializer(Class<?> type) {
        ClassFile file = ClassFile.of(type);
        return file == null || file.initializer().length > 0;
    }

    /** A class is worth copying if something in it could differ from what its initializer makes in the child. */
    private static boolean hasVariables(Class<?> type, Set<String> constants) {
        try {
            for (Field field : type.getDeclaredFields()) {
                if (StaticFields.isGlobal(field) && !constants.contains(field.getName()) && !isFunction(field)
                        || type.isEnum() && Variable.isVariable(field)) {
                    return true;
                }
            }
            return false;
        } catch (LinkageError missingType) {
            return false;
        }
    }

    /** Lambdas hold no data, or data that cannot be copied. */
    private static boolean isFunction(Field field) {
        return Modifier.isFinal(field.getModifiers())
                && field.getType().isInterface()
                && field.getType().getPackageName().equals("java.util.function");
    }

    private static Class<?> find(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError absent) {
            return null;
        }
    }

    private static boolean sameOrigin(Class<?> one, Class<?> other) {
        return Objects.equals(
                one.getProtectionDomain().getCodeSource(),
                other.getProtectionDomain().getCodeSource());
    }
}
