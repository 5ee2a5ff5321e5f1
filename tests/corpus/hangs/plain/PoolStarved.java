import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A pool of one thread, whose task waits for another task of the pool.
 *
 * pattern: pool starved by its own tasks
 * expect: DEADLOCK
 */
class PoolStarved {
    public static void main(String[] args) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        int answer = pool.submit(() -> pool.submit(() -> 42).get()).get();
        System.out.println(answer);
        pool.shutdown();
    }
}
