// Has no global variables: each task gets main's values as arguments and throws away what it makes of them. Right for
// processes, wrong for threads.
// expect: prints_what_threads_see WRONG_OUTPUT
// expect: threads_take_no_process SKIPPED
// expect: is_right_at_the_edges SKIPPED
import java.util.ArrayList;
import java.util.List;
import procgrade.multiprocessing.Process;

/** Tasks that change global variables, as processes and as threads. */
public class Isolation {
    static void task(String kind, int k, int g1) {
        List<Integer> g2 = new ArrayList<>();
        g1 = g1 + 1;
        g2.add(k);
        System.out.println(kind + " " + k + ": g1 = " + g1 + " g2 = " + g2);
    }

    static void runInProcess(String kind, int k, int g1) {
        Process p = new Process(Isolation::task, kind, k, g1);
        p.start();
        p.join(); // before the next one starts
    }

    static void runInThread(String kind, int k, int g1) throws InterruptedException {
        Thread t = new Thread(() -> task(kind, k, g1));
        t.start();
        t.join();
    }

    public static void main(String[] args) throws InterruptedException {
        String kind = args[0];
        int tasks = Integer.parseInt(args[1]);
        int g1 = Integer.parseInt(args[2]);

        for (int k = 1; k <= tasks; k++) {
            if (kind.equals("process")) {
                runInProcess(kind, k, g1);
            } else {
                runInThread(kind, k, g1);
            }
        }
        System.out.println("main: g1 = " + g1 + " g2 = []");
    }
}
