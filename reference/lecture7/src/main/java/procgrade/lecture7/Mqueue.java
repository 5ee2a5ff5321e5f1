package procgrade.lecture7;

import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

/**
 * <pre>
 * $ ./procgrade run Mqueue
 * the queue is empty
 * the queue is not empty
 * items in the queue: 3
 * main got first
 * items in the queue: 2
 * the task process got second
 * the task process got third
 * items in the queue: 0
 * the queue is empty
 * </pre>
 *
 * A message queue is first in, first out: the first item added is the first item retrieved, but may or may not be by a
 * different process. Here the main process puts three items, gets the first one itself, and leaves the others to a task
 * process.
 */
public class Mqueue {
    static Queue<String> queue;

    static void task() {
        System.out.println("the task process got " + queue.get());
        System.out.println("the task process got " + queue.get());
    }

    /** Takes no arguments. */
    public static void main(String[] args) {
        new Arguments(args);
        queue = new Queue<>(); // create a message queue
        if (queue.empty()) { // check if a message queue is empty
            System.out.println("the queue is empty");
        }

        queue.put("first"); // add an item to a queue
        queue.put("second");
        queue.put("third");
        // put may leave the item to a thread that writes it into the queue: until then empty() may still say true
        while (queue.empty()) {
            Lecture.sleep(0.1);
        }
        System.out.println("the queue is not empty");
        System.out.println("items in the queue: " + queue.qsize());

        System.out.println("main got " + queue.get()); // get an item from the queue
        System.out.println("items in the queue: " + queue.qsize());

        Process p = new Process(Mqueue::task);
        p.start();
        p.join();
        System.out.println("items in the queue: " + queue.qsize());
        if (queue.empty()) {
            System.out.println("the queue is empty");
        }
    }
}
