import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A future is completed by the time limit it was given.
 *
 * pattern: timer
 * expect: lives
 */
class CompletesOnTimeout {
    public static void main(String[] args) {
        var future = new CompletableFuture<Integer>().completeOnTimeout(42, 2500, TimeUnit.MILLISECONDS);
        System.out.println(future.join());
    }
}
