import java.util.concurrent.Executors;

/**
 * The program is done, but the threads of its pool wait for tasks, so it never ends.
 *
 * pattern: pool never shut down
 * expect: DEADLOCK
 */
class PoolNotShutDown {
    public static void main(String[] args) throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        System.out.println(pool.submit(() -> 42).get());
    }
}
