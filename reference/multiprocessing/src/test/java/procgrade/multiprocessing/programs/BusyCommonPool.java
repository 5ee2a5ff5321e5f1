package procgrade.multiprocessing.programs;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

/** Keeps all threads of the common pool waiting, kills a child that never opened its queue, and closes the queue. */
public final class BusyCommonPool {
    private BusyCommonPool() {}

    private static void nothing(Queue<Integer> queue) {}

    private static void waitFor(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Runs the program.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < ForkJoinPool.getCommonPoolParallelism(); i++) {
            ForkJoinPool.commonPool().execute(() -> waitFor(never));
        }
        Queue<Integer> queue = new Queue<>();
        Process process = new Process(BusyCommonPool::nothing, queue).start();
        process.kill();
        process.join();
        queue.close();
        System.out.println("closed after " + process.exitcode());
    }
}
