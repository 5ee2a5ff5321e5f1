import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

/**
 * The master gets one result more than the workers put.
 *
 * pattern: get on an empty queue
 * expect: DEADLOCK
 */
class OneGetTooMany {
    static Queue<Integer> results = new Queue<>();

    static void worker(int number) {
        results.put(number);
    }

    public static void main(String[] args) {
        new Process(OneGetTooMany::worker, 1).start();
        new Process(OneGetTooMany::worker, 2).start();
        System.out.println(results.get() + results.get() + results.get());
    }
}
