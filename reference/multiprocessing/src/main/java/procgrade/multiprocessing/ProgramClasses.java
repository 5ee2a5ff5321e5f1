package procgrade.multiprocessing;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** The classes of the program whose globals a child gets first: the target's, the main class, those it named. */
final class ProgramClasses {
    private ProgramClasses() {}

    /**
     * Lists them.
     *
     * @throws IllegalStateException if a child could not find the target's class
     */
    static Collection<Class<?>> of(Process process, Collection<Class<?>> named) {
        Collection<Class<?>> targets = process.call() == null
                ? Set.of(process.getClass())
                : process.call().classes();
        Collection<Class<?>> all = new LinkedHashSet<>(targets);
        for (Class<?> target : targets) {
            checkFindable(process, target);
            addMainClass(all, target);
        }
        all.addAll(named);
        return all;
    }

    /** A child has the same class path, but not the class loaders that this process made. */
    private static void checkFindable(Process process, Class<?> target) {
        try {
            Class.forName(target.getName(), false, ClassLoader.getSystemClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "cannot start " + process.name() + ": its class " + target.getName()
                            + " is not on the class path (\"java File.java\" keeps classes in memory);"
                            + " compile it with javac and start it with java -cp",
                    e);
        }
    }

    /** The main class may be a test runner's or a tool's: it is the program's if it lies where the target lies. */
    private static void addMainClass(Collection<Class<?>> all, Class<?> target) {
        String command = System.getProperty("sun.java.command", "");
        String name = command.split(" ", 2)[0];
        try {
            Class<?> main =
                    Class.forName(name.substring(name.indexOf('/') + 1), false, ClassLoader.getSystemClassLoader());
            if (Objects.equals(origin(main), origin(target))) {
                all.add(main);
            }
        } catch (ClassNotFoundException | LinkageError notThePrograms) {
            return;
        }
    }

    private static Object origin(Class<?> type) {
        return type.getProtectionDomain().getCodeSource();
    }
}
