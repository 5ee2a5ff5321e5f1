package procgrade.engine;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import procgrade.assignment.AssignmentFault;
import procgrade.run.Scratch;
import procgrade.submission.EnvironmentFault;

/**
 * Compiles the sources of rubrics, once for each content: the class files are kept in the cache folder under the
 * fingerprint of the sources, of the grader they use and of the virtual machine. Several graders may do that at the same
 * time. A cache that cannot be written only makes the next start slower.
 */
final class RubricCompiler {
    private static final String UNWRITTEN = "compiler.err.class.cant.write";

    private final Optional<Path> cache;
    private final Optional<JavaCompiler> compiler;
    private final String classPath;

    /**
     * A compiler.
     *
     * @param cache where to keep class files
     */
    RubricCompiler(Optional<Path> cache) {
        this(cache, Optional.ofNullable(ToolProvider.getSystemJavaCompiler()));
    }

    /** With the compiler of a Java, which may have none. */
    RubricCompiler(Optional<Path> cache, Optional<JavaCompiler> compiler) {
        this.cache = cache.map(RubricCompiler::folder);
        this.compiler = compiler;
        this.classPath = System.getProperty("java.class.path");
    }

    /** Where in the cache the class files of rubrics are kept. */
    static Path folder(Path cache) {
        return cache.resolve("rubrics");
    }

    /**
     * Compiles.
     *
     * @param sources all of one rubric
     * @param scratch an existing folder for the class files if they cannot be kept
     * @return the folder of the class files
     * @throws AssignmentFault if the compiler finds a mistake, or a source cannot be read
     * @throws EnvironmentFault if there is no compiler, or no room
     */
    Path compile(List<Path> sources, Path scratch) {
        Optional<Path> kept = cache.map(folder -> folder.resolve(fingerprint(sources)));
        if (kept.isPresent() && Files.isDirectory(kept.get())) {
            return kept.get();
        }
        Path classes = kept.flatMap(RubricCompiler::beside).orElse(scratch);
        if (classes.equals(scratch)) {
            return compileToScratch(scratch, sources);
        }
        try {
            compileTo(classes, sources);
            CacheFolder.publish(classes, kept.get());
            return kept.get();
        } catch (IOException notKept) {
            return compileToScratch(scratch, sources);
        } finally {
            Scratch.remove(classes);
        }
    }

    private static String fingerprint(List<Path> sources) {
        try {
            Fingerprint fingerprint = new Fingerprint().with(System.getProperty("java.vm.version"));
            for (Path source : sources) {
                fingerprint.with(source);
            }
            Path grader = Path.of(RubricCompiler.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return fingerprint.with(grader).toString();
        } catch (IOException | URISyntaxException cause) {
            throw new AssignmentFault(List.of("cannot read the rubric: " + cause.getMessage()));
        }
    }

    private static Optional<Path> beside(Path kept) {
        try {
            Files.createDirectories(kept.getParent());
            return Optional.of(Files.createTempDirectory(kept.getParent(), kept.getFileName() + "-"));
        } catch (IOException notWritable) {
            return Optional.empty();
        }
    }

    private Path compileToScratch(Path scratch, List<Path> sources) {
        try {
            compileTo(scratch, sources);
            return scratch;
        } catch (IOException cause) {
            throw new EnvironmentFault(
                    "cannot write the compiled rubric to " + scratch + ": " + EnvironmentFault.reason(cause),
                    "make room there");
        }
    }

    private void compileTo(Path classes, List<Path> sources) throws IOException {
        JavaCompiler javac = compiler.orElseThrow(
                () -> new EnvironmentFault("this Java has no compiler", "install a JDK, or let JAVA_HOME name one"));
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        List<String> options =
                List.of("-proc:none", "-Xlint:none", "-parameters", "-g", "-cp", classPath, "-d", classes.toString());
        try (StandardJavaFileManager files =
                javac.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8)) {
            boolean compiled = javac.getTask(
                            null, files, messages, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            requireWritten(messages);
            if (!compiled) {
                throw new AssignmentFault(errors(messages));
            }
        }
    }

    /** For the compiler a full disk is an error like any other, in a line of a source. */
    private static void requireWritten(DiagnosticCollector<JavaFileObject> messages) throws IOException {
        for (Diagnostic<? extends JavaFileObject> message : messages.getDiagnostics()) {
            if (message.getCode().equals(UNWRITTEN)) {
                throw new IOException(message.getMessage(Locale.ROOT).replaceFirst("^error while writing [^:]*: ", ""));
            }
        }
    }

    private static List<String> errors(DiagnosticCollector<JavaFileObject> messages) {
        List<String> errors = messages.getDiagnostics().stream()
                .filter(message -> message.getKind() == Diagnostic.Kind.ERROR)
                .map(RubricCompiler::line)
                .toList();
        return errors.isEmpty() ? List.of("the rubric does not compile") : errors;
    }

    private static String line(Diagnostic<? extends JavaFileObject> message) {
        String text = message.getMessage(Locale.ROOT).strip().replaceAll("\\s*\\R\\s*", "; ");
        return message.getSource() == null
                ? text
                : message.getSource().getName() + ":" + message.getLineNumber() + ": " + text;
    }
}
