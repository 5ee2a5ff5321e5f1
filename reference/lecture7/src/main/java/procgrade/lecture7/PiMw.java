package procgrade.lecture7;

import java.util.ArrayList;
import java.util.List;
import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

/**
 * <pre>
 * $ ./procgrade run PiMw 1000000 4
 * pi = 3.1415926535898775
 * $ ./procgrade run PiMw 1 4
 * pi = 3.2
 * </pre>
 *
 * Computes pi as {@link Pi} does, with the master-worker pattern. The master sets up two message queues, starts the
 * workers, chops the range 1..N into chunks and puts them into tQueue; whichever worker comes first takes the next one,
 * adds up its terms and puts the partial sum into rQueue. One sentinel (-1, -1) for each worker tells it that there is
 * no more work. With one queue for both directions the master could get its own tasks, and a worker a partial sum.
 *
 * <p>Floating-point addition depends on the order: the partial sums arrive in another order in each run, and the result
 * differs from that of Pi, and from run to run, in the last digits (by less than 1e-9).
 *
 * <p>On the slide the tasks are (i*chunk, (i+1)*chunk), from 0 on, but the sum runs from 1 to N: here each bound is one
 * more. And the slide adds up partisalSum, but sets partialSum to 0.
 *
 * <p>The lecture's chunk of 10000 is made for Python, where it is 1.1 ms of work. In Java it is 0.04 ms, no more than
 * it takes to send a task through two queues, and workers gain little or nothing. A chunk should be 1 ms of work or
 * more, 300000 to 1000000 terms: with chunks of 1000000 and 2 workers, N = 830000000 took 1.73 s, and Pi 3.00 s
 * (JDK 17, 2 cores).
 *
 * <p>Arguments: N (1000000), nprocs (4), chunk (10000).
 */
public class PiMw {
    static long N;
    static Queue<long[]> tQueue;
    static Queue<Double> rQueue;

    static void worker() {
        while (true) {
            // get lowerBound and upperBound from the master
            long[] task = tQueue.get();
            long lowerBound = task[0];
            long upperBound = task[1];
            if (lowerBound < 0 || upperBound < 0) {
                return;
            }

            double partialSum = 0.0;
            // i is a double, as in Pi
            for (double i = lowerBound; i < upperBound; i++) {
                double x = (i - 0.5) / (double) N;
                partialSum = partialSum + 4.0 / (1.0 + x * x);
            }
            // send partialSum to the master
            rQueue.put(partialSum);
        }
    }

    /** Takes N, nprocs and chunk. */
    public static void main(String[] args) {
        Arguments arguments = new Arguments(args, "N", "nprocs", "chunk");
        N = arguments.number("N", 1_000_000L, 0L, 1_000_000_000_000_000L);
        int nprocs = arguments.number("nprocs", 4, 1, 256);
        long chunk = arguments.number("chunk", 10_000L, 1L, 1_000_000_000_000_000L); // important for performance
        if (chunk > N / nprocs + 1) {
            chunk = N / nprocs + 1;
        }
        // all tasks are put before the first result is got: they must fit into the master's memory
        if (N / chunk > 1_000_000) {
            Arguments.fail("N = " + N + " in chunks of " + chunk + " makes " + N / chunk
                    + " tasks, at most 1000000: give a larger chunk");
        }
        System.out.println("pi = " + master(nprocs, chunk));
    }

    static double master(int nprocs, long chunk) {
        // set up the queues: this must happen before the workers start, because it is then that the global variables
        // are duplicated; a worker would never see a queue created later
        tQueue = new Queue<>();
        rQueue = new Queue<>();

        // set up and start the workers
        List<Process> p = new ArrayList<>();
        for (int i = 0; i < nprocs; i++) {
            p.add(new Process(PiMw::worker));
        }
        for (int i = 0; i < nprocs; i++) {
            p.get(i).start();
        }

        long tasks = distribute(chunk);
        // make sure child processes can exit
        for (int i = 0; i < nprocs; i++) {
            tQueue.put(new long[] {-1, -1}); // to make the workers stop
        }

        double myPI = 0.0;
        // get partial sums from workers
        for (long i = 0; i < tasks; i++) {
            double partialSum = rQueue.get();
            myPI += partialSum;
        }
        for (int i = 0; i < nprocs; i++) {
            p.get(i).join();
        }
        return N > 0 ? myPI / (double) N : 0.0;
    }

    /** Puts the tasks into tQueue and says how many they are. */
    static long distribute(long chunk) {
        long tasks = N / chunk;
        for (long i = 0; i < tasks; i++) {
            tQueue.put(new long[] {i * chunk + 1, (i + 1) * chunk + 1});
        }
        if (tasks * chunk != N) {
            tQueue.put(new long[] {tasks * chunk + 1, N + 1});
            tasks = tasks + 1;
        }
        return tasks;
    }
}
