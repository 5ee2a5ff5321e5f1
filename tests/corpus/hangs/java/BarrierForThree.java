import procgrade.multiprocessing.Barrier;
import procgrade.multiprocessing.Process;

/**
 * A barrier for three, and two who come.
 *
 * pattern: barrier short of a party
 * expect: DEADLOCK
 */
class BarrierForThree {
    static Barrier barrier = new Barrier(3);

    static void worker() {
        barrier.await();
    }

    public static void main(String[] args) {
        Process one = new Process(BarrierForThree::worker).start();
        Process two = new Process(BarrierForThree::worker).start();
        one.join();
        two.join();
    }
}
