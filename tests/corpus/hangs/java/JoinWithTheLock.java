import procgrade.multiprocessing.Lock;
import procgrade.multiprocessing.Process;

/**
 * The master joins the worker while it has the lock that the worker needs.
 *
 * pattern: join with a lock
 * expect: DEADLOCK
 */
class JoinWithTheLock {
    static Lock lock = new Lock();

    static void worker() {
        lock.acquire();
        lock.release();
    }

    public static void main(String[] args) {
        lock.acquire();
        new Process(JoinWithTheLock::worker).start().join();
        lock.release();
    }
}
