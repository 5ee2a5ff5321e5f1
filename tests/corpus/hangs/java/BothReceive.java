import procgrade.multiprocessing.Connection;
import procgrade.multiprocessing.Pipe;
import procgrade.multiprocessing.Process;

/**
 * Both ends of a pipe receive first.
 *
 * pattern: both ends receiving
 * expect: DEADLOCK
 */
class BothReceive {
    static void talk(Connection connection) {
        Integer word = connection.recv();
        connection.send(word + 1);
    }

    public static void main(String[] args) {
        Pipe pipe = Pipe.create();
        new Process(BothReceive::talk, pipe.second()).start();
        talk(pipe.first());
    }
}
