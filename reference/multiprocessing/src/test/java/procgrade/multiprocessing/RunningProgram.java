package procgrade.multiprocessing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import procgrade.multiprocessing.Program.Ended;

/** A started {@link Program}; closing it kills whatever is left of it. */
final class RunningProgram implements AutoCloseable {
    /** The environment variable that every process of the program inherits. */
    static final String MARK = "PROGRAM_UNDER_TEST";

    /** Longer if somebody asks for more processes than these tests start by themselves. */
    private static final long LIMIT_SECONDS = 90 + Integer.getInteger("procgrade.processes", 0);

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final java.lang.Process process;
    private final Path root;
    private final Path pipes;

    RunningProgram(java.lang.Process process, Path root, Path pipes) {
        this.process = process;
        this.root = root;
        this.pipes = pipes;
    }

    long pid() {
        return process.pid();
    }

    String out() {
        return read(root.resolve("out"));
    }

    String err() {
        return read(root.resolve("err"));
    }

    /** The names of the session folders that exist at this moment. */
    List<String> folders() {
        String[] names = pipes.toFile().list((parent, name) -> name.startsWith("multiprocessing-"));
        return names == null ? List.of() : List.of(names);
    }

    /** Waits until a line of standard output begins with a word; returns the rest of it. */
    String awaitLine(String word) {
        String[] rest = new String[1];
        await("a line \"" + word + " …\"", () -> {
            String written = out();
            String complete = written.substring(0, written.lastIndexOf('\n') + 1);
            rest[0] = complete.lines()
                    .filter(line -> line.startsWith(word))
                    .findFirst()
                    .orElse(null);
            return rest[0] != null;
        });
        return rest[0].substring(word.length()).trim();
    }

    /** Waits until something is so; fails if the program has ended without it. */
    void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!condition.getAsBoolean()) {
            boolean ended = !process.isAlive() && survivors().isEmpty();
            if (ended && condition.getAsBoolean()) {
                return;
            }
            if (ended || System.nanoTime() > end) {
                throw failure("the program " + (ended ? "ended" : "went on for " + LIMIT_SECONDS + " s") + " without "
                        + what);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Waits until no process of the program is left. */
    void awaitNobodyLeft() {
        await(
                "end of all its processes",
                () -> !process.isAlive() && survivors().isEmpty());
    }

    /** The names of the threads of the program's first process. */
    List<String> threads() {
        List<String> names = new ArrayList<>();
        try (var tasks = Files.newDirectoryStream(Path.of("/proc/" + pid() + "/task"))) {
            tasks.forEach(task -> names.add(read(task.resolve("comm")).trim()));
        } catch (IOException ended) {
            return names;
        }
        return names;
    }

    /** Sends a signal to the program's first process. */
    void signal(String name) {
        signal(name, pid());
    }

    static void signal(String name, long pid) {
        try {
            new ProcessBuilder("/bin/kill", "-" + name, Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    Ended awaitEnd() {
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw failure("the program did not end within " + LIMIT_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return new Ended(process.exitValue(), out(), err(), folders(), survivors());
    }

    private AssertionError failure(String what) {
        return new AssertionError(what + "; out:\n" + out() + "err:\n" + err());
    }

    /** The living processes of the program, its children's children too: the environment tells whose they are. */
    List<Long> survivors() {
        String mark = MARK + "=" + root;
        List<Long> found = new ArrayList<>();
        for (String pid : new File("/proc").list((proc, name) -> Character.isDigit(name.charAt(0)))) {
            String environment = read(Path.of("/proc", pid, "environ"));
            if (environment.contains(mark)) {
                found.add(Long.parseLong(pid));
            }
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return "";
        }
    }

    @Override
    public void close() {
        for (List<Long> left = survivors(); !left.isEmpty(); left = survivors()) {
            left.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        }
        try (var files = Files.walk(root)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
