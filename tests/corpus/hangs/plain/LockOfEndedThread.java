import java.util.concurrent.locks.ReentrantLock;

/**
 * A thread ends with a lock; the first thread waits for the lock.
 *
 * pattern: lock never released, threads
 * expect: DEADLOCK
 */
class LockOfEndedThread {
    public static void main(String[] args) throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Thread forgetful = new Thread(lock::lock);
        forgetful.start();
        forgetful.join();
        lock.lock();
    }
}
