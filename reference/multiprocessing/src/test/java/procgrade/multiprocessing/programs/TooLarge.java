package procgrade.multiprocessing.programs;

import java.time.Duration;
import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

/** Gets an item that does not fit into its memory, then the next one. To be run with a small heap. */
public final class TooLarge {
    private TooLarge() {}

    private static void produce(Queue<Object> queue) {
        queue.put(new byte[20 << 20]);
        queue.put("the next item");
    }

    /**
     * Runs the program.
     *
     * @param arguments the maximal size of the queue
     */
    public static void main(String[] arguments) {
        Queue<Object> queue = new Queue<>(Integer.parseInt(arguments[0]));
        Process producer = new Process(TooLarge::produce, queue).start();
        byte[] ballast = new byte[30 << 20];
        try {
            System.out.println("got " + queue.get() + " besides " + ballast.length);
        } catch (OutOfMemoryError e) {
            System.out.println("no memory for the first item besides " + ballast.length);
        }
        System.out.println("got " + queue.get(Duration.ofSeconds(60)));
        producer.join();
    }
}
