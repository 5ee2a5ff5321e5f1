import java.util.concurrent.Exchanger;
import java.util.concurrent.SynchronousQueue;

/**
 * One thread hands over through a queue without room, the other through an exchanger.
 *
 * pattern: both ends sending
 * expect: DEADLOCK
 */
class HandOver {
    public static void main(String[] args) throws InterruptedException {
        var queue = new SynchronousQueue<Integer>();
        var exchanger = new Exchanger<Integer>();
        new Thread(() -> {
                    try {
                        exchanger.exchange(1);
                        queue.take();
                    } catch (InterruptedException cause) {
                        throw new IllegalStateException(cause);
                    }
                })
                .start();
        queue.put(2);
        exchanger.exchange(3);
    }
}
