package procgrade.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program to be started as a user starts it. Its output goes to files, so that it can be as long as it likes and never
 * into the log of the build.
 */
final class Command {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final List<String> words;
    private final Map<String, String> environment = new HashMap<>();
    private Path folder = Path.of("").toAbsolutePath();
    private Duration limit = LIMIT;

    private Command(List<String> words) {
        this.words = words;
    }

    /** The program and its arguments. */
    static Command of(Path program, List<String> arguments) {
        var words = new ArrayList<String>();
        words.add(program.toString());
        words.addAll(arguments);
        return new Command(words);
    }

    /** Starts it there instead of in the folder of the tests. */
    Command in(Path workingFolder) {
        folder = workingFolder;
        return this;
    }

    /**
     * Lets a shell start it, which can do more with descriptors and rights than this class.
     *
     * @param script in which {@code "$@"} is the program with its arguments
     */
    Command by(String script) {
        var around = new ArrayList<>(List.of("sh", "-c", script, "sh"));
        around.addAll(words);
        var command = new Command(around);
        command.environment.putAll(environment);
        return command.in(folder);
    }

    /** Changes a variable of the environment; null removes it. */
    Command with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Gives it more time than a command usually needs. */
    Command within(Duration longer) {
        limit = longer;
        return this;
    }

    /** Starts it. */
    Started start() throws IOException {
        Path output = Files.createTempDirectory("procgrade-tests-");
        var builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.resolve("out").toFile())
                .redirectError(output.resolve("err").toFile());
        environment.forEach((variable, value) -> {
            builder.environment().remove(variable);
            if (value != null) {
                builder.environment().put(variable, value);
            }
        });
        return new Started(builder.start(), output, limit);
    }

    /** Starts it and waits for its end. */
    Outcome run() throws IOException, InterruptedException {
        return start().outcome();
    }

    /** A program that runs. */
    record Started(Process process, Path output, Duration limit) {
        /** Waits for its end. */
        Outcome outcome() throws IOException, InterruptedException {
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                end();
                throw new AssertionError(
                        "still running after " + limit.toSeconds() + " s: " + text("out") + text("err"));
            }
            var outcome = new Outcome(process.exitValue(), text("out"), text("err"));
            Files.delete(output.resolve("out"));
            Files.delete(output.resolve("err"));
            Files.delete(output);
            return outcome;
        }

        /** Whether it has started a process with this program, such as {@code flock}, that runs now. */
        boolean runs(String program) {
            return process.descendants()
                    .anyMatch(child -> child.info().command().orElse("").endsWith("/" + program));
        }

        /** Waits until it has written a text to standard output. */
        void awaitOutput(String text) throws IOException, InterruptedException {
            while (!text("out").contains(text)) {
                if (!process.isAlive()) {
                    throw new AssertionError("ended without '" + text + "': " + text("out") + text("err"));
                }
                Thread.sleep(5);
            }
        }

        /** Waits until it has started a program whose name begins like this. */
        void awaitProgram(String name) throws InterruptedException {
            while (process.isAlive()
                    && process.descendants().noneMatch(child -> nameOf(child).startsWith(name))) {
                Thread.sleep(5);
            }
        }

        private static String nameOf(ProcessHandle process) {
            String program = process.info().command().orElse("");
            return program.substring(program.lastIndexOf('/') + 1);
        }

        /** Sends a signal to it alone, such as {@code INT}. */
        void signal(String name) throws IOException, InterruptedException {
            kill(name, Long.toString(process.pid()));
        }

        /** Sends a signal to it and to all in its process group, as a terminal does; it has to lead one. */
        void signalGroup(String name) throws IOException, InterruptedException {
            kill(name, "-" + process.pid());
        }

        private static void kill(String signal, String target) throws IOException, InterruptedException {
            int sent = new ProcessBuilder("kill", "-" + signal, "--", target)
                    .start()
                    .waitFor();
            if (sent != 0) {
                throw new AssertionError("cannot send " + signal + ": kill ended with " + sent);
            }
        }

        /** Ends it and all that it started. */
        void end() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }

        private String text(String name) throws IOException {
            return Files.readString(output.resolve(name), StandardCharsets.UTF_8);
        }
    }

    /**
     * What a program left when it ended.
     *
     * @param exitCode 128 + n after signal n
     * @param out standard output
     * @param err standard error
     */
    record Outcome(int exitCode, String out, String err) {}
}
