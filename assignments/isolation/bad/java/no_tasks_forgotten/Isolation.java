// Begins with the first task before it looks whether there is one: with 0 tasks there is a line too many.
// expect: is_right_at_the_edges WRONG_OUTPUT
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
        g1 = Integer.parseInt(args[2]);

        int k = 0;
        do {
            k++;
            if (kind.equals("process")) {
                runInProcess(kind, k);
            } else {
                runInThread(kind, k);
            }
        } while (k < tasks);
        System.out.println("main: g1 = " + g1 + " g2 = " + g2);
    }
}
