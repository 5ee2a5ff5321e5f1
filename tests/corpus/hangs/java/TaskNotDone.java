import procgrade.multiprocessing.JoinableQueue;
import procgrade.multiprocessing.Process;

/**
 * The worker forgets taskDone for one task; the master joins the queue.
 *
 * pattern: joinable queue never done
 * expect: DEADLOCK
 */
class TaskNotDone {
    static JoinableQueue<Integer> tasks = new JoinableQueue<>();

    static void worker() {
        for (int task = tasks.get(); task >= 0; task = tasks.get()) {
            if (task != 3) {
                tasks.taskDone();
            }
        }
    }

    public static void main(String[] args) {
        new Process(TaskNotDone::worker).daemon(true).start();
        for (int task = 0; task < 5; task++) {
            tasks.put(task);
        }
        tasks.join();
    }
}
