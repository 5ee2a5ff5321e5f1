package procgrade.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the event trace costs. */
final class TraceBenchmark implements Benchmark {
    private static final String VARIABLE = "PROCGRADE_TRACE";
    private static final int RECORDS = 200_000;
    private static final int ITEMS = 100_000;
    private static final int ROUNDS_INSIDE = 7;
    private static final double MOST_NANOS = 1000;

    @Override
    public String name() {
        return "trace";
    }

    @Override
    public String title() {
        return "recording events of a program";
    }

    @Override
    public Section run(Setting setting) {
        Path folder = makeFolder();
        try {
            return run(setting, folder.toString());
        } finally {
            delete(folder);
        }
    }

    private Section run(Setting setting, String folder) {
        Program cost = setting.java("Java", "TraceCost", setting.size(RECORDS), ROUNDS_INSIDE)
                .with(VARIABLE, folder);
        Object[] arguments = {"queue", "int", setting.size(ITEMS), 1, ROUNDS_INSIDE};
        Program traced = setting.java("traced", "QueueRate", arguments).with(VARIABLE, folder);
        Program untraced = setting.java("untraced", "QueueRate", arguments).with(VARIABLE, "");
        Rounds rounds = setting.measure(name(), List.of(cost, traced, untraced));
        return new Section(
                name(),
                title(),
                List.of(ROUNDS_INSIDE + " rounds within a program: the first is called cold, the second is left out, of"
                        + " the others the median counts."),
                List.of(
                        Row.single("a record", "ns", rounds, "Java", "record_ns", Target.atMost(MOST_NANOS)),
                        Row.single("a record, cold", "ns", rounds, "Java", "cold_ns", null),
                        Row.ratio("Queue, small ints, 1 to 1", "k/s", rounds, "k_per_s", "traced", "untraced", null)));
    }

    private static Path makeFolder() {
        try {
            return Files.createTempDirectory("procgrade-trace-");
        } catch (IOException e) {
            throw new BenchmarkException("cannot make a folder for traces: " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new BenchmarkException("cannot delete the traces in " + folder + ": " + e.getMessage(), e);
        }
    }
}
