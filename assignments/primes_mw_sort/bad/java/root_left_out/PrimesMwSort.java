// The small primes go up to the root of N, but leave that itself out: the square of a prime is taken for a prime.
// expect: has_the_right_primes_at_the_edges WRONG_OUTPUT
// allow: two_workers_are_faster_than_one WRONG_OUTPUT

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

public class PrimesMwSort {
    static int[] small; // the primes up to the root of N
    static Queue<int[]> tQueue = new Queue<>();
    static Queue<int[]> rQueue = new Queue<>();

    static boolean isPrime(int n) {
        for (int i = 0; i < small.length && small[i] * small[i] <= n; i++) {
            if (n % small[i] == 0) {
                return false;
            }
        }
        return true;
    }

    static int[] primes(int lower, int upper) {
        return IntStream.range(lower, upper).filter(PrimesMwSort::isPrime).toArray();
    }

    static void worker() {
        for (int[] task = tQueue.get(); task[0] >= 0; task = tQueue.get()) {
            rQueue.put(primes(task[0], task[1]));
        }
        rQueue.put(new int[] {-1});
    }

    public static void main(String[] args) {
        int N = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int nprocs = args.length > 1 ? Integer.parseInt(args[1]) : 4;
        int chunk = args.length > 2 ? Integer.parseInt(args[2]) : 10_000;
        small = IntStream.range(2, (int) Math.sqrt(N))
                .filter(n -> IntStream.rangeClosed(2, (int) Math.sqrt(n)).noneMatch(d -> n % d == 0))
                .toArray();
        int first = Math.max((int) Math.sqrt(N), 2);
        chunk = Math.min(chunk, Math.max(N + 1 - first, 0) / nprocs + 1);

        List<Process> workers = new ArrayList<>();
        for (int i = 0; i < nprocs; i++) {
            workers.add(new Process(PrimesMwSort::worker).start());
        }
        for (int lower = first; lower <= N; lower += chunk) {
            tQueue.put(new int[] {lower, Math.min(lower + chunk, N + 1)});
        }
        for (int i = 0; i < nprocs; i++) {
            tQueue.put(new int[] {-1, -1});
        }

        IntStream.Builder all = IntStream.builder();
        Arrays.stream(small).forEach(all);
        for (int done = 0; done < nprocs; ) {
            int[] found = rQueue.get();
            if (found.length == 1 && found[0] == -1) {
                done++;
            } else {
                Arrays.stream(found).forEach(all);
            }
        }
        for (Process worker : workers) {
            worker.join();
        }
        int[] primes = all.build().sorted().toArray();
        System.out.println("primes up to " + N + ": " + primes.length);
        System.out.println(
                N <= 1000
                        ? Arrays.toString(primes)
                        : "the last 5: "
                                + Arrays.toString(Arrays.copyOfRange(primes, primes.length - 5, primes.length)));
    }
}
