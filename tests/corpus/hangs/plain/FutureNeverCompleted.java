import java.util.concurrent.CompletableFuture;

/**
 * Joins a future that nobody completes.
 *
 * pattern: event never set, threads
 * expect: DEADLOCK
 */
class FutureNeverCompleted {
    public static void main(String[] args) {
        new CompletableFuture<String>().thenAccept(System.out::println).join();
    }
}
