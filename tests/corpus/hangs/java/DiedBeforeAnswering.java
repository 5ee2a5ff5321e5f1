import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

/**
 * A worker ends by an exception before it has answered.
 *
 * pattern: worker died before answering
 * expect: DEADLOCK
 */
class DiedBeforeAnswering {
    static Queue<Integer> tasks = new Queue<>();
    static Queue<Integer> results = new Queue<>();

    static void worker() {
        for (int task = tasks.get(); task >= 0; task = tasks.get()) {
            results.put(100 / task);
        }
    }

    public static void main(String[] args) {
        new Process(DiedBeforeAnswering::worker).start();
        tasks.put(5);
        tasks.put(0);
        tasks.put(-1);
        System.out.println(results.get() + results.get());
    }
}
