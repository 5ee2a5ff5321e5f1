package procgrade.benchmarks.programs;

import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;
import procgrade.multiprocessing.SimpleQueue;

/**
 * Sends a number to another process, which sends it back, one at a time, and measures the microseconds of each round
 * trip. As many trips as are measured are made before.
 *
 * <p>Arguments: the class of the two queues (queue or simple), how many trips are measured.
 */
public final class RoundTrip {
    private static final int END = -1;

    private RoundTrip() {}

    /** One end of the two queues. */
    private interface Line {
        void put(Integer value);

        Integer get();
    }

    private static Line line(Queue<Integer> out, Queue<Integer> in) {
        return new Line() {
            @Override
            public void put(Integer value) {
                out.put(value);
            }

            @Override
            public Integer get() {
                return in.get();
            }
        };
    }

    private static Line line(SimpleQueue<Integer> out, SimpleQueue<Integer> in) {
        return new Line() {
            @Override
            public void put(Integer value) {
                out.put(value);
            }

            @Override
            public Integer get() {
                return in.get();
            }
        };
    }

    static void answerQueue(Queue<Integer> in, Queue<Integer> out) {
        answer(line(out, in));
    }

    static void answerSimpleQueue(SimpleQueue<Integer> in, SimpleQueue<Integer> out) {
        answer(line(out, in));
    }

    private static void answer(Line line) {
        for (int value = line.get(); value != END; value = line.get()) {
            line.put(value);
        }
    }

    /** Takes the class and the number of round trips. */
    public static void main(String[] arguments) {
        int trips = Integer.parseInt(arguments[1]);
        if (arguments[0].equals("queue")) {
            Queue<Integer> there = new Queue<>();
            Queue<Integer> back = new Queue<>();
            measure(line(there, back), new Process(RoundTrip::answerQueue, there, back), trips);
        } else {
            SimpleQueue<Integer> there = new SimpleQueue<>();
            SimpleQueue<Integer> back = new SimpleQueue<>();
            measure(line(there, back), new Process(RoundTrip::answerSimpleQueue, there, back), trips);
        }
    }

    private static void measure(Line line, Process process, int trips) {
        process.start();
        double[] micros = new double[trips];
        for (int i = -trips; i < trips; i++) {
            long begun = System.nanoTime();
            line.put(1000);
            int answer = line.get();
            if (answer != 1000) {
                throw new IllegalStateException("sent 1000, got " + answer);
            }
            if (i >= 0) {
                micros[i] = (System.nanoTime() - begun) / 1e3;
            }
        }
        line.put(END);
        process.join();
        Figures.print("median_us", Figures.median(micros));
        Figures.print("p99_us", Figures.quantile(micros, 0.99));
    }
}
