import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

/**
 * The worker takes tasks until a sentinel comes; the master sends none and joins.
 *
 * pattern: missing sentinel
 * expect: DEADLOCK
 */
class NoSentinel {
    static Queue<Integer> tasks = new Queue<>();
    static Queue<Integer> results = new Queue<>();

    static void worker() {
        for (int task = tasks.get(); task >= 0; task = tasks.get()) {
            results.put(task * task);
        }
    }

    public static void main(String[] args) {
        Process worker = new Process(NoSentinel::worker);
        worker.start();
        for (int task = 0; task < 5; task++) {
            tasks.put(task);
        }
        for (int task = 0; task < 5; task++) {
            results.get();
        }
        worker.join();
    }
}
