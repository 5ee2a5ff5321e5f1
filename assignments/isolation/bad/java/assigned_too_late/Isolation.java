// Sets g1 when the tasks have already run: the processes have got the value that it had when they started.
// expect: prints_what_processes_see WRONG_OUTPUT
// expect: prints_what_threads_see WRONG_OUTPUT
// expect: each_task_is_a_process_of_its_own SKIPPED
// expect: threads_take_no_process SKIPPED
// expect: runs_one_task_at_a_time SKIPPED
// expect: is_right_at_the_edges SKIPPED
// expect: every_process_ends_with_exit_code_0_and_none_is_left SKIPPED
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

    static void runInThread(String kind, int k) throws InterruptedException {
        Thread t = new Thread(() -> task(kind, k));
        t.start();
        t.join();
    }

    public static void main(String[] args) throws InterruptedException {
        String kind = args[0];
        int tasks = Integer.parseInt(args[1]);

        for (int k = 1; k <= tasks; k++) {
            if (kind.equals("process")) {
                runInProcess(kind, k);
            } else {
                runInThread(kind, k);
            }
        }
        g1 = Integer.parseInt(args[2]);
        System.out.println("main: g1 = " + g1 + " g2 = " + g2);
    }
}
