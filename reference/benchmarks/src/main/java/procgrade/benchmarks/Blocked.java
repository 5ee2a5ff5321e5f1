package procgrade.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A program whose processes wait; the measure is the CPU time in milliseconds that their threads get meanwhile, from the
 * first number in {@code /proc/<pid>/task/<tid>/schedstat} (Linux, Documentation/scheduler/sched-stats).
 *
 * @param program prints a line {@code ready <pid> ...} and ends when its standard input does
 * @param seconds how long it is watched
 */
record Blocked(Program program, double seconds) implements Contestant {
    /** The measure of all threads that wait in a pipe. */
    static final String WAITING = "waiting_ms";

    /** The measure of all threads. */
    static final String ALL = "all_ms";

    private static final String READY = "ready ";
    private static final long SETTLE_MILLIS = 1000;

    @Override
    public String name() {
        return program.name();
    }

    @Override
    public Map<String, Double> run() {
        Process process = program.start();
        try (BufferedReader out = Program.outputOf(process)) {
            String line = out.readLine();
            if (line == null || !line.startsWith(READY)) {
                throw new BenchmarkException(program + " printed '" + line + "' instead of the pids of its processes;"
                        + " run it by itself to see what it lacks");
            }
            Map<String, Double> costs =
                    watch(List.of(line.substring(READY.length()).split(" ")));
            process.getOutputStream().close();
            program.awaitSuccess(process);
            return costs;
        } catch (IOException e) {
            throw new BenchmarkException("cannot watch the processes of " + program + ": " + e.getMessage(), e);
        } finally {
            Program.end(process);
        }
    }

    private Map<String, Double> watch(List<String> pids) throws IOException {
        sleep(SETTLE_MILLIS);
        List<Path> all = threads(pids);
        var waiting = new ArrayList<Path>();
        for (Path thread : all) {
            if (Files.readString(thread.resolve("wchan")).contains("pipe")) {
                waiting.add(thread);
            }
        }
        if (waiting.size() < pids.size()) {
            throw new BenchmarkException("only " + waiting.size() + " threads of " + pids.size()
                    + " processes wait in a pipe according to /proc; let a user run this who may read wchan");
        }
        double allBefore = cpuMillis(all);
        double waitingBefore = cpuMillis(waiting);
        sleep(Math.round(seconds * 1000));
        return Map.of(WAITING, cpuMillis(waiting) - waitingBefore, ALL, cpuMillis(all) - allBefore);
    }

    private static List<Path> threads(List<String> pids) throws IOException {
        var threads = new ArrayList<Path>();
        for (String pid : pids) {
            try (Stream<Path> tasks = Files.list(Path.of("/proc", pid, "task"))) {
                tasks.forEach(threads::add);
            }
        }
        return threads;
    }

    private static double cpuMillis(List<Path> threads) throws IOException {
        long nanos = 0;
        for (Path thread : threads) {
            nanos +=
                    Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0]);
        }
        return nanos / 1e6;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted while processes were watched", e);
        }
    }
}
