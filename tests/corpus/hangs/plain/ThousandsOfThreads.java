import java.util.concurrent.CountDownLatch;

/**
 * Five thousand threads wait for a latch that the first one would count down if one of them ended.
 *
 * pattern: event never set, thousands of threads
 * expect: DEADLOCK
 * options: -Xss256k
 */
class ThousandsOfThreads {
    static CountDownLatch begin = new CountDownLatch(1);

    static void await() {
        try {
            begin.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void main(String[] args) throws InterruptedException {
        Thread last = Thread.currentThread();
        for (int i = 0; i < 5000; i++) {
            last = new Thread(ThousandsOfThreads::await);
            last.start();
        }
        last.join();
        begin.countDown();
    }
}
