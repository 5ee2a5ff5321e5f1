package procgrade.multiprocessing;

import procgrade.multiprocessing.kernel.Cells;
import procgrade.multiprocessing.kernel.Fifo;

/** A pipe in this process: nothing but its two connections. The handle's setting is 1 for a duplex pipe. */
final class PipeState extends SharedState {
    private static final int CELL_BYTES = 8;

    private PipeState(Handle handle) {
        super(handle);
    }

    static PipeState create(boolean duplex) {
        String name = Shared.session().newName(SharedKind.PIPE.label());
        Cells cells = Shared.session().allocate(CELL_BYTES);
        Handle handle = new Handle(SharedKind.PIPE, name, cells.ref(), duplex ? 1 : 0);
        Fifo toFirst = Shared.session().createDataFifo(name + ConnectionState.TO_FIRST);
        Fifo toSecond = duplex ? Shared.session().createDataFifo(name + ConnectionState.TO_SECOND) : null;
        try {
            return open(handle);
        } finally {
            toFirst.close();
            if (toSecond != null) {
                toSecond.close();
            }
        }
    }

    /** A child that is given a pipe must open both ends at once: later nobody might have them open any more. */
    static PipeState open(Handle handle) {
        PipeState pipe = new PipeState(handle);
        States.open(pipe.first());
        States.open(pipe.second());
        return pipe;
    }

    Handle first() {
        return ConnectionState.handleOfFirst(handle());
    }

    Handle second() {
        return ConnectionState.handleOfSecond(handle());
    }

    /** The connections close by themselves. */
    @Override
    void close() {
        States.forget(this);
    }
}
