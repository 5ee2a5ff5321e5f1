package procgrade.benchmarks.programs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

/**
 * Starts processes that wait in {@code get}, each on a queue of its own, prints their pids in a line {@code ready <pid> <pid> ...} and lets them end
 * when its standard input does; whoever started it reads meanwhile what they cost.
 *
 * <p>Argument: the number of processes.
 */
public final class BlockedReaders {
    private BlockedReaders() {}

    static void read(Queue<Integer> items, Queue<Integer> begun) {
        begun.put(1);
        expect(0, items.get());
    }

    private static void expect(int wanted, int value) {
        if (value != wanted) {
            throw new IllegalStateException("expected " + wanted + ", got " + value);
        }
    }

    /** Takes the number of processes. */
    public static void main(String[] arguments) throws IOException {
        Process[] processes = new Process[Integer.parseInt(arguments[0])];
        List<Queue<Integer>> items = new ArrayList<>();
        Queue<Integer> begun = new Queue<>();
        StringBuilder ready = new StringBuilder("ready");
        for (int i = 0; i < processes.length; i++) {
            items.add(new Queue<>());
            processes[i] = new Process(BlockedReaders::read, items.get(i), begun).start();
            ready.append(' ').append(processes[i].pid());
        }
        for (int i = 0; i < processes.length; i++) {
            expect(1, begun.get());
        }
        System.out.println(ready);
        expect(-1, System.in.read());
        for (Queue<Integer> queue : items) {
            queue.put(0);
        }
        for (Process process : processes) {
            process.join();
        }
    }
}
