package procgrade.engine;

import java.util.function.BooleanSupplier;

/**
 * What keeps other procgrades on this machine away from a check that must not be disturbed: all share the machine while
 * they run programs, and one that measures has it for itself.
 */
interface MachineLock {
    /** Keeps nobody away. */
    MachineLock NONE = new MachineLock() {
        @Override
        public void share(BooleanSupplier givenUp) {}

        @Override
        public void unshare() {}

        @Override
        public void seize(BooleanSupplier givenUp) {}

        @Override
        public void release() {}
    };

    /** The lock that all procgrades on this machine use. */
    static MachineLock ofThisMachine() {
        return FileMachineLock.OF_THIS_MACHINE;
    }

    /**
     * Waits until nobody has the machine for itself.
     *
     * @param givenUp asked again and again; if it says so, the caller goes on without. It has to call {@link #unshare}
     *     in any case
     */
    void share(BooleanSupplier givenUp);

    /** Undoes one {@link #share}. */
    void unshare();

    /**
     * Waits until nobody else shares the machine or has it.
     *
     * @param givenUp asked again and again; if it says so, the caller goes on without. It has to call {@link #release}
     *     in any case
     */
    void seize(BooleanSupplier givenUp);

    /** Undoes one {@link #seize}. */
    void release();
}
