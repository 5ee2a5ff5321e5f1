package procgrade.multiprocessing.trace;

import java.io.IOException;
import procgrade.multiprocessing.Barrier;
import procgrade.multiprocessing.Lock;
import procgrade.multiprocessing.Pipe;
import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

/** What the tests trace: records of its own, or a small program with processes. */
final class TracedProgram {
    private static final Queue<Integer> TASKS = new Queue<>();
    private static final Lock LOCK = new Lock();

    private TracedProgram() {}

    /**
     * Runs the part that the first argument names.
     *
     * @param arguments {@code records <count>}, {@code barrier} or {@code processes}
     */
    public static void main(String[] arguments) throws IOException {
        if ("records".equals(arguments[0])) {
            record(Integer.parseInt(arguments[1]));
        } else if ("barrier".equals(arguments[0])) {
            meet();
        } else {
            useProcesses();
        }
    }

    /** Says when it is done and then waits to be killed or for the end of its input. */
    private static void record(int count) throws IOException {
        int queue = Trace.define("queue-7");
        for (int i = 1; i <= count; i++) {
            Trace.record(Trace.PUT, queue, i);
        }
        System.out.println("recorded, trace " + (Trace.ON ? "on" : "off"));
        int end = System.in.read();
        System.out.println("read " + end);
    }

    private static void useProcesses() {
        Pipe pipe = Pipe.create(false);
        Process first = new Process(TracedProgram::worker, pipe.second())
                .name("first worker")
                .start();
        Process second = new Process(TracedProgram::worker, pipe.second())
                .name("second worker")
                .start();
        for (int i = 0; i < 20; i++) {
            TASKS.put(i);
        }
        TASKS.put(-1);
        TASKS.put(-1);
        int sum = 0;
        for (int i = 0; i < 20; i++) {
            sum += pipe.first().<Integer>recv();
        }
        first.join();
        second.join();
        System.out.println("sum " + sum);
    }

    private static void meet() {
        Barrier barrier = new Barrier(2);
        Process other = new Process(TracedProgram::pass, barrier).start();
        pass(barrier);
        other.join();
        System.out.println("met");
    }

    private static void pass(Barrier barrier) {
        int unused = barrier.await();
    }

    private static void worker(procgrade.multiprocessing.Connection results) {
        for (int task = TASKS.get(); task >= 0; task = TASKS.get()) {
            try (var held = LOCK.hold()) {
                results.send(task);
            }
        }
    }
}
