import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

/**
 * The worker puts a result each 0.4 seconds; the master gets them.
 *
 * pattern: slow pipe
 * expect: lives
 */
class SlowProducer {
    static Queue<Integer> items = new Queue<>();

    static void worker() throws InterruptedException {
        for (int item = 0; item < 6; item++) {
            Thread.sleep(400);
            items.put(item);
        }
    }

    public static void main(String[] args) {
        new Process(SlowProducer::worker).start();
        for (int item = 0; item < 6; item++) {
            items.get();
        }
    }
}
