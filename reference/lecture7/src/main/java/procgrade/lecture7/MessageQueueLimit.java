package procgrade.lecture7;

import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;
import procgrade.multiprocessing.SimpleQueue;
import procgrade.multiprocessing.Value;

/**
 * <pre>
 * $ ./procgrade run MessageQueueLimit simple
 * the writer is stuck in put after 64 of 200 items
 * now a reader gets them
 * the reader got 200 items
 * the writer ended with exit code 0
 * $ ./procgrade run MessageQueueLimit queue
 * all 200 puts returned
 * but the writer cannot end: the items do not fit into the buffer
 * now a reader gets them
 * the reader got 200 items
 * the writer ended with exit code 0
 * </pre>
 *
 * Each message queue has a limited amount of buffer memory: 64 KiB on Linux, here 64 items of 1000 letters. Who puts
 * more than that is blocked until somebody gets. When one process puts to a queue, make sure that another one gets from
 * it.
 *
 * <p>The limit has two faces. A SimpleQueue shows it as it is: the writer is stuck in the put call. A Queue hides it:
 * put hands the item to a thread and returns, but that thread is stuck instead, and the process, which waits for it,
 * cannot end. A program that joins the writer before it gets the items therefore hangs for ever. This one first shows
 * for two seconds that the writer cannot go on, and then lets a reader get the items. With 10 items nobody is stuck.
 *
 * <p>Arguments: face (simple or queue), items (200), letters (1000).
 */
public class MessageQueueLimit {
    static String face;
    static int items;
    static int letters;
    static SimpleQueue<String> simpleQueue;
    static Queue<String> queue;
    static Value<Integer> count;

    static void put(String item) {
        if (face.equals("simple")) {
            simpleQueue.put(item);
        } else {
            queue.put(item);
        }
    }

    static String get() {
        return face.equals("simple") ? simpleQueue.get() : queue.get();
    }

    static void writer() {
        count.set(0);
        for (int i = 0; i < items; i++) {
            put("x".repeat(letters));
            count.set(i + 1);
        }
    }

    static void reader() {
        for (int i = 0; i < items; i++) {
            get();
        }
        System.out.println("the reader got " + items + " items");
    }

    /** Waits until the writer has ended, or has begun but not got on for two seconds. */
    static void awaitStandstill(Process w) {
        int before;
        do {
            before = count.get();
        } while (!w.join(Lecture.seconds(2)) && (before < 0 || count.get() > before));
    }

    /** Takes face, items and letters. */
    public static void main(String[] args) {
        Arguments arguments = new Arguments(args, "face", "items", "letters");
        face = arguments.word("face", "simple", "queue");
        items = arguments.number("items", 200, 0, 1_000_000);
        letters = arguments.number("letters", 1000, 0, 1_000_000);

        simpleQueue = new SimpleQueue<>();
        queue = new Queue<>();
        count = Value.ofInt(-1); // shared memory: how many puts have returned, -1 before the writer begins
        Process w = new Process(MessageQueueLimit::writer);
        w.start();
        if (face.equals("queue")) {
            while (count.get() < items) {
                Lecture.sleep(0.1);
            }
            System.out.println("all " + items + " puts returned");
        }

        awaitStandstill(w);
        if (!w.isAlive()) {
            System.out.println("the writer ended: " + items + " items fit into the buffer");
        } else if (face.equals("simple")) {
            System.out.println("the writer is stuck in put after " + count.get() + " of " + items + " items");
        } else {
            System.out.println("but the writer cannot end: the items do not fit into the buffer");
        }

        System.out.println("now a reader gets them");
        Process r = new Process(MessageQueueLimit::reader);
        r.start();
        r.join();
        w.join();
        System.out.println("the writer ended with exit code " + w.exitcode());
    }
}
