package procgrade.multiprocessing.trace;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures what a record costs; to be run by hand with the folder for the trace as its argument.
 *
 * <p>CPU time says it even on a busy machine; elapsed time is worth reading on an idle one.
 */
final class TraceCost {
    private static final int RECORDS = 200_000;
    private static final int ROUNDS = 15;
    private static final int MOST_CHUNKS = 1000;

    private TraceCost() {}

    /**
     * Prints the median cost of a record, for one thread and for two at once.
     *
     * @param arguments the folder for the trace, by default a new temporary one
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = arguments.length > 0 ? Path.of(arguments[0]) : Files.createTempDirectory("trace");
        TraceWriter writer = TraceWriter.create(folder.toFile(), MOST_CHUNKS);
        int queue = writer.define("queue-1");
        for (int threads = 1; threads <= 2; threads++) {
            long[] elapsed = new long[ROUNDS];
            long[] cpu = new long[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                AtomicLong cpuNanos = new AtomicLong();
                elapsed[round] = measure(writer, queue, threads, cpuNanos) / RECORDS;
                cpu[round] = cpuNanos.get() / threads / RECORDS;
            }
            System.out.println(Runtime.version().feature() + ", " + threads + " thread(s): CPU " + summary(cpu)
                    + " ns a record, elapsed " + summary(elapsed));
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                System.out.println(TraceFile.read(file).events().size() + " records read back");
                Files.delete(file);
            }
        }
    }

    private static String summary(long[] rounds) {
        Arrays.sort(rounds);
        return rounds[ROUNDS / 2] + " (" + rounds[0] + " to " + rounds[ROUNDS - 1] + ")";
    }

    private static long measure(TraceWriter writer, int queue, int count, AtomicLong cpuNanos)
            throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            threads.add(new Thread(() -> {
                for (int record = 0; record < RECORDS; record++) {
                    writer.record(Trace.PUT, queue, record);
                }
                cpuNanos.addAndGet(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
            }));
        }
        long start = System.nanoTime();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        return System.nanoTime() - start;
    }
}
