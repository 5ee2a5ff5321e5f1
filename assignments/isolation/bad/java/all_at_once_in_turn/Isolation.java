// Starts all processes at once and lets each sleep until it is its turn: the lines are right, by luck, but the tasks
// are there at the same time.
// expect: runs_one_task_at_a_time WRONG_PROCESSES
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

    static void later(String kind, int k) throws InterruptedException {
        Thread.sleep(800L * k);
        task(kind, k);
    }

    static Process startProcess(String kind, int k) {
        Process p = new Process(Isolation::later, kind, k);
        return p.start();
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

        List<Process> started = new ArrayList<>();
        for (int k = 1; k <= tasks; k++) {
            if (kind.equals("process")) {
                started.add(startProcess(kind, k));
            } else {
                runInThread(kind, k);
            }
        }
        started.forEach(Process::join);
        System.out.println("main: g1 = " + g1 + " g2 = " + g2);
    }
}
