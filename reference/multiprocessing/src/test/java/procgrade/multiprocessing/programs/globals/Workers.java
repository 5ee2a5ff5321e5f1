package procgrade.multiprocessing.programs.globals;

import java.util.ArrayList;
import java.util.List;
import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

/** Keeps its processes in global variables, as many programs do; the second one prints what it sees of them. */
public final class Workers {
    private static final Queue<Integer> GATE = new Queue<>();
    private static final List<Process> WORKERS = new ArrayList<>();
    private static final Process LATER = new Process(() -> {}).name("later");
    private static Process[] array = new Process[2];

    private Workers() {}

    public static void main(String[] arguments) {
        for (int i = 0; i < 2; i++) {
            array[i] = new Process(Workers::work, i).name("worker " + i);
            WORKERS.add(array[i]);
            array[i].start();
        }
        WORKERS.get(1).join();
        GATE.put(1);
        WORKERS.get(0).join();
        System.out.println("first ended with " + WORKERS.get(0).exitcode());
    }

    private static void work(int number) {
        if (number == 0) {
            int unused = GATE.get();
            return;
        }
        System.out.println(WORKERS + " " + (WORKERS.get(0) == array[0]));
        System.out.println("pid " + (WORKERS.get(0).pid() > 0) + ", exit code "
                + WORKERS.get(0).exitcode());
        attempt(WORKERS.get(0)::join);
        attempt(WORKERS.get(0)::terminate);
        attempt(WORKERS.get(0)::start);
        System.out.println(WORKERS.get(1) == Process.currentProcess());
        System.out.println(LATER);
        attempt(LATER::pid);
    }

    private static void attempt(Runnable use) {
        try {
            use.run();
        } catch (IllegalStateException refused) {
            System.out.println(refused.getMessage());
        }
    }
}
