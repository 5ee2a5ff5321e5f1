// Runs every task in a thread, whatever kind is asked for: with process, too, each task sees what the one before has
// changed.
// expect: prints_what_processes_see WRONG_OUTPUT
// expect: each_task_is_a_process_of_its_own SKIPPED
// expect: runs_one_task_at_a_time SKIPPED
// expect: is_right_at_the_edges SKIPPED
// expect: every_process_ends_with_exit_code_0_and_none_is_left SKIPPED
import java.util.ArrayList;
import java.util.List;

/** Tasks that change global variables, as processes and as threads. */
public class Isolation {
    static int g1 = 0;
    static List<Integer> g2 = new ArrayList<>();

    static void task(String kind, int k) {
        g1 = g1 + 1;
        g2.add(k);
        System.out.println(kind + " " + k + ": g1 = " + g1 + " g2 = " + g2);
    }

    static void runInThread(String kind, int k) throws InterruptedException {
        Thread t = new Thread(() -> task(kind, k));
        t.start();
        t.join();
    }

    public static void main(String[] args) throws InterruptedException {
        String kind = args[0];
        int tasks = Integer.parseInt(args[1]);
        g1 = Integer.parseInt(args[2]);

        for (int k = 1; k <= tasks; k++) {
            runInThread(kind, k);
        }
        System.out.println("main: g1 = " + g1 + " g2 = " + g2);
    }
}
