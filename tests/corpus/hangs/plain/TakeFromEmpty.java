import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Three consumers take until a sentinel comes, and there is one.
 *
 * pattern: one sentinel for many workers
 * expect: DEADLOCK
 */
class TakeFromEmpty {
    public static void main(String[] args) throws InterruptedException {
        BlockingQueue<Integer> tasks = new LinkedBlockingQueue<>();
        for (int i = 0; i < 3; i++) {
            new Thread(() -> consume(tasks)).start();
        }
        for (int task = 10; task >= 0; task--) {
            tasks.put(task);
        }
    }

    private static void consume(BlockingQueue<Integer> tasks) {
        try {
            while (tasks.take() > 0) {
                Thread.onSpinWait();
            }
        } catch (InterruptedException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
