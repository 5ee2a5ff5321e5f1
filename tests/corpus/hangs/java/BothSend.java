import procgrade.multiprocessing.Connection;
import procgrade.multiprocessing.Pipe;
import procgrade.multiprocessing.Process;

/**
 * Both ends of a pipe send a long message before they receive.
 *
 * pattern: both ends sending
 * expect: DEADLOCK
 */
class BothSend {
    static void talk(Connection connection) {
        connection.sendBytes(new byte[1_000_000]);
        connection.recvBytes();
    }

    public static void main(String[] args) {
        Pipe pipe = Pipe.create();
        Process worker = new Process(BothSend::talk, pipe.second()).start();
        talk(pipe.first());
        worker.join();
    }
}
