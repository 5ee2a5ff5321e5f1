import java.util.ArrayList;
import java.util.List;
import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

/** The primes up to N, found by workers, each a {@link Process}. */
public class PrimesMwSort {
    static List<Integer> primes = new ArrayList<>(List.of(2, 3, 5));
    static Queue<int[]> tQueue;
    static Queue<int[]> rQueue;

    static void worker() {
        // TODO: get bounds from tQueue and put what was found into rQueue, until the sentinel comes
    }

    public static void main(String[] args) {
        int N = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int nprocs = args.length > 1 ? Integer.parseInt(args[1]) : 4;
        int chunk = args.length > 2 ? Integer.parseInt(args[2]) : 10_000;

        // TODO: find the small primes
        // TODO: make the queues, start the workers, put the tasks and the sentinels
        // TODO: get the primes until each worker is done, wait for the workers, sort
        System.out.println("primes up to " + N + ": " + primes.size());
        // TODO: for N up to 1000 the list, else the last 5
        System.out.println(primes);
    }
}
