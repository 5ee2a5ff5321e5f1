import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/**
 * One thread sorts, the others wait for it.
 *
 * pattern: computes while all else waits
 * expect: lives
 */
class BigSort {
    public static void main(String[] args) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        new Thread(() -> {
                    long end = System.nanoTime() + 2_500_000_000L;
                    while (System.nanoTime() < end) {
                        Arrays.sort(new Random(1).doubles(500_000).toArray());
                    }
                    done.countDown();
                })
                .start();
        for (int i = 0; i < 3; i++) {
            new Thread(() -> {
                        try {
                            done.await();
                        } catch (InterruptedException cause) {
                            throw new IllegalStateException(cause);
                        }
                    })
                    .start();
        }
        done.await();
    }
}
