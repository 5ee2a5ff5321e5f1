package procgrade.multiprocessing.programs;

import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;
import procgrade.multiprocessing.SimpleQueue;

/** Puts items that nobody gets, until the pipe is full; its argument says into which kind of queue. */
public final class Overflow {
    private Overflow() {}

    public static void main(String[] arguments) {
        if (arguments[0].equals("simple")) {
            Process producer = new Process(Overflow::produce, new SimpleQueue<Integer>()).start();
            System.out.println("producer " + producer.pid());
            producer.join();
        } else {
            Queue<byte[]> queue = new Queue<>();
            queue.put(new byte[1 << 20]);
            System.out.println("put returned");
        }
    }

    private static void produce(SimpleQueue<Integer> queue) {
        for (int i = 1; ; i++) {
            queue.put(i);
            System.out.println("item " + i);
        }
    }
}
