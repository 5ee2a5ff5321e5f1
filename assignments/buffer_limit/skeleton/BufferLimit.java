import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;
import procgrade.multiprocessing.SimpleQueue;

/**
 * A writer and a reader, each a {@link Process}, with more between them than the buffer of a {@link Queue} or a
 * {@link SimpleQueue} holds.
 */
public class BufferLimit {
    static String face;
    static int items;
    static int letters;

    static void writer() {
        // TODO: put the items, then print
    }

    static void reader() {
        // TODO: get the items, then print
    }

    public static void main(String[] args) {
        face = args[0];
        items = Integer.parseInt(args[1]);
        letters = Integer.parseInt(args[2]);

        // TODO: make the queue; let one process write and one read; wait for both and print their exit codes
    }
}
