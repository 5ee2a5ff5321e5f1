import procgrade.multiprocessing.Lock;
import procgrade.multiprocessing.Process;

/**
 * A worker acquires a lock that it has already.
 *
 * pattern: lock twice
 * expect: DEADLOCK
 */
class LockTwice {
    static Lock lock = new Lock();

    static void worker() {
        lock.acquire();
        lock.acquire();
    }

    public static void main(String[] args) {
        new Process(LockTwice::worker).start().join();
    }
}
