import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

/**
 * One worker computes, two wait for its result.
 *
 * pattern: computes while all else waits
 * expect: lives
 */
class WorkerComputes {
    static Queue<Integer> results = new Queue<>();

    static void compute() {
        long end = System.nanoTime() + 2_500_000_000L;
        int count = 0;
        while (System.nanoTime() < end) {
            count++;
        }
        results.put(count);
        results.put(count);
    }

    static void take() {
        results.get();
    }

    public static void main(String[] args) {
        Process one = new Process(WorkerComputes::take).start();
        Process two = new Process(WorkerComputes::take).start();
        new Process(WorkerComputes::compute).start();
        one.join();
        two.join();
    }
}
