import java.util.concurrent.Semaphore;

/**
 * A semaphore as a lock, acquired twice by the same thread.
 *
 * pattern: lock twice, threads
 * expect: DEADLOCK
 */
class SemaphoreTwice {
    public static void main(String[] args) throws InterruptedException {
        Semaphore mutex = new Semaphore(1);
        mutex.acquire();
        mutex.acquire();
    }
}
