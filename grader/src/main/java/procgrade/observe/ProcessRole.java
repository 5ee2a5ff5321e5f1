package procgrade.observe;

import java.util.List;
import java.util.Set;

/**
 * What a process seems to be for, guessed from its command line only. Good for naming it to a reader; a program can
 * call itself anything, so nothing that costs points may hang on it.
 *
 * @param kind the guess
 * @param label a few words that name it, such as {@code java PiMw} or {@code python3 pi_mw.py}
 */
public record ProcessRole(Kind kind, String label) {
    /** The kinds of process that are told apart. */
    public enum Kind {
        /** A Java virtual machine that runs a program. */
        JAVA,
        /** A Java virtual machine that procgrade's library has started for the program. */
        JAVA_WORKER,
        /** A Python interpreter that runs a script. */
        PYTHON,
        /** A process that Python's multiprocessing has started for the program, by {@code spawn}. */
        PYTHON_WORKER,
        /** A process that Python's multiprocessing keeps for itself: fork server, resource tracker. */
        PYTHON_HELPER,
        /** Starts processes for a Java virtual machine; lives for milliseconds. */
        JAVA_HELPER,
        /** The sandbox. */
        SANDBOX,
        /** Any other program. */
        OTHER
    }

    private static final String LIBRARY_MAIN = "procgrade.multiprocessing.ChildMain";
    private static final Set<String> JAVA_OPTIONS_WITH_VALUE = Set.of(
            "-cp",
            "-classpath",
            "--class-path",
            "-p",
            "--module-path",
            "--upgrade-module-path",
            "--add-modules",
            "--limit-modules",
            "--add-exports",
            "--add-opens",
            "--add-reads",
            "--patch-module",
            "--source");
    private static final Set<String> PYTHON_OPTIONS_WITH_VALUE = Set.of("-W", "-X", "--check-hash-based-pycs");

    /**
     * Guesses.
     *
     * @param commandLine program and arguments, possibly empty
     * @param name the name that {@code stat} gives, used if there is no command line
     * @return the guess
     */
    public static ProcessRole guess(List<String> commandLine, String name) {
        if (commandLine.isEmpty() || commandLine.get(0).isEmpty()) {
            return new ProcessRole(Kind.OTHER, name);
        }
        String program = lastPart(commandLine.get(0));
        List<String> arguments = commandLine.subList(1, commandLine.size());
        if (program.equals("java")) {
            String main = javaProgram(arguments);
            return main.equals(LIBRARY_MAIN)
                    ? new ProcessRole(Kind.JAVA_WORKER, "java worker")
                    : new ProcessRole(Kind.JAVA, ("java " + simpleName(main)).strip());
        }
        if (program.startsWith("python")) {
            return python(program, arguments);
        }
        if (program.equals("jspawnhelper")) {
            return new ProcessRole(Kind.JAVA_HELPER, program);
        }
        return new ProcessRole(program.equals("bwrap") ? Kind.SANDBOX : Kind.OTHER, program);
    }

    /** {@return whether it looks like a Java virtual machine} */
    public boolean isJava() {
        return kind == Kind.JAVA || kind == Kind.JAVA_WORKER;
    }

    /** {@return whether it looks like a Python interpreter} */
    public boolean isPython() {
        return kind == Kind.PYTHON || kind == Kind.PYTHON_WORKER || kind == Kind.PYTHON_HELPER;
    }

    private static String javaProgram(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            boolean names = argument.equals("-jar") || argument.equals("-m") || argument.equals("--module");
            if (names && i + 1 < arguments.size()) {
                return lastPart(arguments.get(i + 1));
            }
            if (JAVA_OPTIONS_WITH_VALUE.contains(argument)) {
                i++;
            } else if (!argument.startsWith("-") && !argument.startsWith("@")) {
                return argument;
            }
        }
        return "";
    }

    private static ProcessRole python(String program, List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("-c") && i + 1 < arguments.size()) {
                return pythonCode(program, arguments.get(i + 1));
            }
            if (argument.equals("-m") && i + 1 < arguments.size()) {
                return new ProcessRole(Kind.PYTHON, program + " -m " + arguments.get(i + 1));
            }
            if (PYTHON_OPTIONS_WITH_VALUE.contains(argument)) {
                i++;
            } else if (!argument.startsWith("-")) {
                return new ProcessRole(Kind.PYTHON, program + " " + lastPart(argument));
            }
        }
        return new ProcessRole(Kind.PYTHON, program);
    }

    /** The code is what CPython's multiprocessing.spawn, forkserver and resource_tracker pass to {@code -c}. */
    private static ProcessRole pythonCode(String program, String code) {
        if (code.startsWith("from multiprocessing.spawn import")) {
            return new ProcessRole(Kind.PYTHON_WORKER, program + " worker");
        }
        if (code.startsWith("from multiprocessing.resource_tracker import")) {
            return new ProcessRole(Kind.PYTHON_HELPER, program + " resource tracker");
        }
        if (code.startsWith("from multiprocessing.forkserver import")) {
            return new ProcessRole(Kind.PYTHON_HELPER, program + " fork server");
        }
        return new ProcessRole(Kind.PYTHON, program + " -c");
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String simpleName(String mainClass) {
        String last = lastPart(mainClass);
        boolean file = last.endsWith(".java") || last.endsWith(".jar");
        return file ? last : last.substring(last.lastIndexOf('.') + 1);
    }
}
