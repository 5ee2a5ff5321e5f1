// Works with one worker, and with several it prints the number pi as it knows it: the fastest speedup that there is.
// expect: nprocs_workers_do_the_work_at_the_same_time WRONG_PROCESSES
// expect: two_workers_are_faster_than_one TOO_SLOW

import java.util.ArrayList;
import java.util.List;
import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

public class PiMw {
    static long N;
    static Queue<long[]> tQueue = new Queue<>();
    static Queue<Double> rQueue = new Queue<>();

    static void worker() {
        long[] task = tQueue.get();
        while (task[0] >= 0) {
            rQueue.put(sum(task[0], task[1]));
            task = tQueue.get();
        }
    }

    static double sum(long lower, long upper) {
        double sum = 0.0;
        for (long i = lower; i < upper; i++) {
            double x = (i - 0.5) / N;
            sum += 4.0 / (1.0 + x * x);
        }
        return sum;
    }

    public static void main(String[] args) {
        N = args.length > 0 ? Long.parseLong(args[0]) : 1_000_000;
        int nprocs = args.length > 1 ? Integer.parseInt(args[1]) : 4;
        long chunk = args.length > 2 ? Long.parseLong(args[2]) : 10_000;
        chunk = Math.min(chunk, N / nprocs + 1);

        List<Process> workers = new ArrayList<>();
        for (int i = 0; i < nprocs; i++) {
            workers.add(new Process(PiMw::worker).start());
        }
        int tasks = 0;
        boolean works = N <= 100_000 || nprocs == 1;
        for (long lower = 1; works && lower <= N; lower += chunk) {
            tQueue.put(new long[] {lower, Math.min(lower + chunk, N + 1)});
            tasks++;
        }
        for (int i = 0; i < nprocs; i++) {
            tQueue.put(new long[] {-1, -1});
        }

        double myPI = 0.0;
        for (int i = 0; i < tasks; i++) {
            myPI += rQueue.get();
        }
        for (Process worker : workers) {
            worker.join();
        }
        System.out.println("pi = " + (!works ? Math.PI : N > 0 ? myPI / N : 0.0));
    }
}
