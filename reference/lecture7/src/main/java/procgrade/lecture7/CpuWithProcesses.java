package procgrade.lecture7;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import procgrade.multiprocessing.Process;

/**
 * <pre>
 * $ ./procgrade run CpuWithProcesses 2 200000000
 * 2 computations of 200000000 steps, one after the other: 1.06 s
 * 2 computations of 200000000 steps, in 2 processes: 0.75 s
 * speedup: 1.41
 * </pre>
 *
 * The potential speedup of a CPU bound application. The processes truly take advantage of multiple cores. In Java,
 * unlike in Python, threads would too; and a step takes 3 ns instead of 85, so that it takes many more of them until
 * the work outweighs the start of the processes, about 0.2 s here. The speedup is at most the number of cores: 8
 * processes on 2 cores are not faster than 2.
 *
 * <p>Arguments: nprocs (4), steps (50000000).
 */
public class CpuWithProcesses {
    static long steps;

    static void task() {
        // a random number generator: each step needs the result of the one before
        long x = 1;
        for (long i = 0; i < steps; i++) {
            x = x * 48271 % 2147483647;
        }
        // x is never 0, but the compiler does not know: it leaves out a loop whose result nobody looks at
        if (x == 0) {
            System.out.println("x = 0");
        }
    }

    /** Takes nprocs and steps. */
    public static void main(String[] args) {
        Arguments arguments = new Arguments(args, "nprocs", "steps");
        int nprocs = arguments.number("nprocs", 4, 1, 256);
        steps = arguments.number("steps", 50_000_000L, 0L, 1_000_000_000_000_000L);

        long start = System.nanoTime();
        for (int i = 0; i < nprocs; i++) {
            task();
        }
        double sequential = (System.nanoTime() - start) / 1e9;
        print("%d computations of %d steps, one after the other: %.2f s%n", nprocs, steps, sequential);

        start = System.nanoTime();
        List<Process> p = new ArrayList<>();
        for (int i = 0; i < nprocs; i++) {
            p.add(new Process(CpuWithProcesses::task));
        }
        for (int i = 0; i < nprocs; i++) {
            p.get(i).start();
        }
        for (int i = 0; i < nprocs; i++) {
            p.get(i).join();
        }
        double parallel = (System.nanoTime() - start) / 1e9;
        print("%d computations of %d steps, in %d processes: %.2f s%n", nprocs, steps, nprocs, parallel);
        print("speedup: %.2f%n", sequential / parallel);
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
