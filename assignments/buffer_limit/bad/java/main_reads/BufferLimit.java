// Lets main get the items: there is no process for the reader, and its exit code is made up.
// expect: writer_and_reader_are_two_processes_at_the_same_time WRONG_PROCESSES
import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;
import procgrade.multiprocessing.SimpleQueue;

/** A writer and a reader, with more between them than the buffer holds. */
public class BufferLimit {
    static String face;
    static int items;
    static int letters;
    // one of the two is made, before the processes start
    static SimpleQueue<String> simpleQueue;
    static Queue<String> queue;

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
        for (int i = 0; i < items; i++) {
            put("x".repeat(letters));
        }
        System.out.println("the writer has put " + items + " items");
    }

    static void reader() {
        long got = 0;
        for (int i = 0; i < items; i++) {
            got += get().length();
        }
        System.out.println("the reader got " + items + " items, " + got + " letters");
    }

    public static void main(String[] args) {
        face = args[0];
        items = Integer.parseInt(args[1]);
        letters = Integer.parseInt(args[2]);

        if (face.equals("simple")) {
            simpleQueue = new SimpleQueue<>();
        } else {
            queue = new Queue<>();
        }
        Process writer = new Process(BufferLimit::writer);
        writer.start();
        reader();
        writer.join();
        System.out.println("the writer ended with exit code " + writer.exitcode());
        System.out.println("the reader ended with exit code 0");
    }
}
