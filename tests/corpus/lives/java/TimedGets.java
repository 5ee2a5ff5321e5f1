import java.time.Duration;
import procgrade.multiprocessing.Empty;
import procgrade.multiprocessing.Queue;

/**
 * Gets with a time limit, again and again.
 *
 * pattern: polling
 * expect: lives
 */
class TimedGets {
    static Queue<Integer> items = new Queue<>();

    public static void main(String[] args) {
        for (int i = 0; i < 6; i++) {
            try {
                items.get(Duration.ofMillis(450));
            } catch (Empty nothing) {
                System.out.println("empty");
            }
        }
    }
}
