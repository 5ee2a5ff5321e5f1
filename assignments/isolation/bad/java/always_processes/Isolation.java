// Runs every task in a process, whatever kind is asked for: with thread, too, nobody sees what a task has changed.
// expect: prints_what_threads_see WRONG_OUTPUT
// expect: threads_take_no_process SKIPPED
// expect: is_right_at_the_edges SKIPPED
import java.util.ArrayList;
import java.util.List;
import procgrade.multiprocessing.Process;

/** Tasks that change global variables, as processes and as threads. */
public class Isolation {
    static int g1 = 0;
    static List<Integer> g2 = new ArrayList<>();

    static void task(String kind, int k) {
        g1 = g1 + 1;
        g2.add(k);
        System.out.println(kind + " " + k + ": g1 = " + g1 + " g2 = " + g2);
    }

    static void runInProcess(String kind, int k) {
        Process p = new Process(Isolation::task, kind, k);
        p.start();
        p.join(); // before the next one starts
    }

    public static void main(String[] args) {
        String kind = args[0];
        int tasks = Integer.parseInt(args[1]);
        g1 = Integer.parseInt(args[2]);

        for (int k = 1; k <= tasks; k++) {
            runInProcess(kind, k);
        }
        System.out.println("main: g1 = " + g1 + " g2 = " + g2);
    }
}
