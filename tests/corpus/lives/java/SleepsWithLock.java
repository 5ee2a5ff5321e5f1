import java.util.ArrayList;
import java.util.List;
import procgrade.multiprocessing.Lock;
import procgrade.multiprocessing.Process;

/**
 * Three workers want the lock, and each sleeps with it.
 *
 * pattern: late
 * expect: lives
 */
class SleepsWithLock {
    static Lock lock = new Lock();

    static void worker() throws InterruptedException {
        lock.acquire();
        Thread.sleep(700);
        lock.release();
    }

    public static void main(String[] args) {
        List<Process> workers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            workers.add(new Process(SleepsWithLock::worker).start());
        }
        workers.forEach(Process::join);
    }
}
