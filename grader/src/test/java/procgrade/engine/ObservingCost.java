package procgrade.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import procgrade.run.Pace;
import procgrade.run.RunLimits;
import procgrade.run.RunOutcome;
import procgrade.run.RunSpec;
import procgrade.run.Sandbox;
import procgrade.run.Supervisor;
import procgrade.run.Tracing;

/**
 * Prints what observing costs, on a program of six virtual machines that wait or compute: the share of a core that the
 * grader uses at the pace of runs that are not timed, what the program itself uses more, and what it takes longer.
 * {@code tests/observing-cost} starts it. All shares are of one core.
 */
final class ObservingCost {
    private static final Duration FROM = Duration.ofSeconds(2);
    private static final Duration SPAN = Duration.ofSeconds(6);
    private static final long MILLION_STEPS = 800;
    private static final int PAIRS = 5;
    private static final List<String> ALL = List.of("waiting", "computing", "wall");
    private static final double NANOS_PER_TICK = 10_000_000;

    private final Supervisor supervisor = new Supervisor(Sandbox.ofThisMachine());
    private final RunRecorder recorder;
    private final Path temporary;
    private final Path program;

    private ObservingCost(Path temporary) throws IOException {
        this.temporary = temporary;
        this.program = Files.createDirectory(temporary.resolve("program"));
        Path copies = Files.createDirectory(temporary.resolve("copies"));
        this.recorder = new RunRecorder(supervisor, Tracing.tryOut(Sandbox.ofThisMachine()), copies);
    }

    /**
     * Measures for two minutes.
     *
     * @param args what to measure: {@code waiting}, {@code computing}, {@code wall}; all if there are none
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path temporary = Files.createTempDirectory("procgrade-");
        try {
            new ObservingCost(temporary).measure(args.length == 0 ? ALL : List.of(args));
        } finally {
            try (Stream<Path> files = Files.walk(temporary)) {
                files.sorted(Collections.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private void measure(List<String> what) throws InterruptedException {
        System.out.printf(
                Locale.ROOT,
                "six virtual machines, a look each %d ms, %s, JDK %s, %d cores%n",
                Pace.FULL.tick().toMillis(),
                sandboxed(),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors());
        System.out.printf(Locale.ROOT, "%-26s %9s %9s %9s%n", "share of a core in %", "grader", "program", "others");
        for (String mode : what) {
            if (mode.equals("wall")) {
                compareWallTimes();
                continue;
            }
            long amount =
                    mode.equals("waiting") ? FROM.plus(SPAN).plusSeconds(1).toMillis() : 1_000_000;
            print(mode + ", not observed", shares(mode, amount, false));
            print(mode + ", first run", shares(mode, amount, true));
            print(mode + ", later run", shares(mode, amount, true));
        }
    }

    private void compareWallTimes() {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            boolean observedFirst = i % 2 == 0;
            double one = run("computing", MILLION_STEPS, observedFirst).toNanos();
            double other = run("computing", MILLION_STEPS, !observedFirst).toNanos();
            ratios.add(observedFirst ? one / other : other / one);
        }
        Collections.sort(ratios);
        System.out.printf(
                Locale.ROOT,
                "wall time, observed to not observed: median %.3f, from %.3f to %.3f in %d pairs%n",
                ratios.get(PAIRS / 2),
                ratios.get(0),
                ratios.get(PAIRS - 1),
                PAIRS);
    }

    private static String sandboxed() {
        return Sandbox.ofThisMachine().works() ? "in a sandbox" : "without a sandbox";
    }

    private static void print(String name, double[] shares) {
        System.out.printf(
                Locale.ROOT, "%-26s %9.2f %9.2f %9.1f%n", name, 100 * shares[0], 100 * shares[1], 100 * shares[2]);
    }

    private Duration run(String mode, long amount, boolean observed) {
        boolean endless = mode.equals("computing") && amount > MILLION_STEPS;
        // what a program was doing is asked for twice in its last two seconds, however long it may run
        Duration limit = endless ? FROM.plus(SPAN).plusMillis(2_500) : Duration.ofSeconds(60);
        RunSpec spec = new RunSpec(
                SixMachines.command(mode, amount),
                program,
                List.of(SixMachines.classes()),
                Map.of(),
                "",
                RunLimits.DEFAULT.within(limit),
                temporary.resolve("output"));
        RunOutcome outcome = observed
                ? recorder.run("observed", spec, false, OptionalLong.empty()).outcome()
                : supervisor.run(spec, List.of(), Pace.SPARSE);
        boolean asExpected = endless
                ? outcome.ending().stopped().isPresent()
                : outcome.ending().end().filter(end -> end.isSuccess()).isPresent();
        if (!asExpected) {
            throw new IllegalStateException(mode + " ended with " + outcome.ending());
        }
        return outcome.wall();
    }

    /** What the grader, the program and all others used of a core during {@link #SPAN}. */
    private double[] shares(String mode, long amount, boolean observed) throws InterruptedException {
        double[] shares = new double[3];
        Thread meter = new Thread(() -> meter(shares), "meter");
        meter.start();
        run(mode, amount, observed);
        meter.join();
        return shares;
    }

    private static void meter(double[] shares) {
        try {
            TimeUnit.NANOSECONDS.sleep(FROM.toNanos());
            Map<String, Long> threads = new HashMap<>();
            long[] before = used(threads);
            long start = System.nanoTime();
            long[] after = before;
            // a thread that ends takes with it what it used, so all are asked again and again
            for (long second = 1; second <= SPAN.toSeconds(); second++) {
                TimeUnit.NANOSECONDS.sleep(start + TimeUnit.SECONDS.toNanos(second) - System.nanoTime());
                after = used(threads);
            }
            double span = System.nanoTime() - start;
            shares[0] = (after[0] - before[0]) / span;
            shares[1] = (after[1] - before[1]) / span;
            shares[2] = (after[2] - before[2]) / span - shares[0] - shares[1];
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Processor time in nanoseconds of this process, of its descendants, of the machine.
     *
     * @param threads what each thread of the former two had used when it was last seen
     */
    private static long[] used(Map<String, Long> threads) {
        long program = ProcessHandle.current()
                .descendants()
                .mapToLong(process -> used(process, threads))
                .sum();
        return new long[] {used(ProcessHandle.current(), threads), program, machine()};
    }

    /** Exact, where the clock of the process counts in ticks of 10 ms. */
    private static long used(ProcessHandle process, Map<String, Long> seen) {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            for (Path thread : threads.toList()) {
                String counters = Files.readString(thread.resolve("schedstat"), StandardCharsets.US_ASCII);
                seen.put(thread.toString(), Long.parseLong(counters.split(" ")[0]));
            }
        } catch (IOException vanished) {
            // what the thread had used before is known
            return usedBy(process, seen);
        }
        return usedBy(process, seen);
    }

    private static long usedBy(ProcessHandle process, Map<String, Long> seen) {
        String folder = "/proc/" + process.pid() + "/";
        return seen.entrySet().stream()
                .filter(thread -> thread.getKey().startsWith(folder))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** user + nice + system + irq + softirq of the first line of {@code /proc/stat}. */
    private static long machine() {
        try {
            String[] words = Files.readAllLines(Path.of("/proc/stat")).get(0).split(" +");
            long ticks = 0;
            for (int i : new int[] {1, 2, 3, 6, 7}) {
                ticks += Long.parseLong(words[i]);
            }
            return (long) (ticks * NANOS_PER_TICK);
        } catch (IOException cause) {
            throw new IllegalStateException("cannot read /proc/stat", cause);
        }
    }
}
