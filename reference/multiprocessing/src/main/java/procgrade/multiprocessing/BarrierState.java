package procgrade.multiprocessing;

import java.time.Duration;
import procgrade.multiprocessing.codec.Decoder;
import procgrade.multiprocessing.codec.Encoder;
import procgrade.multiprocessing.kernel.Cells;
import procgrade.multiprocessing.trace.Trace;

/**
 * A barrier's phase and the number of parties at it, in shared cells that its condition protects. The
 * handle's setting is the number of parties; the action lies encoded behind the cells.
 *
 * <p>The phases are those of CPython's {@code threading.Barrier}: parties come in while it is filling and go
 * while it is draining; the last to go opens it for the next round. Whoever comes while it drains waits.
 */
final class BarrierState extends SharedState {
    private static final int FILLING = 0;
    private static final int DRAINING = 1;
    private static final int RESETTING = -1;
    private static final int BROKEN = -2;

    private static final int PHASE = 0;
    private static final int COUNT = 4;
    private static final int TIMEOUT_NANOS = 8;
    private static final int ACTION = 16;

    private final Cells cells;
    final ConditionState condition;

    /** Read from the cells by the first party here that has to run it. */
    private Runnable action;

    private BarrierState(Handle handle, Cells cells, ConditionState condition, Runnable action) {
        super(handle);
        this.cells = cells;
        this.condition = condition;
        this.action = action;
    }

    static BarrierState create(int parties, SerializableRunnable action, long timeoutNanos) {
        Encoder code = new Encoder();
        if (action != null) {
            code.value(action);
        }
        String name = Shared.session().newName(SharedKind.BARRIER.label());
        ConditionState condition = ConditionState.createPart(name + ".condition");
        Cells cells = Shared.session().allocate(ACTION + code.length());
        cells.setLong(TIMEOUT_NANOS, timeoutNanos);
        for (int i = 0; i < code.length(); i++) {
            cells.setByte(ACTION + i, code.bytes()[i]);
        }
        Handle handle = new Handle(SharedKind.BARRIER, name, Handle.cellsAndPart(cells, condition), parties);
        return new BarrierState(handle, cells, condition, action);
    }

    static BarrierState open(Handle handle) {
        return new BarrierState(handle, handle.openCells(), (ConditionState) handle.openPart(), null);
    }

    int parties() {
        return handle().setting();
    }

    int await() {
        return await(cells.getLong(TIMEOUT_NANOS));
    }

    int await(long waitNanos) {
        try (Held held = condition.lock.hold()) {
            comeIn();
            int index = cells.getInt(COUNT);
            cells.setInt(COUNT, index + 1);
            try {
                if (index + 1 == parties()) {
                    runActionAndOpen();
                } else {
                    awaitOthers(waitNanos);
                }
                if (Trace.ON) {
                    Trace.record(Trace.BARRIER, traceId, index);
                }
                return index;
            } finally {
                goAway();
            }
        }
    }

    private void comeIn() {
        while (phase() == DRAINING || phase() == RESETTING) {
            condition.await(ConditionState.FOR_EVER);
        }
        if (phase() == BROKEN) {
            throw broken("is broken, since a party's time-out ended, its action failed or somebody called abort()");
        }
    }

    private void runActionAndOpen() {
        boolean done = false;
        try {
            runAction();
            done = true;
        } finally {
            enter(done ? DRAINING : BROKEN);
        }
    }

    private void runAction() {
        if (action == null && cells.length() > ACTION) {
            byte[] code = new byte[cells.length() - ACTION];
            for (int i = 0; i < code.length; i++) {
                code[i] = cells.getByte(ACTION + i);
            }
            action = (Runnable) new Decoder(code, 0).value();
        }
        if (action != null) {
            action.run();
        }
    }

    private void awaitOthers(long waitNanos) {
        if (!awaitNewPhase(waitNanos)) {
            int came = cells.getInt(COUNT);
            enter(BROKEN);
            throw broken(
                    "broke: only " + came + " of " + parties() + " parties came within " + Duration.ofNanos(waitNanos));
        }
        if (phase() == RESETTING) {
            throw new BrokenBarrier(
                    handle().name() + " was reset while this party waited; wait again for the next round");
        }
        if (phase() == BROKEN) {
            throw broken("broke while this party waited, since another's time-out ended, the action failed"
                    + " or somebody called abort()");
        }
    }

    private boolean awaitNewPhase(long waitNanos) {
        long start = System.nanoTime();
        boolean notified = true;
        while (phase() == FILLING) {
            long left = waitNanos == ConditionState.FOR_EVER ? waitNanos : waitNanos - (System.nanoTime() - start);
            if (!notified || left <= 0 && waitNanos != ConditionState.FOR_EVER) {
                return false;
            }
            notified = condition.await(left);
        }
        return true;
    }

    private void goAway() {
        int left = cells.getInt(COUNT) - 1;
        cells.setInt(COUNT, left);
        if (left == 0 && (phase() == DRAINING || phase() == RESETTING)) {
            enter(FILLING);
        }
    }

    void reset() {
        try (Held held = condition.lock.hold()) {
            boolean empty = cells.getInt(COUNT) == 0;
            if (empty) {
                enter(FILLING);
            } else if (phase() != DRAINING) {
                enter(RESETTING);
            }
        }
    }

    void abort() {
        try (Held held = condition.lock.hold()) {
            enter(BROKEN);
        }
    }

    private void enter(int phase) {
        cells.setInt(PHASE, phase);
        condition.notify(Integer.MAX_VALUE);
    }

    private int phase() {
        return cells.getFreshInt(PHASE);
    }

    int waiting() {
        return phase() == FILLING ? cells.getFreshInt(COUNT) : 0;
    }

    boolean isBroken() {
        return phase() == BROKEN;
    }

    private BrokenBarrier broken(String how) {
        return new BrokenBarrier(handle().name() + " " + how + "; call reset() once every party has left");
    }

    @Override
    void close() {
        condition.close();
    }
}
