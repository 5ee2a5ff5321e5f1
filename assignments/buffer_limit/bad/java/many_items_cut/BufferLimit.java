// Sends no more than 250 items, so that the program ends, and says that it was all.
// expect: ends_when_the_items_are_far_beyond_the_buffer WRONG_OUTPUT
// expect: writer_and_reader_are_two_processes_at_the_same_time WRONG_OUTPUT
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
        for (int i = 0; i < Math.min(items, 250); i++) {
            put("x".repeat(letters));
        }
        System.out.println("the writer has put " + items + " items");
    }

    static void reader() {
        long got = 0;
        for (int i = 0; i < Math.min(items, 250); i++) {
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
        Process reader = new Process(BufferLimit::reader);
        // both, before either is waited for: the writer cannot end unless somebody gets
        writer.start();
        reader.start();
        writer.join();
        reader.join();
        System.out.println("the writer ended with exit code " + writer.exitcode());
        System.out.println("the reader ended with exit code " + reader.exitcode());
    }
}
