package procgrade.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that is run to be measured. What it prints in lines {@code name value} is a measure, and so is
 * {@value #ELAPSED}: the seconds from before its process is started until it has ended.
 *
 * @param name what it is called in the table
 * @param command program and arguments
 * @param environment variables that it gets in addition
 */
record Program(String name, List<String> command, Map<String, String> environment) implements Contestant {
    /** The measure that every program has. */
    static final String ELAPSED = "elapsed_s";

    private static final Pattern FIGURE = Pattern.compile("([a-z][a-z0-9_]*) ([0-9][0-9.eE+-]*)");

    /**
     * A Java program of this class path, run by the virtual machine that runs this.
     *
     * @param name what it is called in the table
     * @param mainClass the full name of its class
     * @param arguments its arguments, written as their {@code toString} says
     */
    static Program java(String name, String mainClass, Object... arguments) {
        String java = new File(System.getProperty("java.home"), "bin/java").getPath();
        return of(name, List.of(java, "-cp", System.getProperty("java.class.path"), mainClass), arguments);
    }

    /**
     * A Python program.
     *
     * @param name what it is called in the table
     * @param script its file
     * @param arguments its arguments
     */
    static Program python(String name, File script, Object... arguments) {
        return of(name, List.of("python3", script.getPath()), arguments);
    }

    private static Program of(String name, List<String> program, Object... arguments) {
        var command = new ArrayList<>(program);
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        // otherwise Python writes its compiled modules beside the sources
        return new Program(name, List.copyOf(command), Map.of("PYTHONDONTWRITEBYTECODE", "1"));
    }

    /** {@return the same program with one more variable in its environment} */
    Program with(String variable, String value) {
        var more = new TreeMap<>(environment);
        more.put(variable, value);
        return new Program(name, command, more);
    }

    @Override
    public Map<String, Double> run() {
        long begun = System.nanoTime();
        Process process = start();
        try (BufferedReader out = outputOf(process)) {
            process.getOutputStream().close();
            var figures = new TreeMap<String, Double>();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                Matcher figure = FIGURE.matcher(line);
                if (figure.matches()) {
                    figures.put(figure.group(1), Double.valueOf(figure.group(2)));
                }
            }
            awaitSuccess(process);
            figures.put(ELAPSED, (System.nanoTime() - begun) / 1e9);
            return figures;
        } catch (IOException e) {
            throw new BenchmarkException("cannot read what " + this + " prints: " + e.getMessage(), e);
        } finally {
            end(process);
        }
    }

    /** Starts the program; its error output is this process's. */
    Process start() {
        try {
            var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new BenchmarkException(
                    "cannot start " + command.get(0) + ": " + e.getMessage() + "; install it, or put it on the PATH",
                    e);
        }
    }

    static BufferedReader outputOf(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Waits for the program's end, which must be a success. */
    void awaitSuccess(Process process) {
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new BenchmarkException(
                        this + " ended with exit code " + code + "; run it by itself to see what it lacks");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted while " + this + " ran", e);
        }
    }

    /** Ends the program with all its processes, if they still run. */
    static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public String toString() {
        return "'" + String.join(" ", command) + "'";
    }
}
