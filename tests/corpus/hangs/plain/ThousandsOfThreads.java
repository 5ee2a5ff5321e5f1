import java.util.concurrent.CountDownLatch;

/**
 * Five thousand threads wait to enter a monitor whose owner waits for one of them.
 *
 * pattern: lock never released, thousands of threads
 * expect: DEADLOCK
 * options: -Xss256k
 */
class ThousandsOfThreads {
    public static void main(String[] args) throws InterruptedException {
        Object monitor = new Object();
        CountDownLatch done = new CountDownLatch(1);
        synchronized (monitor) {
            for (int i = 0; i < 5000; i++) {
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
