package procgrade.batch;

import procgrade.collect.HandIn;
import procgrade.gradebook.Row;

/** Is told how a batch goes on; by several threads at the same time. */
public interface BatchListener {
    /** A listener that does nothing. */
    BatchListener NONE = new BatchListener() {};

    /**
     * A hand-in is being graded from now on.
     *
     * @param handIn which
     */
    default void begins(HandIn handIn) {}

    /**
     * A hand-in has been graded, and its result is kept.
     *
     * @param handIn which
     * @param row what came of it
     */
    default void kept(HandIn handIn, Row row) {}

    /**
     * A hand-in is not graded any more, because the batch ends early.
     *
     * @param handIn which
     */
    default void dropped(HandIn handIn) {}
}
