import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

/**
 * The master asks again and again whether the queue is empty.
 *
 * pattern: polling
 * expect: lives
 */
class PollsEmpty {
    static Queue<Integer> items = new Queue<>();

    static void worker() throws InterruptedException {
        Thread.sleep(2500);
        items.put(1);
    }

    public static void main(String[] args) throws InterruptedException {
        new Process(PollsEmpty::worker).start();
        while (items.empty()) {
            Thread.sleep(150);
        }
        System.out.println(items.get());
    }
}
