import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/**
 * A barrier for two, and the first thread alone.
 *
 * pattern: barrier short of a party, threads
 * expect: DEADLOCK
 */
class BarrierShort {
    public static void main(String[] args) throws InterruptedException, BrokenBarrierException {
        new CyclicBarrier(2).await();
    }
}
