package procgrade.lecture7;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import procgrade.multiprocessing.Process;

/**
 * <pre>
 * $ ./procgrade run IoWithProcesses 4 1
 * 4 waits of 1 s, one after the other: 4.01 s
 * 4 waits of 1 s, in 4 processes: 1.28 s
 * speedup: 3.13
 * </pre>
 *
 * The potential speedup of an I/O bound application. A task that waits for a disk or for the network, here played by a
 * sleep, needs no core while it waits: with as many processes as tasks all of them wait at the same time, and the
 * speedup is nearly the number of processes, on one core too.
 *
 * <p>Arguments: nprocs (4), seconds (1).
 */
public class IoWithProcesses {
    static int length;

    static void task() {
        Lecture.sleep(length);
    }

    /** Takes nprocs and seconds. */
    public static void main(String[] args) {
        Arguments arguments = new Arguments(args, "nprocs", "seconds");
        int nprocs = arguments.number("nprocs", 4, 1, 256);
        length = arguments.number("seconds", 1, 0, 3600);

        long start = System.nanoTime();
        for (int i = 0; i < nprocs; i++) {
            task();
        }
        double sequential = (System.nanoTime() - start) / 1e9;
        print("%d waits of %d s, one after the other: %.2f s%n", nprocs, length, sequential);

        start = System.nanoTime();
        List<Process> p = new ArrayList<>();
        for (int i = 0; i < nprocs; i++) {
            p.add(new Process(IoWithProcesses::task));
        }
        for (int i = 0; i < nprocs; i++) {
            p.get(i).start();
        }
        for (int i = 0; i < nprocs; i++) {
            p.get(i).join();
        }
        double parallel = (System.nanoTime() - start) / 1e9;
        print("%d waits of %d s, in %d processes: %.2f s%n", nprocs, length, nprocs, parallel);
        print("speedup: %.2f%n", sequential / parallel);
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
