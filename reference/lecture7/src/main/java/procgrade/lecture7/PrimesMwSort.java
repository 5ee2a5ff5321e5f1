package procgrade.lecture7;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

/**
 * <pre>
 * $ ./procgrade run PrimesMwSort 1000000 4
 * primes up to 1000000: 78498
 * the last 5: [999953, 999959, 999961, 999979, 999983]
 * $ ./procgrade run PrimesMwSort 30 2
 * primes up to 30: 10
 * [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]
 * </pre>
 *
 * Builds the list of primes as {@link Primes} does, with the loop separated into two. The master does the small loop
 * alone, up to the square root of N: the workers need no more than these small primes to test all numbers up to N, and
 * get them as every global variable, duplicated when they start. The bigger loop goes to the workers in chunks, as in
 * {@link PiMw}. A task has any number of primes, so the workers add sentinels to the results: when each of them has
 * sent one, the master has everything. It receives the primes not sorted and sorts them at the end.
 *
 * <p>A worker sends the primes of a task as one list. With one item for each prime the master's get is the bottleneck,
 * and the program was slower than Primes at every N tried: N = 40000000 with 2 workers took 5.3 s and Primes 3.3 s, but
 * with lists it takes 2.2 s (JDK 17, 2 cores). The master's memory grows with the number of primes, not with N.
 *
 * <p>On the slide m = math.sqrt(N+2) is not a whole number, as range needs it, and the small primes must go a bit
 * further than that: isPrime(n) looks at primes[i] until one is larger than sqrt(n) + 1, so the list has to contain
 * such a one.
 *
 * <p>Arguments: N (1000000), nprocs (4), chunk (10000).
 */
public class PrimesMwSort {
    static int[] primes = {2, 3, 5};
    static int size = 3; // so many primes, the rest of the array is free
    static Queue<int[]> tQueue;
    static Queue<int[]> rQueue;

    static boolean isPrime(int n) {
        int i = 0;
        int bound = (int) (Math.sqrt(n) + 1);
        while (primes[i] <= bound) {
            if (n % primes[i] == 0) {
                return false;
            }
            i = i + 1;
        }
        return true;
    }

    // Python's primes.append; an ArrayList<Integer> takes five times the memory
    static void append(int prime) {
        if (size == primes.length) {
            primes = Arrays.copyOf(primes, 2 * size);
        }
        primes[size] = prime;
        size = size + 1;
    }

    static void worker() {
        while (true) {
            // get lowerBound and upperBound from the master
            int[] task = tQueue.get();
            int lowerBound = task[0];
            int upperBound = task[1];
            if (lowerBound < 0 || upperBound < 0) {
                rQueue.put(new int[] {-1}); // to tell the master that this worker is done
                return;
            }

            // append to this worker's own copy of primes, then take from it what was found
            int small = size;
            for (int i = lowerBound; i < upperBound; i++) {
                if (isPrime(i)) {
                    append(i);
                }
            }
            // send the primes of this task to the master
            rQueue.put(Arrays.copyOfRange(primes, small, size));
            size = small;
        }
    }

    /** Takes N, nprocs and chunk. */
    public static void main(String[] args) {
        Arguments arguments = new Arguments(args, "N", "nprocs", "chunk");
        int N = arguments.number("N", 1_000_000, 0, 2_000_000_000);
        int nprocs = arguments.number("nprocs", 4, 1, 256);
        int chunk = arguments.number("chunk", 10_000, 1, 2_000_000_000);

        // the small loop, until the last small prime is beyond the bound of every number up to N
        int m = 6;
        while (primes[size - 1] <= Math.sqrt(N) + 1) {
            if (isPrime(m)) {
                append(m);
            }
            m = m + 1;
        }

        // the bigger loop, m..N
        int numbers = Math.max(N + 1 - m, 0);
        if (chunk > numbers / nprocs + 1) {
            chunk = numbers / nprocs + 1;
        }
        // all tasks are put before the first result is got: they must fit into the master's memory
        if (numbers / chunk > 1_000_000) {
            Arguments.fail("N = " + N + " in chunks of " + chunk + " makes " + numbers / chunk
                    + " tasks, at most 1000000: give a larger chunk");
        }
        master(m, numbers, nprocs, chunk);
        print(N);
    }

    static void master(int m, int numbers, int nprocs, int chunk) {
        // set up the queues, and only then start the workers: these get the queues and the small primes as duplicates
        tQueue = new Queue<>();
        rQueue = new Queue<>();
        List<Process> p = new ArrayList<>();
        for (int i = 0; i < nprocs; i++) {
            p.add(new Process(PrimesMwSort::worker));
        }
        for (int i = 0; i < nprocs; i++) {
            p.get(i).start();
        }

        // distribute the tasks
        int tasks = numbers / chunk;
        for (int i = 0; i < tasks; i++) {
            tQueue.put(new int[] {m + i * chunk, m + (i + 1) * chunk});
        }
        if (tasks * chunk != numbers) {
            tQueue.put(new int[] {m + tasks * chunk, m + numbers});
        }
        // make sure child processes can exit
        for (int i = 0; i < nprocs; i++) {
            tQueue.put(new int[] {-1, -1}); // to make the workers stop
        }

        collect(nprocs);
        Arrays.sort(primes, 0, size); // while the workers end
        for (int i = 0; i < nprocs; i++) {
            p.get(i).join();
        }
    }

    static void collect(int nprocs) {
        // get primes from the workers, until each of them is done
        int done = 0;
        while (done < nprocs) {
            int[] found = rQueue.get();
            if (found.length == 1 && found[0] == -1) {
                done = done + 1;
            } else {
                for (int prime : found) {
                    append(prime);
                }
            }
        }
    }

    static void print(int N) {
        while (size > 0 && primes[size - 1] > N) {
            size = size - 1;
        }
        System.out.println("primes up to " + N + ": " + size);
        if (N <= 1000) {
            System.out.println(Arrays.toString(Arrays.copyOf(primes, size)));
        } else {
            System.out.println("the last 5: " + Arrays.toString(Arrays.copyOfRange(primes, size - 5, size)));
        }
    }
}
