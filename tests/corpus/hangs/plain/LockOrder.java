import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Three threads take three locks in a circle.
 *
 * pattern: lock order, threads
 * expect: DEADLOCK
 */
class LockOrder {
    public static void main(String[] args) {
        ReentrantLock[] locks = {new ReentrantLock(), new ReentrantLock(), new ReentrantLock()};
        CyclicBarrier all = new CyclicBarrier(3);
        for (int i = 0; i < 3; i++) {
            ReentrantLock first = locks[i];
            ReentrantLock second = locks[(i + 1) % 3];
            new Thread(() -> {
                        first.lock();
                        meet(all);
                        second.lock();
                    })
                    .start();
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception cause) {
            throw new IllegalStateException(cause);
        }
    }
}
