package procgrade.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The command that measures what the library costs, beside CPython on the same machine. */
public final class Main {
    private static final List<Benchmark> BENCHMARKS = List.of(
            new StartBenchmark(),
            new QueueBenchmark(),
            new RoundTripBenchmark(),
            new LectureBenchmark(LectureProgram.PI),
            new LectureBenchmark(LectureProgram.PRIMES),
            new BlockedBenchmark(),
            new TraceBenchmark());

    private final Options options;
    private final PrintStream out;
    private final PrintStream err;

    private Main(Options options, PrintStream out, PrintStream err) {
        this.options = options;
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the command.
     *
     * @param arguments as {@code --help} says
     */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /**
     * Runs the command.
     *
     * @param out receives the table
     * @param err receives what happens next, and what went wrong
     * @return the exit code: 0, 1 if a benchmark could not be run, 2 for wrong arguments
     */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            var names = BENCHMARKS.stream().map(Benchmark::name).toList();
            return new Main(Options.parse(arguments, names), out, err).run();
        } catch (IllegalArgumentException e) {
            err.println("benchmarks: " + e.getMessage());
            return 2;
        } catch (BenchmarkException e) {
            err.println("benchmarks: " + e.getMessage());
            return 1;
        }
    }

    private int run() {
        if (options.isHelp()) {
            help();
            return 0;
        }
        var setting = new Setting(options.isQuick(), options.pairs(), options.reference(), this::say);
        List<String> description = Machine.description();
        description.forEach(out::println);
        if (options.isQuick()) {
            out.println("a quick run: too small for figures that one could quote");
        }
        out.println();
        var sections = new ArrayList<Section>();
        write(Csv.of(description, sections));
        warmUp(setting);
        for (Benchmark benchmark : BENCHMARKS) {
            if (options.names().isEmpty() || options.names().contains(benchmark.name())) {
                sections.add(run(benchmark, setting));
                write(Csv.of(description, sections));
            }
        }
        return 0;
    }

    /** Has the archive of loaded classes made, and the programs' files read into memory. */
    private void warmUp(Setting setting) {
        say("warming up");
        setting.java("Java", "StartLatency", 2).run();
        setting.python("CPython", "start_latency.py", "spawn", 2).run();
    }

    private Section run(Benchmark benchmark, Setting setting) {
        var machine = new Machine();
        Section section = benchmark.run(setting);
        out.print(Table.of(section));
        out.println("  " + machine.disturbance());
        out.println();
        return section;
    }

    private void write(List<String> lines) {
        File file = options.csv() != null ? options.csv() : usualFile();
        try {
            Files.write(file.toPath(), lines);
        } catch (IOException e) {
            throw new BenchmarkException("cannot write " + file + "; name a file that you may write with --csv", e);
        }
    }

    private File usualFile() {
        String name = "benchmarks-jdk" + Runtime.version().feature() + (options.isQuick() ? "-quick" : "") + ".csv";
        return new File(options.reference(), "benchmarks/target/" + name);
    }

    private void say(String line) {
        err.println(line);
    }

    private void help() {
        out.println("Usage: reference/benchmarks/run [--quick] [--pairs N] [--csv FILE] [BENCHMARK ...]");
        out.println();
        for (Benchmark benchmark : BENCHMARKS) {
            out.printf("  %-12s  %s%n", benchmark.name(), benchmark.title());
        }
        out.println();
        out.println("  --quick       a tenth of the size and 2 pairs: to see that everything runs");
        out.println("  --pairs N     how often Java and CPython are measured in turn (5)");
        out.println("  --csv FILE    where all samples go (target/benchmarks-jdk<n>.csv)");
        out.println();
        out.println("Example: reference/benchmarks/run --pairs 7 start round-trip");
    }
}
