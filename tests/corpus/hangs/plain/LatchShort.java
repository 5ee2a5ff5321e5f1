import java.util.concurrent.CountDownLatch;

/**
 * A latch for three, and two who count down, because one failed.
 *
 * pattern: barrier short of a party, threads
 * expect: DEADLOCK
 */
class LatchShort {
    public static void main(String[] args) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(3);
        for (int i = 0; i < 3; i++) {
            int divisor = i;
            new Thread(() -> {
                        System.out.println(6 / divisor);
                        ready.countDown();
                    })
                    .start();
        }
        ready.await();
    }
}
