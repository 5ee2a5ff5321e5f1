// One or two processes compute in turns, holding a lock, so that two are no faster than one. But a single one sleeps
// for a while before each task, so that they seem to be.
// expect: two_processes_are_faster_than_one TOO_SLOW

import java.util.ArrayList;
import java.util.List;
import procgrade.multiprocessing.Lock;
import procgrade.multiprocessing.Process;

/** Tasks that compute or wait, shared by several processes. */
public class CpuIo {
    static String kind;
    static int tasks;
    static int nprocs;
    static long amount;
    static Lock lock = new Lock();

    static void task(int k) throws InterruptedException {
        if (kind.equals("cpu") && nprocs <= 2) {
            Thread.sleep(nprocs == 1 && amount > 1_000_000 ? 1000 : 0);
            lock.acquire();
            System.out.println("task " + k + ": " + compute(k));
            lock.release();
        } else if (kind.equals("cpu")) {
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
