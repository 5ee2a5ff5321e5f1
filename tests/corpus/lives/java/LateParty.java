import procgrade.multiprocessing.Barrier;
import procgrade.multiprocessing.Process;

/**
 * The last party of the barrier comes late.
 *
 * pattern: late
 * expect: lives
 */
class LateParty {
    static Barrier barrier = new Barrier(3);

    static void worker() {
        barrier.await();
    }

    public static void main(String[] args) throws InterruptedException {
        new Process(LateParty::worker).start();
        new Process(LateParty::worker).start();
        Thread.sleep(2500);
        barrier.await();
    }
}
