import java.util.concurrent.CompletableFuture;

/**
 * The first thread hands a task to an idle thread of the common pool and waits for it, again and again.
 *
 * pattern: hand-over
 * expect: lives
 */
class JoinsTasks {
    private static volatile long sum;

    public static void main(String[] args) {
        long end = System.nanoTime() + 2_500_000_000L;
        while (System.nanoTime() < end) {
            CompletableFuture.runAsync(JoinsTasks::work).join();
        }
    }

    private static void work() {
        long end = System.nanoTime() + 20_000_000L;
        while (System.nanoTime() < end) {
            sum++;
        }
    }
}
