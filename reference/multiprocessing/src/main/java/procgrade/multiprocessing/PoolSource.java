package procgrade.multiprocessing;

/** Where the threads of a pool get tasks from; one thread at a time asks. */
interface PoolSource {
    /** The next task, null if there are none left. */
    PoolChunk next();
}
