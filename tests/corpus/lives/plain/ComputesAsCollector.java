import java.util.concurrent.CountDownLatch;

/**
 * A thread with the name of the collector computes.
 *
 * pattern: names of the virtual machine
 * expect: lives
 */
class ComputesAsCollector {
    private static volatile long sum;

    public static void main(String[] args) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Thread thread = new Thread(
                () -> {
                    long end = System.nanoTime() + 2_500_000_000L;
                    while (System.nanoTime() < end) {
                        sum++;
                    }
                    done.countDown();
                },
                "G1 Conc#0");
        thread.start();
        done.await();
    }
}
