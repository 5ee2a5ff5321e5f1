package procgrade.multiprocessing;

import java.util.List;

/** Finds the class that the program was started with. */
final class MainClass {
    private MainClass() {}

    /** The class, null if it cannot be told or is not the program's own (a test runner's, a tool's). */
    static Class<?> find() {
        String command = System.getProperty("sun.java.command", "");
        String name = command.split(" ", 2)[0];
        if (name.isEmpty() || name.endsWith(".jar") || name.startsWith("procgrade.multiprocessing.ChildMain")) {
            return null;
        }
        try {
            return Class.forName(name.substring(name.indexOf('/') + 1), false, ClassLoader.getSystemClassLoader());
        } catch (ClassNotFoundException | LinkageError absent) {
            return null;
        }
    }

    /** The target's class cannot be found by a child if {@code java File.java} compiled it in memory. */
    static void checkFindable(List<Class<?>> classes) {
        for (Class<?> type : classes) {
            ClassLoader loader = type.getClassLoader();
            if (loader != null && loader.getClass().getName().contains("MemoryClassLoader")) {
                throw new IllegalStateException("cannot start a process from " + type.getName()
                        + ": \"java File.java\" keeps its classes in memory where a child cannot find them;"
                        + " compile it with javac first");
            }
        }
    }
}
