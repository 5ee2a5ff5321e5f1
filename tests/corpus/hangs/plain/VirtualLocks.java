import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Two virtual threads take two locks in opposite order.
 *
 * pattern: lock order, threads
 * expect: DEADLOCK
 * java: 21
 */
class VirtualLocks {
    public static void main(String[] args) throws Exception {
        ReentrantLock a = new ReentrantLock();
        ReentrantLock b = new ReentrantLock();
        CountDownLatch both = new CountDownLatch(2);
        Thread one = start(() -> take(a, b, both));
        start(() -> take(b, a, both));
        one.join();
    }

    // by reflection, so that the file compiles with Java 17
    private static Thread start(Runnable task) throws ReflectiveOperationException {
        return (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
    }

    private static void take(ReentrantLock first, ReentrantLock second, CountDownLatch both) {
        first.lock();
        both.countDown();
        try {
            both.await();
        } catch (InterruptedException cause) {
            throw new IllegalStateException(cause);
        }
        second.lock();
    }
}
