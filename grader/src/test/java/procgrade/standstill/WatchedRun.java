package procgrade.standstill;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import procgrade.observe.EnvironmentMark;
import procgrade.observe.TreeSampler;

/** A real program with a detector that looks at it, as the engine would do. */
final class WatchedRun implements AutoCloseable {
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final int SIGQUIT = 3;
    private static final String MARK = "PROCGRADE_STANDSTILL_TEST";

    private final Process process;
    private final Path scratch;
    private final TreeSampler sampler = TreeSampler.ofThisMachine();
    private final StandstillDetector detector = StandstillDetector.ofThisMachine(sampler.pulse());
    private final long start = System.nanoTime();

    private WatchedRun(Process process, String mark, Path scratch) {
        this.process = process;
        this.scratch = scratch;
        sampler.started(process.pid(), process.pid(), new EnvironmentMark(MARK, mark));
        detector.started(process.pid(), process.pid(), new EnvironmentMark(MARK, mark), Set.of());
    }

    /** Starts a program without input; its output is thrown away. */
    static WatchedRun start(List<String> command) throws IOException {
        return start(command, ProcessBuilder.Redirect.from(new File("/dev/null")));
    }

    static WatchedRun start(List<String> command, ProcessBuilder.Redirect input) throws IOException {
        String mark = Long.toString(System.nanoTime());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(input)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put(MARK, mark);
        Path scratch = Files.createTempDirectory("procgrade-standstill-");
        builder.environment().put("TMPDIR", scratch.toString());
        builder.environment().put("PYTHONPATH", agent().toString());
        return new WatchedRun(builder.start(), mark, scratch);
    }

    private static Path agent() throws IOException {
        try {
            return Path.of(WatchedRun.class.getResource("/procgrade/python").toURI());
        } catch (URISyntaxException impossible) {
            throw new IOException(impossible);
        }
    }

    Optional<Standstill> look() {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        sampler.tick(elapsed);
        return detector.look(elapsed);
    }

    Activity activity() {
        return detector.activity();
    }

    Process process() {
        return process;
    }

    static void tick() {
        LockSupport.parkNanos(TICK_NANOS);
    }

    /** Waits until a virtual machine has a handler for the signal that asks for a thread dump. */
    static void awaitHandlerOf(long pid) throws IOException {
        String caught = "";
        while (caught.isEmpty() || (Long.parseUnsignedLong(caught, 16) & 1 << SIGQUIT - 1) == 0) {
            tick();
            caught = Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("SigCgt:"))
                    .map(line -> line.substring("SigCgt:".length()).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    /** Looks until there is a proof; the timeout of the test ends a wait for what never comes. */
    Standstill awaitProof() {
        Optional<Standstill> proof = look();
        while (proof.isEmpty() && process.isAlive() && !Thread.currentThread().isInterrupted()) {
            tick();
            proof = look();
        }
        return proof.orElseThrow(() -> new AssertionError("the program ended with " + process.exitValue()));
    }

    /** Looks at several programs until all have ended; gives what was wrongly proved. */
    static List<Standstill> proofsUntilEnd(List<WatchedRun> runs) {
        List<Standstill> proofs = new ArrayList<>();
        boolean alive = true;
        while (alive && proofs.isEmpty() && !Thread.currentThread().isInterrupted()) {
            alive = false;
            for (WatchedRun run : runs) {
                if (run.process.isAlive()) {
                    alive = true;
                    run.look().ifPresent(proofs::add);
                }
            }
            tick();
        }
        return proofs;
    }

    @Override
    public void close() {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        sampler.ending(Duration.ofNanos(System.nanoTime() - start));
        remove();
    }

    private void remove() {
        try (Stream<Path> files = Files.walk(scratch)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
