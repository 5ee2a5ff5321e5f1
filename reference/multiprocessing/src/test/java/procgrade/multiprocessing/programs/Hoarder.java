package procgrade.multiprocessing.programs;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;
import procgrade.multiprocessing.SimpleQueue;

/** Makes more and more of what its first argument names, up to a limit; then uses what it has. */
public final class Hoarder {
    private Hoarder() {}

    public static void main(String[] arguments) throws Exception {
        SimpleQueue<String> gate = new SimpleQueue<>();
        Queue<String> answers = new Queue<>();
        int limit = Integer.parseInt(arguments[1]);
        boolean queues = arguments[0].equals("queues");
        int made = queues ? makeQueues(limit) : makeProcesses(limit, gate, answers);
        for (int i = 0; !queues && i < made; i++) {
            gate.put("go");
            answers.get();
        }
        for (Process child : Process.activeChildren()) {
            child.join();
        }
        System.out.println("made " + made + (made == limit ? " of " + limit : ""));
    }

    private static int makeQueues(int limit) {
        List<Queue<String>> all = new ArrayList<>();
        while (all.size() < limit) {
            try {
                all.add(new Queue<>());
            } catch (RuntimeException e) {
                int made = all.size();
                all.forEach(Queue::close);
                System.out.println(e.getMessage());
                return made;
            }
        }
        return limit;
    }

    private static int makeProcesses(int limit, SimpleQueue<String> gate, Queue<String> answers) {
        for (int made = 0; made < limit; made++) {
            try {
                new Process(Hoarder::answer, gate, answers).start();
            } catch (RuntimeException e) {
                System.out.println(e.getMessage());
                return made;
            }
        }
        return limit;
    }

    private static void answer(SimpleQueue<String> gate, Queue<String> answers) {
        answers.put(gate.get() + new File("/proc/self").getName());
    }
}
