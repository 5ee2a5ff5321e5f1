import java.util.ArrayList;
import java.util.List;
import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

/**
 * Five workers wait for a task, and the master for a result: six virtual machines.
 *
 * pattern: get on an empty queue
 * expect: DEADLOCK
 */
class SixMachines {
    static Queue<Integer> tasks = new Queue<>();
    static Queue<Integer> results = new Queue<>();

    static void worker() {
        results.put(tasks.get());
    }

    public static void main(String[] args) {
        List<Process> workers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            workers.add(new Process(SixMachines::worker).start());
        }
        System.out.println(results.get());
        workers.forEach(Process::join);
    }
}
