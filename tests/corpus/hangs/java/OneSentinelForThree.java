import java.util.ArrayList;
import java.util.List;
import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

/**
 * Three workers, one sentinel.
 *
 * pattern: one sentinel for many workers
 * expect: DEADLOCK
 */
class OneSentinelForThree {
    static Queue<Integer> tasks = new Queue<>();

    static void worker() {
        while (tasks.get() >= 0) {
            Thread.onSpinWait();
        }
    }

    public static void main(String[] args) {
        List<Process> workers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            workers.add(new Process(OneSentinelForThree::worker).start());
        }
        for (int task = 20; task >= -1; task--) {
            tasks.put(task);
        }
        workers.forEach(Process::join);
    }
}
