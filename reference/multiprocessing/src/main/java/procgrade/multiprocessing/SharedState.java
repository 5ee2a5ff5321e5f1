package procgrade.multiprocessing;

import procgrade.multiprocessing.trace.Trace;

/** This process's side of one shared object: its open pipes and cells. One per object and process. */
abstract class SharedState {
    private final Handle handle;

    /** The object's number in this process's event trace; 0 while tracing is off. */
    final int traceId;

    SharedState(Handle handle) {
        this.handle = handle;
        this.traceId = Trace.ON ? Trace.define(handle.name()) : 0;
    }

    final Handle handle() {
        return handle;
    }

    /** Closes the pipes in this process. */
    abstract void close();

    /** Whether {@link #flush} would not have to wait. */
    boolean isFlushed() {
        return true;
    }

    /** Hands buffered items over before the process ends; most objects have none. */
    void flush() {}
}
