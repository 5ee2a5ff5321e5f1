import procgrade.multiprocessing.Barrier;
import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Semaphore;

/**
 * Two workers have one permit each of two, and want a second one.
 *
 * pattern: semaphore
 * expect: DEADLOCK
 */
class SecondPermit {
    static Semaphore permits = new Semaphore(2);
    static Barrier both = new Barrier(2);

    static void worker() {
        permits.acquire();
        both.await();
        permits.acquire();
        permits.release();
        permits.release();
    }

    public static void main(String[] args) {
        Process one = new Process(SecondPermit::worker).start();
        Process two = new Process(SecondPermit::worker).start();
        one.join();
        two.join();
    }
}
