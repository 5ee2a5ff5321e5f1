import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

/**
 * The worker's result does not fit into the pipe, and the master joins before it gets it.
 *
 * pattern: join before get with a full pipe
 * expect: DEADLOCK
 */
class JoinBeforeGet {
    static Queue<byte[]> results = new Queue<>();

    static void worker() {
        results.put(new byte[300_000]);
    }

    public static void main(String[] args) {
        Process worker = new Process(JoinBeforeGet::worker).start();
        worker.join();
        System.out.println(results.get().length);
    }
}
