// Does not compute step by step: a power of the factor gives the same number at once.
// expect: nprocs_processes_work_at_the_same_time WRONG_PROCESSES
// expect: the_processes_do_the_work_and_main_does_not WRONG_PROCESSES
// expect: two_processes_are_faster_than_one TOO_SLOW

import java.math.BigInteger;
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
        BigInteger modulus = BigInteger.valueOf(2147483647);
        BigInteger power = BigInteger.valueOf(48271).modPow(BigInteger.valueOf(amount), modulus);
        return k * power.longValue() % 2147483647;
    }

    // what process p does
    static void share(int p) throws InterruptedException {
        for (int k = p; k <= tasks; k += nprocs) {
            task(k);
        }
    }

    public static void main(String[] args) {
        kind = args[0];
        tasks = Integer.parseInt(args[1]);
        nprocs = Integer.parseInt(args[2]);
        amount = Long.parseLong(args[3]);

        List<Process> processes = new ArrayList<>();
        for (int p = 1; p <= nprocs; p++) {
            processes.add(new Process(CpuIo::share, p));
        }
        for (Process process : processes) {
            process.start();
        }
        // in a loop of its own: only when all are at work is it time to wait
        for (Process process : processes) {
            process.join();
        }
        System.out.println("main: all tasks are done");
    }
}
