/** The computations of CpuIo in one process, one after the other: tasks, steps. */
public class CpuSequential {
    public static void main(String[] args) {
        int tasks = Integer.parseInt(args[0]);
        long steps = Long.parseLong(args[1]);
        for (int k = 1; k <= tasks; k++) {
            System.out.println("task " + k + ": " + compute(k, steps));
        }
    }

    static long compute(int k, long steps) {
        long x = k;
        for (long i = 0; i < steps; i++) {
            x = x * 48271 % 2147483647;
        }
        return x;
    }
}
