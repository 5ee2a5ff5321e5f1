import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Polls a queue with a time limit, while three others take from it.
 *
 * pattern: polling
 * expect: lives
 */
class PollsQueue {
    public static void main(String[] args) throws InterruptedException {
        var queue = new LinkedBlockingQueue<Integer>();
        for (int i = 0; i < 3; i++) {
            Thread taker = new Thread(() -> {
                try {
                    queue.take();
                } catch (InterruptedException cause) {
                    throw new IllegalStateException(cause);
                }
            });
            taker.setDaemon(true);
            taker.start();
        }
        for (int i = 0; i < 5; i++) {
            queue.poll(500, TimeUnit.MILLISECONDS);
        }
    }
}
