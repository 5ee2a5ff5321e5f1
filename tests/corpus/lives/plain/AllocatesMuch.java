import java.util.ArrayList;
import java.util.List;

/**
 * Allocates, so that the collector stops all threads again and again; others wait.
 *
 * pattern: garbage collection
 * expect: lives
 * options: -Xmx64m
 */
class AllocatesMuch {
    public static void main(String[] args) throws InterruptedException {
        Thread worker = new Thread(() -> {
            long end = System.nanoTime() + 2_500_000_000L;
            List<byte[]> kept = new ArrayList<>();
            while (System.nanoTime() < end) {
                kept.add(new byte[10_000]);
                if (kept.size() == 3000) {
                    kept.clear();
                }
            }
        });
        worker.start();
        worker.join();
    }
}
