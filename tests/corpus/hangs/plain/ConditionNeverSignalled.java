import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Awaits a condition that only the same thread would signal.
 *
 * pattern: condition, threads
 * expect: DEADLOCK
 */
class ConditionNeverSignalled {
    public static void main(String[] args) throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Condition full = lock.newCondition();
        lock.lock();
        full.await();
        full.signal();
    }
}
