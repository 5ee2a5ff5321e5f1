import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

/** Readers that get messages, each a {@link Process} with a {@link Queue} of its own. */
public class MessageQueues {
    static void reader(int r, Queue<String> queue) {
        // TODO: get and print until the sentinel comes, then print how many messages it was
    }

    public static void main(String[] args) {
        int readers = Integer.parseInt(args[0]);
        int messages = Integer.parseInt(args[1]);

        // TODO: make the queues, put the messages, print qsize
        // TODO: put the sentinels, start the readers, wait for them
        // TODO: print which queues are empty
    }
}
