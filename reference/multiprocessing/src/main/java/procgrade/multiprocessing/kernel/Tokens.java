package procgrade.multiprocessing.kernel;

/**
 * A counting semaphore made of bytes in a named pipe: to acquire is to read one byte, to release is to
 * write one, so whoever waits is blocked in read(2) and costs nothing.
 *
 * <p>A process killed between acquire and release takes its token with it, as a POSIX semaphore would.
 */
public final class Tokens {
    private static final int TOKEN = 'A';

    /** How long one attempt of {@link #tryAcquire()} may be fooled by a competitor. */
    private static final long RACE_NANOS = 2_000_000;

    /**
     * The most tokens that a default pipe of 16 pages of 4096 bytes ({@code pipe(7)}) is sure to have room for:
     * one page less, because the room of a page that is partly read is free only when all of it is read.
     */
    public static final int MOST = 61_440;

    private final Fifo pipe;

    /**
     * Makes tokens of a pipe's bytes.
     *
     * @param pipe an open pipe used for nothing else
     */
    public Tokens(Fifo pipe) {
        this.pipe = pipe;
    }

    /** Takes a token; blocks in the kernel until there is one. */
    public void acquire() {
        pipe.readByte();
    }

    /** {@return whether a token was taken; false only if at some moment of the call there was none} */
    public boolean tryAcquire() {
        byte[] token = new byte[1];
        while (pipe.available() > 0) {
            if (pipe.read(token, 0, 1, RACE_NANOS) == 1) {
                return true;
            }
        }
        return false;
    }

    /**
     * Takes a token if one comes in time.
     *
     * @param waitNanos the longest wait in nanoseconds; 0 or less only looks
     * @return whether a token was taken
     */
    public boolean acquire(long waitNanos) {
        if (waitNanos <= 0) {
            return tryAcquire();
        }
        return pipe.read(new byte[1], 0, 1, waitNanos) == 1;
    }

    /** Puts one token back. */
    public void release() {
        pipe.writeByte(TOKEN);
    }

    /**
     * Puts tokens in; blocks if the pipe is full, so callers keep below {@link #MOST}.
     *
     * @param count how many, not negative
     */
    public void release(int count) {
        byte[] tokens = new byte[count];
        java.util.Arrays.fill(tokens, (byte) TOKEN);
        pipe.write(tokens, 0, count);
    }

    /** {@return how many tokens are there at this moment} */
    public int count() {
        return pipe.available();
    }

    /** Closes the pipe in this process. */
    public void close() {
        pipe.close();
    }
}
