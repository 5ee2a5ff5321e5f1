import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;

/**
 * Two threads have one permit each of two, and want a second one.
 *
 * pattern: semaphore, threads
 * expect: DEADLOCK
 */
class SemaphoreTooFew {
    public static void main(String[] args) {
        Semaphore permits = new Semaphore(2);
        CyclicBarrier both = new CyclicBarrier(2);
        for (int i = 0; i < 2; i++) {
            new Thread(() -> {
                        try {
                            permits.acquire();
                            both.await();
                            permits.acquire();
                        } catch (Exception cause) {
                            throw new IllegalStateException(cause);
                        }
                    })
                    .start();
        }
    }
}
