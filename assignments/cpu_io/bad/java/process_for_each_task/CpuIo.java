// Starts a process for each task, nprocs at a time, so that there are as many processes as tasks.
// expect: nprocs_processes_work_at_the_same_time WRONG_PROCESSES
import java.util.ArrayList;
import java.util.List;
import procgrade.multiprocessing.Process;

/** Tasks that compute or wait, shared by several processes. */
public class CpuIo {
    static String kind;
    static int tasks;
    static int nprocs;
    static long amount;

    static void task(int k) throws InterruptedException {
        if (kind.equals("cpu")) {
            System.out.println("task " + k + ": " + compute(k));
        } else {
            Thread.sleep(amount);
            System.out.println("task " + k + ": waited " + amount + " ms");
        }
    }

    static long compute(int k) {
        long x = k; // not an int: x * 48271 would not fit
        for (long i = 0; i < amount; i++) {
            x = x * 48271 % 2147483647;
        }
        return x;
    }

    public static void main(String[] args) {
        kind = args[0];
        tasks = Integer.parseInt(args[1]);
        nprocs = Integer.parseInt(args[2]);
        amount = Long.parseLong(args[3]);

        for (int first = 1; first <= tasks; first += nprocs) {
            List<Process> processes = new ArrayList<>();
            for (int k = first; k < first + nprocs && k <= tasks; k++) {
                processes.add(new Process(CpuIo::task, k).start());
            }
            processes.forEach(Process::join);
        }
        System.out.println("main: all tasks are done");
    }
}
