package procgrade.build;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What programs are built with, and run with afterwards.
 *
 * @param javaHome folder of a JDK
 * @param python the interpreter; empty if there is none
 * @param library the jar of the library {@code multiprocessing}
 * @param prefix words to put before the command of a compiler, such as that of a sandbox; possibly none
 * @param limit how long a compiler may take
 * @param compilerMebibytes how large the heap of the Java compiler may become
 */
public record BuildTools(
        Path javaHome,
        Optional<Path> python,
        Path library,
        List<String> prefix,
        Duration limit,
        int compilerMebibytes) {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int COMPILER_MEBIBYTES = 512;

    /** Copies the list and makes the paths absolute, because compilers run in a folder of their own. */
    public BuildTools {
        javaHome = javaHome.toAbsolutePath().normalize();
        python = python.map(path -> path.toAbsolutePath().normalize());
        library = library.toAbsolutePath().normalize();
        prefix = List.copyOf(prefix);
    }

    /**
     * The tools of this machine. Whether they are there and new enough shows when they are used.
     *
     * @param library the jar of the library {@code multiprocessing}
     * @param environment the grader's environment variables, of which {@code JAVA_HOME} and {@code PATH} are looked at
     * @return the JDK of this Java virtual machine, or that of {@code JAVA_HOME} if only that one has a compiler; and
     *     the system's Python rather than a private one, which other users and a sandbox may not see
     */
    public static BuildTools ofThisMachine(Path library, Map<String, String> environment) {
        return new BuildTools(
                findJavaHome(Path.of(System.getProperty("java.home")), environment.get("JAVA_HOME")),
                findPython(environment.getOrDefault("PATH", "")),
                library,
                List.of(),
                LIMIT,
                COMPILER_MEBIBYTES);
    }

    /**
     * The same with other words before the command of a compiler.
     *
     * @param words such as those of a sandbox
     * @return the tools
     */
    public BuildTools prefixed(List<String> words) {
        return new BuildTools(javaHome, python, library, words, limit, compilerMebibytes);
    }

    static Path findJavaHome(Path running, String named) {
        boolean other = !hasCompiler(running) && named != null && hasCompiler(Path.of(named));
        return other ? Path.of(named) : running;
    }

    private static boolean hasCompiler(Path home) {
        return isProgram(home.resolve("bin/javac"));
    }

    static Optional<Path> findPython(String path) {
        Stream<String> others = Stream.of(path.split(File.pathSeparator, -1)).filter(folder -> !folder.isEmpty());
        return Stream.concat(Stream.of("/usr/bin", "/usr/local/bin"), others)
                .map(folder -> Path.of(folder, "python3"))
                .filter(BuildTools::isProgram)
                .findFirst();
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    /** What every program may read anyway need not be listed. */
    static List<Path> withoutSystem(List<Path> readable) {
        return readable.stream().filter(path -> !path.startsWith("/usr")).toList();
    }

    Path java() {
        return javaHome.resolve("bin/java");
    }

    Path javac() {
        return javaHome.resolve("bin/javac");
    }
}
