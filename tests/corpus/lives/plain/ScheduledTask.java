import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The first thread waits for a task that is to run later.
 *
 * pattern: timer
 * expect: lives
 */
class ScheduledTask {
    public static void main(String[] args) throws Exception {
        var timer = Executors.newScheduledThreadPool(2);
        System.out.println(timer.schedule(() -> 42, 2500, TimeUnit.MILLISECONDS).get());
        timer.shutdown();
    }
}
