// With thread, makes all threads in a process of its own, which also prints the last line for main.
// expect: threads_take_no_process WRONG_PROCESSES
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

    static void runThreads(int tasks) throws InterruptedException {
        for (int k = 1; k <= tasks; k++) {
            runInThread("thread", k);
        }
        System.out.println("main: g1 = " + g1 + " g2 = " + g2);
    }

    public static void main(String[] args) {
        String kind = args[0];
        int tasks = Integer.parseInt(args[1]);
        g1 = Integer.parseInt(args[2]);

        if (kind.equals("thread")) {
            Process p = new Process(Isolation::runThreads, tasks);
            p.start();
            p.join();
            return;
        }
        for (int k = 1; k <= tasks; k++) {
            runInProcess(kind, k);
        }
        System.out.println("main: g1 = " + g1 + " g2 = " + g2);
    }
}
