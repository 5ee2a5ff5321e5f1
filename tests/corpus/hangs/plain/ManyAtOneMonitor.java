import java.util.concurrent.CountDownLatch;

/**
 * Thirty threads wait to enter a monitor whose owner waits for one of them.
 *
 * pattern: lock never released, threads
 * expect: DEADLOCK
 */
class ManyAtOneMonitor {
    public static void main(String[] args) throws InterruptedException {
        Object monitor = new Object();
        CountDownLatch done = new CountDownLatch(1);
        synchronized (monitor) {
            for (int i = 0; i < 30; i++) {
                new Thread(() -> {
                            synchronized (monitor) {
                                done.countDown();
                            }
                        })
                        .start();
            }
            done.await();
        }
    }
}
