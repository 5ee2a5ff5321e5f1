package procgrade.multiprocessing;

import java.io.File;
import java.io.UncheckedIOException;
import procgrade.multiprocessing.codec.Encoder;
import procgrade.multiprocessing.kernel.Cells;
import procgrade.multiprocessing.kernel.Fifo;
import procgrade.multiprocessing.kernel.ReadEnd;
import procgrade.multiprocessing.kernel.Session;
import procgrade.multiprocessing.kernel.WriteEnd;
import procgrade.multiprocessing.trace.Trace;

/**
 * The two pipes between a pool and one of its workers, {@code pool-1.tasks-3} and {@code pool-1.results-3}, and
 * a cell in which the worker notes the task that it has begun.
 *
 * <p>CPython's workers share one pair of pipes and the locks on them, so one that is killed can take a lock
 * or half a message with it and stop all the others. Here it can only break its own line.
 */
final class PoolLine {
    /** What {@link #receive} returns when the other end is gone. */
    static final byte[] NOTHING = {};

    private static final String TASKS = ".tasks-";
    private static final String RESULTS = ".results-";
    private static final int CELL_BYTES = 12;
    private static final int RESULTS_AHEAD = 4;
    private static final int BEGUN = 8;

    private final MessageSink sink;
    private final MessageSource source;
    private final Cells cells;
    private final Fifo tasks;
    private final Fifo results;
    private final String address;
    private final int sinkId;
    private final int sourceId;

    private PoolLine(String pool, String number, Cells cells, Fifo tasks, Fifo results, boolean toWorker) {
        this.tasks = tasks;
        this.results = results;
        this.cells = cells;
        this.address = pool + " " + number + " " + cells.ref();
        Fifo in = toWorker ? results : tasks;
        Fifo out = toWorker ? tasks : results;
        this.sink = new MessageSink(WriteEnd.of(out));
        this.source = new MessageSource(in.path().getName(), ReadEnd.of(in), cells, toWorker ? RESULTS_AHEAD : 0);
        this.sinkId = Trace.ON ? Trace.define(out.path().getName()) : 0;
        this.sourceId = Trace.ON ? Trace.define(in.path().getName()) : 0;
    }

    /** Makes a line to a worker that does not exist yet: until it ends, both pipes stay open for both directions. */
    static PoolLine create(String pool, int number) {
        Session session = Session.current();
        return new PoolLine(
                pool,
                Integer.toString(number),
                session.allocate(CELL_BYTES),
                session.createDataFifo(pool + TASKS + number),
                session.createDataFifo(pool + RESULTS + number),
                true);
    }

    /** Opens the worker's end. */
    static PoolLine open(String address) {
        Session session = Session.current();
        String[] words = address.split(" ");
        try (Fifo tasks = session.openFifo(words[0] + TASKS + words[1]);
                Fifo results = session.openFifo(words[0] + RESULTS + words[1])) {
            return new PoolLine(words[0], words[1], session.open(words[2]), tasks, results, false);
        }
    }

    /** By which the worker finds it. */
    String address() {
        return address;
    }

    /** Sends a message that {@link MessageSink#begin} began; false if the other end is gone. */
    boolean send(Encoder message) {
        long item = 0;
        if (Trace.ON) {
            item = Trace.nextItemId();
            Trace.record(Trace.PUT, sinkId, item);
        }
        return sink.send(message, item);
    }

    /** Waits in the kernel for a message; {@link #NOTHING} if the other end is gone. */
    byte[] receive() {
        try {
            MessageSource.Message message = source.receive(Integer.MAX_VALUE);
            if (Trace.ON) {
                Trace.record(Trace.GET, sourceId, message.item());
            }
            return message.bytes();
        } catch (EndOfFile | UncheckedIOException goneOrKilledWhileItSent) {
            return NOTHING;
        }
    }

    /** To be called by the worker before it begins with a task. */
    void noteBegun(int task) {
        cells.setInt(BEGUN, task);
    }

    /** The task that the worker began with last, 0 for none. */
    int begun() {
        return cells.getFreshInt(BEGUN);
    }

    /** Says that no more tasks come: the worker's receive returns. */
    void endTasks() {
        sink.close();
        tasks.close();
    }

    /** Lets the kernel report the end of both pipes, since the worker that had the other ends has ended. */
    void workerEnded() {
        tasks.close();
        results.close();
    }

    /** Closes the pipes and removes them, after the worker's end. */
    void close() {
        sink.close();
        source.close();
        workerEnded();
        remove(tasks.path());
        remove(results.path());
    }

    /** Somebody may have removed the session's folder: nothing is left to be done then. */
    private static void remove(File pipe) {
        boolean unused = pipe.delete();
    }
}
