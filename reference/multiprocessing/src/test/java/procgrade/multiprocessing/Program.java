package procgrade.multiprocessing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program of the library in a virtual machine of its own, started as a user would: with its own standard
 * streams and its own folder for pipes, so that a test sees what it prints and what it leaves behind.
 */
final class Program {
    private final String mainClass;
    private final List<String> arguments;
    private final List<String> wrapper = new ArrayList<>();
    private final List<String> flags = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private String classPath = builtClasses();
    private File folder = new File("/");
    private Path pipes;

    private Program(String mainClass, List<String> arguments) {
        this.mainClass = mainClass;
        this.arguments = arguments;
    }

    static Program of(Class<?> main, String... arguments) {
        return new Program(main.getName(), List.of(arguments));
    }

    /** A program by its name, for classes without a package, which other classes cannot import. */
    static Program of(String main, String... arguments) {
        return new Program(main, List.of(arguments));
    }

    /** A program in a jar that names its main class. */
    static Program ofJar(Path jar) {
        return new Program(jar.toString(), List.of()).flags("-jar").classPath(null);
    }

    /** Starts, waits for the end, and cleans up. */
    static Ended run(Class<?> main, String... arguments) {
        return of(main, arguments).run();
    }

    /** The folders that the library's and the tests' classes were compiled into. */
    static String builtClasses() {
        return origin(Process.class) + File.pathSeparator + origin(Program.class);
    }

    static Path origin(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sets an environment variable. */
    Program env(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Adds options of the virtual machine. */
    Program flags(String... more) {
        flags.addAll(List.of(more));
        return this;
    }

    /** Starts the program through another one, which executes the command behind its own arguments. */
    Program through(String... command) {
        wrapper.addAll(List.of(command));
        return this;
    }

    /** Starts the program from a shell, after some commands of it. */
    Program after(String shellCommands) {
        return through("/bin/sh", "-c", shellCommands + "\nexec \"$@\"", "sh");
    }

    Program classPath(String path) {
        this.classPath = path;
        return this;
    }

    Program in(File current) {
        this.folder = current;
        return this;
    }

    /** Puts the session's folder into another folder than a fresh one. */
    Program pipes(Path given) {
        this.pipes = given;
        return this;
    }

    Ended run() {
        try (RunningProgram running = start()) {
            return running.awaitEnd();
        }
    }

    RunningProgram start() {
        try {
            Path root = Files.createTempDirectory("program-");
            Path used = pipes != null ? pipes : Files.createDirectory(root.resolve("pipes"));
            ProcessBuilder builder = new ProcessBuilder(command())
                    .directory(folder)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(root.resolve("out").toFile())
                    .redirectError(root.resolve("err").toFile());
            builder.environment().put("PROCGRADE_PIPES", used.toString());
            builder.environment().put("PROCGRADE_CACHE", "");
            builder.environment().put(RunningProgram.MARK, root.toString());
            builder.environment().putAll(environment);
            return new RunningProgram(builder.start(), root, used);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(wrapper);
        command.add(java());
        command.addAll(flags);
        if (classPath != null) {
            command.addAll(List.of("-cp", classPath));
        }
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * What a program did.
     *
     * @param exitCode its exit code, 128 + n if signal n ended it
     * @param out what it and its children wrote to standard output
     * @param err the same for standard error
     * @param folders the names of the session folders that were there right after its end
     * @param survivors the processes that were still there
     */
    record Ended(int exitCode, String out, String err, List<String> folders, List<Long> survivors) {
        List<String> lines() {
            return out.lines().toList();
        }
    }
}
