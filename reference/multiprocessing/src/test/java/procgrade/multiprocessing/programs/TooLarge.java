package procgrade.multiprocessing.programs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

/** Gets an item that does not fit into its memory, then the next one. To be run with a small heap. */
public final class TooLarge {
    private static final int ITEM_BYTES = 8 << 20;
    private static final int BALLAST_BYTES = 1 << 18;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private TooLarge() {}

    private static void produce(Queue<Object> queue) {
        queue.put(new byte[ITEM_BYTES]);
        queue.put("the next item");
    }

    /** Fills the heap but for half of what the item needs. */
    private static List<byte[]> ballast() {
        List<byte[]> ballast = new ArrayList<>();
        try {
            while (true) {
                ballast.add(new byte[BALLAST_BYTES]);
            }
        } catch (OutOfMemoryError full) {
            for (int i = 0; i < ITEM_BYTES / BALLAST_BYTES / 2; i++) {
                ballast.remove(ballast.size() - 1);
            }
            return ballast;
        }
    }

    /**
     * Runs the program.
     *
     * @param arguments the maximal size of the queue
     */
    public static void main(String[] arguments) {
        Queue<Object> queue = new Queue<>(Integer.parseInt(arguments[0]));
        Process producer = new Process(TooLarge::produce, queue).start();
        List<byte[]> ballast = ballast();
        try {
            System.out.println("got " + queue.get(LIMIT) + " besides " + ballast.size());
        } catch (OutOfMemoryError e) {
            ballast.clear();
            System.out.println("no memory for the first item");
        }
        System.out.println("got " + queue.get(LIMIT));
        producer.join();
    }
}
