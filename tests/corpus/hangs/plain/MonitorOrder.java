import java.util.concurrent.CyclicBarrier;

/**
 * Two threads enter two monitors in opposite order.
 *
 * pattern: lock order, threads
 * expect: DEADLOCK
 */
class MonitorOrder {
    private static final CyclicBarrier BOTH = new CyclicBarrier(2);

    public static void main(String[] args) {
        Object a = new Object();
        Object b = new Object();
        new Thread(() -> enter(a, b)).start();
        enter(b, a);
    }

    private static void enter(Object first, Object second) {
        synchronized (first) {
            meet();
            synchronized (second) {
                System.out.println("never");
            }
        }
    }

    private static void meet() {
        try {
            BOTH.await();
        } catch (Exception cause) {
            throw new IllegalStateException(cause);
        }
    }
}
