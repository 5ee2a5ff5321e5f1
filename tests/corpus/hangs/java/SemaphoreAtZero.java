import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Semaphore;

/**
 * The only one who would release the semaphore waits for it.
 *
 * pattern: semaphore
 * expect: DEADLOCK
 */
class SemaphoreAtZero {
    static Semaphore ready = new Semaphore(0);

    static void worker() {
        ready.acquire();
        ready.release();
    }

    public static void main(String[] args) {
        new Process(SemaphoreAtZero::worker).start().join();
    }
}
