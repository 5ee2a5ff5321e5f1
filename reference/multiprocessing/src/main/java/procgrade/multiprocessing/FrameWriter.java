package procgrade.multiprocessing;

import procgrade.multiprocessing.codec.Encoder;
import procgrade.multiprocessing.kernel.Cells;
import procgrade.multiprocessing.kernel.Fifo;
import procgrade.multiprocessing.kernel.OwnPid;
import procgrade.multiprocessing.kernel.Turn;

/** The writing side of a queue: one writer at a time puts frames into the pipe. */
final class FrameWriter {
    /** Offset of the count of frames written, of the writers' turn, and of the pid of who writes at this moment. */
    static final int WRITTEN = 16;

    static final int TURN = 20;
    static final int WRITER = 24;

    private static final int MY_PID = (int) OwnPid.VALUE;

    private final Fifo data;
    private final Turn turn;
    private final Cells cells;

    FrameWriter(Fifo data, Fifo writers, Cells cells) {
        this.data = data;
        this.turn = new Turn(writers, cells, TURN);
        this.cells = cells;
    }

    /** Writes frames, each no part of another; waits in the kernel for its turn and for room. */
    void write(Encoder frames, int count) {
        turn.take();
        writeInTurn(frames, count);
    }

    /** A write that fails may have left half a frame, after which nobody must write: then the turn is not given back. */
    private void writeInTurn(Encoder frames, int count) {
        cells.setInt(WRITER, MY_PID);
        cells.setInt(WRITTEN, cells.getInt(WRITTEN) + count);
        data.write(frames.bytes(), 0, frames.length());
        cells.setInt(WRITER, 0);
        turn.giveBack();
    }

    /** Writes a frame if that needs no waiting at all: it fits a page of an empty pipe, and nobody else writes. */
    boolean writeAtOnce(Encoder frame) {
        if (frame.length() > Fifo.ATOMIC_BYTES || !isEmpty() || !turn.takeIfUncontended()) {
            return false;
        }
        if (isEmpty()) {
            writeInTurn(frame, 1);
            return true;
        }
        turn.giveBack();
        return false;
    }

    /** Whether all frames were taken; a writer or reader that was killed half-way keeps the pipe from being empty again. */
    private boolean isEmpty() {
        return cells.getFreshInt(WRITTEN) == cells.getFreshInt(FrameReader.TAKEN);
    }

    void close() {
        turn.close();
    }
}
