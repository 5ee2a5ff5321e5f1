import procgrade.multiprocessing.Process;

/** Tasks that compute or wait, shared by several processes, each a {@link Process}. */
public class CpuIo {
    static String kind;
    static int tasks;
    static int nprocs;
    static long amount;

    static void task(int k) {
        // TODO: compute or wait, as kind says, and print the line of task k
    }

    public static void main(String[] args) {
        kind = args[0];
        tasks = Integer.parseInt(args[1]);
        nprocs = Integer.parseInt(args[2]);
        amount = Long.parseLong(args[3]);

        // TODO: let nprocs processes share the tasks, and wait for all of them
        System.out.println("main: all tasks are done");
    }
}
