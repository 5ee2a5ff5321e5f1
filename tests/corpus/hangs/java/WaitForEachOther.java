import procgrade.multiprocessing.Condition;
import procgrade.multiprocessing.Process;

/**
 * Both wait on the condition, each for the other to notify.
 *
 * pattern: condition
 * expect: DEADLOCK
 */
class WaitForEachOther {
    static Condition condition = new Condition();

    static void meet() {
        condition.acquire();
        condition.await();
        condition.notifyOne();
        condition.release();
    }

    public static void main(String[] args) {
        Process worker = new Process(WaitForEachOther::meet).start();
        meet();
        worker.join();
    }
}
