import procgrade.multiprocessing.Lock;
import procgrade.multiprocessing.Process;

/**
 * A worker is killed while it has the lock.
 *
 * pattern: worker died with the queue's lock
 * expect: DEADLOCK
 */
class DiedWithTheLock {
    static Lock lock = new Lock();

    static void worker() {
        lock.acquire();
        Runtime.getRuntime().halt(1);
    }

    public static void main(String[] args) {
        Process worker = new Process(DiedWithTheLock::worker).start();
        worker.join();
        lock.acquire();
    }
}
