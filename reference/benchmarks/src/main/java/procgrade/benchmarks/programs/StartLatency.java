package procgrade.benchmarks.programs;

import java.util.Arrays;
import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.SimpleQueue;

/**
 * Starts processes one after the other. Measured in milliseconds from before {@code start()} to the first statement of
 * the target, and to the return of {@code join()}. Both processes read CLOCK_MONOTONIC ({@code clock_gettime(2)}), which
 * is the same for all processes of a machine.
 *
 * <p>Argument: the number of starts, 2 or more; the first is reported apart, the others as their median.
 */
public final class StartLatency {
    private StartLatency() {}

    static void target(SimpleQueue<Long> times) {
        long now = System.nanoTime();
        times.put(now);
    }

    /** Takes the number of starts. */
    public static void main(String[] arguments) {
        int starts = Integer.parseInt(arguments[0]);
        SimpleQueue<Long> times = new SimpleQueue<>();
        double[] targetMillis = new double[starts];
        double[] joinMillis = new double[starts];
        for (int i = 0; i < starts; i++) {
            Process process = new Process(StartLatency::target, times);
            long begun = System.nanoTime();
            process.start();
            process.join();
            joinMillis[i] = (System.nanoTime() - begun) / 1e6;
            targetMillis[i] = (times.get() - begun) / 1e6;
        }
        report("target", targetMillis);
        report("join", joinMillis);
    }

    private static void report(String name, double[] millis) {
        Figures.print("first_" + name + "_ms", millis[0]);
        Figures.print(name + "_ms", Figures.median(Arrays.copyOfRange(millis, 1, millis.length)));
    }
}
