package procgrade.multiprocessing;

import java.util.List;
import procgrade.multiprocessing.codec.Encoder;

/** What one call of a pool's method asks for: a function, where its arguments come from, where its results go. */
abstract class PoolJob implements PoolSource {
    private final TargetCall function;
    private final int arity;

    PoolJob(TargetCall function, int arity) {
        this.function = function;
        this.arity = arity;
    }

    /** Whether a worker skips the rest of a chunk when one of its calls has failed. */
    abstract boolean stopsAtFailure();

    /** The arguments that an item of a chunk stands for. */
    abstract List<?> arguments(Object item);

    /** Takes a chunk's results and {@link PoolFailure}s. */
    abstract void finish(PoolChunk chunk, List<Object> outcomes);

    /** Whether all results and failures are there. */
    abstract boolean isDone();

    /** Fails what has not ended. */
    abstract void abandon(PoolFailure failure);

    final void write(Encoder out) {
        function.write(out);
    }

    final int arity() {
        return arity;
    }
}
