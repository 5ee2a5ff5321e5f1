package procgrade.assignments;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a program did that was started as a student starts it. */
record ProgramRun(int exitCode, List<String> output, List<String> errors) {

    /** Runs the class with these folders or jars, and the library, on its class path. */
    static ProgramRun java(Path classes, String mainClass, List<String> arguments, Duration limit) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add(classes + File.pathSeparator + library());
        command.add(mainClass);
        command.addAll(arguments);
        return of(command, limit);
    }

    /** Runs the script. */
    static ProgramRun python(Path script, List<String> arguments, Duration limit) {
        var command = new ArrayList<>(List.of("python3", script.toString()));
        command.addAll(arguments);
        return of(command, limit);
    }

    /** The library's classes, for a class path. */
    static Path library() {
        return placeOf(procgrade.multiprocessing.Process.class);
    }

    static Path placeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("cannot find the classes of " + type, e);
        }
    }

    static boolean pythonWorks() {
        try {
            return new ProcessBuilder("python3", "-c", "").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a test", e);
        }
    }

    /** Runs a command, and ends it and its children if it takes too long. */
    static ProgramRun of(List<String> command, Duration limit) {
        try {
            return start(command, limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a test", e);
        }
    }

    private static ProgramRun start(List<String> command, Duration limit) throws IOException, InterruptedException {
        // files, because a child left behind would hold a pipe open and the test would wait for it
        Path output = Files.createTempFile("assignments-", ".out");
        Path errors = Files.createTempFile("assignments-", ".err");
        var builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        java.lang.Process process = builder.start();
        boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        var run = new ProgramRun(process.exitValue(), Files.readAllLines(output), Files.readAllLines(errors));
        Files.delete(output);
        Files.delete(errors);
        if (!ended) {
            throw new AssertionError(command + " did not end within " + limit + ": " + run);
        }
        return run;
    }
}
