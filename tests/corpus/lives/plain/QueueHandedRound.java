import java.util.concurrent.SynchronousQueue;

/**
 * Two threads hand numbers over through a queue without room.
 *
 * pattern: hand-over
 * expect: lives
 */
class QueueHandedRound {
    public static void main(String[] args) throws InterruptedException {
        var queue = new SynchronousQueue<Integer>();
        Thread reader = new Thread(() -> {
            try {
                while (queue.take() >= 0) {
                    Thread.onSpinWait();
                }
            } catch (InterruptedException cause) {
                throw new IllegalStateException(cause);
            }
        });
        reader.start();
        long end = System.nanoTime() + 2_500_000_000L;
        while (System.nanoTime() < end) {
            queue.put(1);
        }
        queue.put(-1);
    }
}
