// Shares the tasks among threads: in Java they are as fast, but there is only one process.
// expect: nprocs_processes_work_at_the_same_time WRONG_PROCESSES
// expect: the_processes_do_the_work_and_main_does_not WRONG_PROCESSES
import java.util.ArrayList;
import java.util.List;

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

    // what process p does
    static void share(int p) throws InterruptedException {
        for (int k = p; k <= tasks; k += nprocs) {
            task(k);
        }
    }

    public static void main(String[] args) throws InterruptedException {
        kind = args[0];
        tasks = Integer.parseInt(args[1]);
        nprocs = Integer.parseInt(args[2]);
        amount = Long.parseLong(args[3]);

        List<Thread> threads = new ArrayList<>();
        for (int p = 1; p <= nprocs; p++) {
            int first = p;
            threads.add(new Thread(() -> {
                try {
                    share(first);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println("main: all tasks are done");
    }
}
