import procgrade.multiprocessing.Lock;
import procgrade.multiprocessing.Process;

/**
 * The first worker returns with the lock; the second one waits for it.
 *
 * pattern: lock never released
 * expect: DEADLOCK
 */
class LockNotReleased {
    static Lock lock = new Lock();

    static void worker(int number) {
        lock.acquire();
        if (number == 0) {
            return;
        }
        lock.release();
    }

    public static void main(String[] args) {
        for (int number = 0; number < 2; number++) {
            new Process(LockNotReleased::worker, number).start().join();
        }
    }
}
