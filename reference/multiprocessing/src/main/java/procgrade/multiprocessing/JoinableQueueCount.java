package procgrade.multiprocessing;

import procgrade.multiprocessing.kernel.Cells;

/**
 * How many items of a joinable queue were put and not yet declared done: a number in the queue's cells that
 * a condition protects. Not tokens as in CPython, because a pipe would bound them.
 */
final class JoinableQueueCount {
    private static final String ROLE = ".unfinished";

    private final String queue;
    private final ConditionState condition;
    private final Cells cells;
    private final int offset;

    JoinableQueueCount(String queue, ConditionState condition, Cells cells, int offset) {
        this.queue = queue;
        this.condition = condition;
        this.cells = cells;
        this.offset = offset;
    }

    /** Makes the condition of a queue, which travels inside the queue's handle. */
    static ConditionState createCondition(String queue) {
        return ConditionState.createPart(queue + ROLE);
    }

    void increment() {
        try (Held held = condition.lock.hold()) {
            cells.setInt(offset, cells.getInt(offset) + 1);
        }
    }

    void decrement() {
        try (Held held = condition.lock.hold()) {
            int left = cells.getInt(offset) - 1;
            if (left < 0) {
                throw new IllegalStateException("taskDone() called more often on " + queue
                        + " than items were put; call it once for each item that get() returned");
            }
            cells.setInt(offset, left);
            if (left == 0) {
                condition.notify(Integer.MAX_VALUE);
            }
        }
    }

    /** One wait is enough: nobody is notified before the number was 0. */
    void awaitZero() {
        try (Held held = condition.lock.hold()) {
            if (cells.getInt(offset) > 0) {
                boolean unused = condition.await(ConditionState.FOR_EVER);
            }
        }
    }
}
