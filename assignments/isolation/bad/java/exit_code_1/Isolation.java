// Each process ends with exit code 1 although all went well.
// expect: every_process_ends_with_exit_code_0_and_none_is_left CRASHED
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

    static void taskAndExit(String kind, int k) {
        task(kind, k);
        System.exit(1); // ends this process only
    }

    static void runInProcess(String kind, int k) {
        Process p = new Process(Isolation::taskAndExit, kind, k);
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
        g1 = Integer.parseInt(args[2]);

        for (int k = 1; k <= tasks; k++) {
            if (kind.equals("process")) {
                runInProcess(kind, k);
            } else {
                runInThread(kind, k);
            }
        }
        System.out.println("main: g1 = " + g1 + " g2 = " + g2);
    }
}
