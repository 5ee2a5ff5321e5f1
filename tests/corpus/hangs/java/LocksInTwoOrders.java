import procgrade.multiprocessing.Barrier;
import procgrade.multiprocessing.Lock;
import procgrade.multiprocessing.Process;

/**
 * Two workers take the same two locks in opposite order.
 *
 * pattern: lock order
 * expect: DEADLOCK
 */
class LocksInTwoOrders {
    static Barrier both = new Barrier(2);

    static void worker(Lock first, Lock second) {
        first.acquire();
        both.await();
        second.acquire();
        second.release();
        first.release();
    }

    public static void main(String[] args) {
        Lock a = new Lock();
        Lock b = new Lock();
        Process one = new Process(LocksInTwoOrders::worker, a, b).start();
        Process two = new Process(LocksInTwoOrders::worker, b, a).start();
        one.join();
        two.join();
    }
}
