package procgrade.lecture7;

import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

/**
 * <pre>
 * $ ./procgrade run MessageQueue   # in any order, by any process
 * process A got: message 1 for A
 * process A got: message 1 for B
 * process A got: message 2 for A
 * process B got: message 2 for B
 * process B got: message 3 for A
 * process B got: message 3 for B
 * </pre>
 *
 * What is the problem with this program? Main has three messages for process A and three for process B, and sends them
 * all through one queue. All processes that have access to a message queue can read it, and a message goes to the one
 * that comes first: A gets messages for B, B gets messages for A, and in another run it is other messages. {@link
 * MessageQueue2} is the fix.
 *
 * <p>(Which processes have access? Main, and all processes that are started after the queue was created. So main itself
 * could get back what it has just put: a second reason not to use one queue for two directions.)
 */
public class MessageQueue {
    static Queue<String> queue;

    static void reader(String name) {
        for (int i = 0; i < 3; i++) {
            System.out.println("process " + name + " got: " + queue.get());
        }
    }

    /** Takes no arguments. */
    public static void main(String[] args) {
        new Arguments(args);
        queue = new Queue<>();
        Process a = new Process(MessageQueue::reader, "A");
        Process b = new Process(MessageQueue::reader, "B");
        a.start();
        b.start();
        for (int i = 1; i < 4; i++) {
            queue.put("message " + i + " for A");
            queue.put("message " + i + " for B");
        }
        a.join();
        b.join();
    }
}
