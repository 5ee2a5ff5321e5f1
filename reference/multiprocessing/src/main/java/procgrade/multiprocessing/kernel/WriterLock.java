package procgrade.multiprocessing.kernel;

/**
 * Decides who may write to a queue's pipe: those who write only what fits at once, and the one feeder
 * that may have to wait for room.
 *
 * <p>One token is in the pipe of writers, or in a process's hand. {@code A}: nobody writes. {@code B}: a
 * feeder waits for room; whoever else reads the token puts it back and leaves the writing to its own
 * feeder. So nobody but a feeder ever waits long for the token, which is why a {@code put} never blocks,
 * although Java can only read a pipe with blocking. A second token admits one feeder at a time.
 */
public final class WriterLock {
    private static final int FREE = 'A';
    private static final int FEEDER_WAITS = 'B';

    private final Fifo writers;
    private final Tokens feeders;

    /**
     * Makes the lock from its two pipes.
     *
     * @param writers holds the token of writers
     * @param feeders holds the token of feeders
     */
    public WriterLock(Fifo writers, Fifo feeders) {
        this.writers = writers;
        this.feeders = new Tokens(feeders);
    }

    /** Puts the first tokens in; to be called once by the process that makes the pipes. */
    public void init() {
        writers.writeByte(FREE);
        feeders.release();
    }

    /** {@return whether this thread now holds the lock; never waits longer than others need to write what fits} */
    public boolean tryEnter() {
        if (writers.available() == 0) {
            return false;
        }
        if (writers.readByte() == FREE) {
            return true;
        }
        writers.writeByte(FEEDER_WAITS);
        return false;
    }

    /** Ends what {@link #tryEnter} began. */
    public void leave() {
        writers.writeByte(FREE);
    }

    /** Enters as the one feeder; waits in the kernel while another feeder writes. */
    public void enterAsFeeder() {
        feeders.acquire();
        writers.readByte();
    }

    /** Lets others go past while this feeder is about to wait for room. */
    public void beginToWait() {
        writers.writeByte(FEEDER_WAITS);
    }

    /** Takes the lock back after {@link #beginToWait}. */
    public void endToWait() {
        writers.readByte();
    }

    /** Ends what {@link #enterAsFeeder} began. */
    public void leaveAsFeeder() {
        writers.writeByte(FREE);
        feeders.release();
    }

    /** Closes the pipes in this process. */
    public void close() {
        writers.close();
        feeders.close();
    }
}
