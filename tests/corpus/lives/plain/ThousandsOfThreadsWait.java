import java.util.concurrent.CountDownLatch;

/**
 * Five thousand threads wait to enter a monitor whose owner sleeps.
 *
 * pattern: thousands of threads
 * expect: lives
 * options: -Xss256k
 */
class ThousandsOfThreadsWait {
    public static void main(String[] args) throws InterruptedException {
        Object monitor = new Object();
        CountDownLatch done = new CountDownLatch(5000);
        synchronized (monitor) {
            for (int i = 0; i < 5000; i++) {
                new Thread(() -> {
                            synchronized (monitor) {
                                done.countDown();
                            }
                        })
                        .start();
            }
            Thread.sleep(2000);
        }
        done.await();
    }
}
