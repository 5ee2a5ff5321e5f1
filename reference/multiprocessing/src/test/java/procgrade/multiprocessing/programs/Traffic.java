package procgrade.multiprocessing.programs;

import java.util.Arrays;
import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;
import procgrade.multiprocessing.SimpleQueue;

/** Sends items of many sizes through both kinds of queues and checks each. */
public final class Traffic {
    private static final int ITEMS = 300;

    private Traffic() {}

    public static void main(String[] arguments) {
        Queue<byte[]> queue = new Queue<>();
        SimpleQueue<byte[]> simple = new SimpleQueue<>();
        Process[] producers = new Process[2];
        Arrays.setAll(producers, i -> new Process(Traffic::produce, queue, simple, i).start());
        int bytes = 0;
        for (int i = 0; i < 2 * ITEMS; i++) {
            bytes += check(queue.get()) + check(simple.get());
        }
        for (Process producer : producers) {
            producer.join();
        }
        System.out.println(bytes + " bytes, " + queue.qsize() + " left");
    }

    private static void produce(Queue<byte[]> queue, SimpleQueue<byte[]> simple, int number) {
        for (int i = 0; i < ITEMS; i++) {
            byte[] item = new byte[i * 37 % 20_000];
            Arrays.fill(item, (byte) item.length);
            queue.put(item);
            simple.put(item);
        }
    }

    private static int check(byte[] item) {
        for (byte b : item) {
            if (b != (byte) item.length) {
                throw new IllegalStateException("an item of " + item.length + " bytes arrived damaged");
            }
        }
        return item.length;
    }
}
