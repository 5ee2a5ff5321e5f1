package procgrade.lecture7;

import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

/**
 * <pre>
 * $ ./procgrade run MessageQueue2   # in any order
 * process A got: message 1 for A
 * process A got: message 2 for A
 * process A got: message 3 for A
 * process B got: message 1 for B
 * process B got: message 2 for B
 * process B got: message 3 for B
 * </pre>
 *
 * Fixes {@link MessageQueue}: each receiver has a queue of its own, which nobody else reads. Each message reaches the
 * process it is meant for, and in the order in which it was put. Only how the lines of A and B mix still differs
 * between runs.
 */
public class MessageQueue2 {
    static void reader(String name, Queue<String> queue) {
        for (int i = 0; i < 3; i++) {
            System.out.println("process " + name + " got: " + queue.get());
        }
    }

    /** Takes no arguments. */
    public static void main(String[] args) {
        new Arguments(args);
        Queue<String> queueA = new Queue<>();
        Queue<String> queueB = new Queue<>();
        Process a = new Process(MessageQueue2::reader, "A", queueA);
        Process b = new Process(MessageQueue2::reader, "B", queueB);
        a.start();
        b.start();
        for (int i = 1; i < 4; i++) {
            queueA.put("message " + i + " for A");
            queueB.put("message " + i + " for B");
        }
        a.join();
        b.join();
    }
}
