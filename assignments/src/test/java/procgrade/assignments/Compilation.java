package procgrade.assignments;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/**
 * What the compiler made of a program that is handed out or handed in.
 *
 * @param succeeded whether there are class files
 * @param messages its errors and warnings, empty if there are none
 */
record Compilation(boolean succeeded, String messages) {
    static final Compilation CLEAN = new Compilation(true, "");

    /** Compiles with all warnings, and with the library on the class path, into the folder. */
    static Compilation of(List<Path> sources, Path classes) {
        return of(sources, classes, ProgramRun.library().toString());
    }

    /** Compiles with all warnings, and with this class path, into the folder, which is made if there is none. */
    static Compilation of(List<Path> sources, Path classes, String classPath) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        List<String> options = List.of("-Xlint:all", "-proc:none", "-d", classes.toString(), "-cp", classPath);
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            Files.createDirectories(classes);
            var units = manager.getJavaFileObjectsFromPaths(sources);
            boolean succeeded = compiler.getTask(messages, manager, null, options, null, units)
                    .call();
            return new Compilation(succeeded, messages.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
