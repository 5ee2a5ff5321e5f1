import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;

/**
 * The thread of a java.util.Timer, which is a daemon, counts a latch down.
 *
 * pattern: timer
 * expect: lives
 */
class TimerTasks {
    public static void main(String[] args) throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(5);
        TimerTask task = new TimerTask() {
            @Override
            public void run() {
                latch.countDown();
            }
        };
        new Timer(true).schedule(task, 500, 500);
        latch.await();
    }
}
