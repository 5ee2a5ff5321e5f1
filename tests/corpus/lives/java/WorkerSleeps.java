import procgrade.multiprocessing.Process;

/**
 * The worker sleeps, the master joins it.
 *
 * pattern: sleep
 * expect: lives
 */
class WorkerSleeps {
    static void worker() throws InterruptedException {
        Thread.sleep(2500);
    }

    public static void main(String[] args) {
        new Process(WorkerSleeps::worker).start().join();
    }
}
