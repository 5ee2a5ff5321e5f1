// Prints what it got before it looks whether it is the sentinel: without messages the reader takes the sentinel for
// one, and waits for ever for another.
// expect: is_right_at_the_edges DEADLOCK
import java.util.ArrayList;
import java.util.List;
import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

/** Readers that get messages, each from a queue of its own. */
public class MessageQueues {
    static final String SENTINEL = ""; // every message has some letters

    static void reader(int r, Queue<String> queue) {
        int count = 0;
        String message = queue.get();
        do {
            System.out.println("reader " + r + " got " + message);
            count++;
            message = queue.get();
        } while (!message.equals(SENTINEL));
        System.out.println("reader " + r + " got " + count + " messages");
    }

    public static void main(String[] args) {
        int readers = Integer.parseInt(args[0]);
        int messages = Integer.parseInt(args[1]);

        List<Queue<String>> queues = new ArrayList<>();
        for (int r = 1; r <= readers; r++) {
            Queue<String> queue = new Queue<>();
            for (int m = 1; m <= messages; m++) {
                queue.put("message " + m + " for reader " + r);
            }
            System.out.println("queue " + r + ": " + queue.qsize() + " items");
            queue.put(SENTINEL); // its only reader gets it after all messages: first in, first out
            queues.add(queue);
        }

        List<Process> processes = new ArrayList<>();
        for (int r = 1; r <= readers; r++) {
            Process process = new Process(MessageQueues::reader, r, queues.get(r - 1));
            process.start();
            processes.add(process);
        }
        for (Process process : processes) {
            process.join();
        }

        for (int r = 1; r <= readers; r++) {
            if (queues.get(r - 1).empty()) {
                System.out.println("queue " + r + ": empty");
            }
        }
    }
}
