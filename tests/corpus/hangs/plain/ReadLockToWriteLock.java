import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Has the lock for reading and wants it for writing, too.
 *
 * pattern: lock twice, threads
 * expect: DEADLOCK
 */
class ReadLockToWriteLock {
    public static void main(String[] args) {
        var lock = new ReentrantReadWriteLock();
        lock.readLock().lock();
        lock.writeLock().lock();
    }
}
