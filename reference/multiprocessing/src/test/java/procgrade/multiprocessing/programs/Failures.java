package procgrade.multiprocessing.programs;

import procgrade.multiprocessing.Process;

/** Starts one child after the other that ends by an exception or error; prints the exit codes. */
public final class Failures {
    private Failures() {}

    public static void main(String[] arguments) {
        run(new Process(Failures::divide, 0));
        run(new Process(Failures::recurse, 0L).name("diver"));
        run(new Process(() -> {
            throw new InterruptedException("checked");
        }));
        run(new Process(Failures::failInAnotherThread));
    }

    private static void run(Process process) {
        process.start().join();
        System.out.println(process.exitcode());
    }

    private static void divide(int by) {
        try {
            System.out.print(1 / by);
        } catch (ArithmeticException e) {
            throw new IllegalStateException("cannot divide", e);
        }
    }

    @SuppressWarnings("InfiniteRecursion") // that is the failure
    private static void recurse(long depth) {
        recurse(depth + 1);
    }

    private static void failInAnotherThread() throws InterruptedException {
        Thread thread = new Thread(() -> divide(0), "helper");
        thread.start();
        thread.join();
    }
}
