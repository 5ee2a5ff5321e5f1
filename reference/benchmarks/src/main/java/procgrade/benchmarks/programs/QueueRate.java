package procgrade.benchmarks.programs;

import java.util.function.Consumer;
import java.util.function.Supplier;
import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;
import procgrade.multiprocessing.SimpleQueue;

/**
 * Sends items from this process to some others and measures thousands of items per second, from before the first put
 * until the last consumer has said that it got its sentinel.
 *
 * <p>Several rounds with the same processes: the first is reported as cold, the second is left out, the median of the
 * others is reported.
 *
 * <p>Arguments: the class (queue or simple), the items (int, 4k or 1m), how many for each round, consumers, rounds (3 or
 * more).
 */
public final class QueueRate {
    private static final int WARM_UP = 2;

    private final SimpleQueue<Integer> permits = new SimpleQueue<>();
    private final SimpleQueue<Integer> counts = new SimpleQueue<>();
    private final int consumers;
    private final Process[] processes;
    private final Consumer<Object> put;

    private QueueRate(String queueClass, int consumers) {
        this.consumers = consumers;
        this.processes = new Process[consumers];
        if (queueClass.equals("queue")) {
            Queue<Object> queue = new Queue<>();
            put = queue::put;
            for (int i = 0; i < consumers; i++) {
                processes[i] = new Process(QueueRate::consumeQueue, queue, permits, counts).start();
            }
        } else {
            SimpleQueue<Object> queue = new SimpleQueue<>();
            put = queue::put;
            for (int i = 0; i < consumers; i++) {
                processes[i] = new Process(QueueRate::consumeSimpleQueue, queue, permits, counts).start();
            }
        }
    }

    static void consumeQueue(Queue<Object> queue, SimpleQueue<Integer> permits, SimpleQueue<Integer> counts) {
        consume(queue::get, permits, counts);
    }

    static void consumeSimpleQueue(
            SimpleQueue<Object> queue, SimpleQueue<Integer> permits, SimpleQueue<Integer> counts) {
        consume(queue::get, permits, counts);
    }

    /** Each permit is for one round; null is the sentinel. */
    private static void consume(Supplier<Object> get, SimpleQueue<Integer> permits, SimpleQueue<Integer> counts) {
        while (permits.get() > 0) {
            int count = 0;
            while (get.get() != null) {
                count++;
            }
            counts.put(count);
        }
    }

    /** Takes the class, the items, how many, consumers and rounds. */
    public static void main(String[] arguments) {
        Object item = item(arguments[1]);
        int items = Integer.parseInt(arguments[2]);
        QueueRate rate = new QueueRate(arguments[0], Integer.parseInt(arguments[3]));
        int rounds = Integer.parseInt(arguments[4]);
        double[] warm = new double[rounds - WARM_UP];
        for (int round = 0; round < rounds; round++) {
            double perMilli = items / (rate.roundNanos(item, items) / 1e6);
            if (round == 0) {
                Figures.print("cold_k_per_s", perMilli);
            } else if (round >= WARM_UP) {
                warm[round - WARM_UP] = perMilli;
            }
        }
        Figures.print("k_per_s", Figures.median(warm));
        rate.end();
    }

    private static Object item(String kind) {
        return switch (kind) {
            case "4k" -> new byte[4096];
            case "1m" -> new byte[1 << 20];
            default -> 1000;
        };
    }

    private long roundNanos(Object item, int items) {
        long begun = System.nanoTime();
        for (int i = 0; i < consumers; i++) {
            permits.put(1);
        }
        for (int i = 0; i < items; i++) {
            put.accept(item);
        }
        for (int i = 0; i < consumers; i++) {
            put.accept(null);
        }
        int received = 0;
        for (int i = 0; i < consumers; i++) {
            received += counts.get();
        }
        if (received != items) {
            throw new IllegalStateException("of " + items + " items " + received + " came through the queue");
        }
        return System.nanoTime() - begun;
    }

    private void end() {
        for (int i = 0; i < consumers; i++) {
            permits.put(0);
        }
        for (Process process : processes) {
            process.join();
        }
    }
}
