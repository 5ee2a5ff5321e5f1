import java.util.List;
import procgrade.multiprocessing.Pool;

/**
 * The workers of a pool sleep in their tasks.
 *
 * pattern: sleep
 * expect: lives
 */
class SlowPool {
    static int work(int number) throws InterruptedException {
        Thread.sleep(600);
        return number;
    }

    public static void main(String[] args) {
        try (Pool pool = new Pool(2)) {
            System.out.println(pool.map(SlowPool::work, List.of(1, 2, 3, 4, 5, 6)));
        }
    }
}
