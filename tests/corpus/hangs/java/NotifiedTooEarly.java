import procgrade.multiprocessing.Condition;
import procgrade.multiprocessing.Process;

/**
 * The master notifies before the worker waits.
 *
 * pattern: lost wake-up
 * expect: DEADLOCK
 */
class NotifiedTooEarly {
    static Condition condition = new Condition();

    static void worker() {
        condition.acquire();
        condition.await();
        condition.release();
    }

    public static void main(String[] args) {
        condition.acquire();
        condition.notifyOne();
        condition.release();
        new Process(NotifiedTooEarly::worker).start().join();
    }
}
