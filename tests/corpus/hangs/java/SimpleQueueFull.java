import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.SimpleQueue;

/**
 * The put of a long item waits for a reader that is started later.
 *
 * pattern: put into a full queue
 * expect: DEADLOCK
 */
class SimpleQueueFull {
    static SimpleQueue<byte[]> items = new SimpleQueue<>();

    static void worker() {
        items.get();
    }

    public static void main(String[] args) {
        items.put(new byte[200_000]);
        new Process(SimpleQueueFull::worker).start();
    }
}
