import java.time.Duration;
import procgrade.multiprocessing.Barrier;
import procgrade.multiprocessing.Lock;
import procgrade.multiprocessing.Process;

/**
 * Two workers take two locks in opposite order, with time limits, and give up.
 *
 * pattern: polling
 * expect: lives
 */
class TimedLocks {
    static Barrier both = new Barrier(2);

    static void worker(Lock first, Lock second) {
        first.acquire();
        both.await();
        if (second.acquire(Duration.ofMillis(2500))) {
            second.release();
        }
        first.release();
    }

    public static void main(String[] args) {
        Lock a = new Lock();
        Lock b = new Lock();
        Process one = new Process(TimedLocks::worker, a, b).start();
        Process two = new Process(TimedLocks::worker, b, a).start();
        one.join();
        two.join();
    }
}
