package procgrade.multiprocessing;

import procgrade.multiprocessing.kernel.Tokens;
import procgrade.multiprocessing.trace.Trace;

/** A semaphore's tokens in this process. The handle's setting is the bound or {@link #UNBOUNDED}. */
final class SemaphoreState extends SharedState {
    static final int UNBOUNDED = -1;
    private static final String ROLE = ".count";

    final Tokens tokens;

    private SemaphoreState(Handle handle, Tokens tokens) {
        super(handle);
        this.tokens = tokens;
    }

    static SemaphoreState create(SharedKind kind, int value, int bound) {
        String name = Shared.session().newName(kind.label());
        Tokens tokens = new Tokens(Shared.session().createFifo(name + ROLE));
        tokens.release(value);
        return new SemaphoreState(new Handle(kind, name, null, bound), tokens);
    }

    static SemaphoreState open(Handle handle) {
        return new SemaphoreState(handle, new Tokens(Shared.session().openFifo(handle.name() + ROLE)));
    }

    void acquire() {
        tokens.acquire();
        acquired();
    }

    boolean acquire(long waitNanos) {
        boolean taken = tokens.acquire(waitNanos);
        if (taken) {
            acquired();
        }
        return taken;
    }

    private void acquired() {
        if (Trace.ON) {
            Trace.record(Trace.ACQUIRE, traceId, 0);
        }
    }

    void release() {
        int bound = handle().setting();
        int count = tokens.count();
        if (bound != UNBOUNDED && count >= bound) {
            throw new IllegalStateException(
                    handle().name() + " released more often than acquired: its value is already " + bound
                            + "; release only what was acquired");
        }
        if (count >= Tokens.MOST) {
            throw new IllegalStateException(
                    handle().name() + " cannot count further than " + Tokens.MOST + "; release only what was acquired");
        }
        if (Trace.ON) {
            Trace.record(Trace.RELEASE, traceId, 0);
        }
        tokens.release();
    }

    @Override
    void close() {
        tokens.close();
    }
}
