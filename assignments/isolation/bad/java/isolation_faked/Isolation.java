// Makes no process: runs threads only and puts the old values back after each, so that the output looks isolated.
// expect: each_task_is_a_process_of_its_own WRONG_PROCESSES
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
            if (kind.equals("process")) {
                g1 = g1 - 1;
                g2.clear();
            }
        }
        System.out.println("main: g1 = " + g1 + " g2 = " + g2);
    }
}
