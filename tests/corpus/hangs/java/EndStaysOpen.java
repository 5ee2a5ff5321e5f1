import procgrade.multiprocessing.Connection;
import procgrade.multiprocessing.EndOfFile;
import procgrade.multiprocessing.Pipe;
import procgrade.multiprocessing.Process;

/**
 * Receives until the pipe ends, which does not come while the receiver itself has the other end open.
 *
 * pattern: never-closed pipe end
 * expect: DEADLOCK
 */
class EndStaysOpen {
    static void worker(Connection out) {
        out.send(1);
        out.close();
    }

    public static void main(String[] args) {
        Pipe pipe = Pipe.create(false);
        new Process(EndStaysOpen::worker, pipe.second()).start();
        try {
            while (true) {
                Integer word = pipe.first().recv();
                System.out.println(word);
            }
        } catch (EndOfFile end) {
            System.out.println("end");
        }
    }
}
