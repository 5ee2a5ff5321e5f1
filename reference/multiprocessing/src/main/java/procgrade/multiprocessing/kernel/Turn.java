package procgrade.multiprocessing.kernel;

/**
 * A lock between processes that costs no system call while nobody competes for it: a number in shared memory
 * counts who holds it or waits for it, and only if there is somebody else a token goes through a named pipe, so
 * that whoever waits is blocked in read(2) (the benaphore of B. Schillings, Be Newsletter 1-26, 1996).
 *
 * <p>A process that is killed while it holds the lock leaves it locked, as it would a POSIX semaphore. One that is
 * killed while it waits stays counted; from then on the token is always used, which is slower and no less right.
 */
public final class Turn {
    /** Set when somebody has stopped waiting, who cannot be uncounted because a token may be on its way to him. */
    private static final int ALWAYS_TOKEN = 1 << 30;

    private final Tokens tokens;
    private final Cells cells;
    private final int offset;

    /**
     * Makes a lock that nobody holds.
     *
     * @param pipe an open and empty pipe used for nothing else
     * @param cells holds the number, at first 0
     * @param offset the number's place in bytes, a multiple of 4
     */
    public Turn(Fifo pipe, Cells cells, int offset) {
        this.tokens = new Tokens(pipe);
        this.cells = cells;
        this.offset = offset;
    }

    /** Takes the lock; blocks in the kernel while somebody else holds it. */
    public void take() {
        if (needsToken()) {
            tokens.acquire();
        }
    }

    /**
     * Takes the lock if it becomes free in time.
     *
     * @param waitNanos the longest wait in nanoseconds; 0 or less only looks
     * @return whether it was taken
     */
    public boolean take(long waitNanos) {
        if (!needsToken() || tokens.acquire(waitNanos)) {
            return true;
        }
        cells.getAndSetBits(offset, ALWAYS_TOKEN);
        return false;
    }

    private boolean needsToken() {
        return isTokenUsedAlways() || cells.getAndAdd(offset, 1) != 0;
    }

    private boolean isTokenUsedAlways() {
        return (cells.getFreshInt(offset) & ALWAYS_TOKEN) != 0;
    }

    /** {@return whether the lock was taken; false if somebody held it or waited for it, at this moment or when he was killed} */
    public boolean takeIfUncontended() {
        return cells.compareAndSet(offset, 0, 1);
    }

    /** Gives the lock back. */
    public void giveBack() {
        if (isTokenUsedAlways() || cells.getAndAdd(offset, -1) != 1) {
            tokens.release();
        }
    }

    /** Closes the pipe in this process. */
    public void close() {
        tokens.close();
    }
}
