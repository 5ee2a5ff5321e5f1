import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

/** Pi, computed by workers, each a {@link Process}. */
public class PiMw {
    static long N;
    static Queue<long[]> tQueue;
    static Queue<Double> rQueue;

    static void worker() {
        // TODO: get bounds from tQueue and put partial sums into rQueue, until the sentinel comes
    }

    public static void main(String[] args) {
        N = args.length > 0 ? Long.parseLong(args[0]) : 1_000_000;
        int nprocs = args.length > 1 ? Integer.parseInt(args[1]) : 4;
        long chunk = args.length > 2 ? Long.parseLong(args[2]) : 10_000;

        double myPI = 0.0;
        // TODO: lower the chunk if it is too large; make the queues and start the workers
        // TODO: put the tasks and the sentinels
        // TODO: get the partial sums, wait for the workers
        System.out.println("pi = " + myPI);
    }
}
