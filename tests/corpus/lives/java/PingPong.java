import procgrade.multiprocessing.Connection;
import procgrade.multiprocessing.Pipe;
import procgrade.multiprocessing.Process;

/**
 * Master and worker hand a number to and fro; at almost every moment one of them waits.
 *
 * pattern: hand-over
 * expect: lives
 */
class PingPong {
    static void worker(Connection connection) {
        Integer number = connection.recv();
        while (number >= 0) {
            connection.send(number + 1);
            number = connection.recv();
        }
    }

    public static void main(String[] args) {
        Pipe pipe = Pipe.create();
        Process worker = new Process(PingPong::worker, pipe.second()).start();
        long end = System.nanoTime() + 2_500_000_000L;
        int number = 0;
        while (System.nanoTime() < end) {
            pipe.first().send(number);
            number = pipe.first().<Integer>recv();
        }
        pipe.first().send(-1);
        worker.join();
    }
}
