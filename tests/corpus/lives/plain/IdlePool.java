import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * All is done, but the thread of the pool lives on until it has been idle for some seconds; then the program ends.
 *
 * pattern: timer
 * expect: lives
 */
class IdlePool {
    public static void main(String[] args) throws Exception {
        var pool = new ThreadPoolExecutor(1, 1, 2500, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>());
        pool.allowCoreThreadTimeOut(true);
        System.out.println(pool.submit(() -> 42).get());
    }
}
