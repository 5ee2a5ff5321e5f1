import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

/**
 * The queue has two places, and the master puts all tasks before it starts the worker.
 *
 * pattern: put into a full queue
 * expect: DEADLOCK
 */
class BoundedQueueFull {
    static Queue<Integer> tasks = new Queue<>(2);

    static void worker() {
        tasks.get();
    }

    public static void main(String[] args) {
        for (int task = 0; task < 3; task++) {
            tasks.put(task);
        }
        new Process(BoundedQueueFull::worker).start();
    }
}
