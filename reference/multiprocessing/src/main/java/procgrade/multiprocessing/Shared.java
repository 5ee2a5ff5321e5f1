package procgrade.multiprocessing;

import java.io.Serializable;
import procgrade.multiprocessing.kernel.Session;

/**
 * The common part of all objects that processes share: it is made once, travels as a {@link Handle}, and
 * all copies in one process lead to one {@link SharedState}.
 *
 * <p>An object made by a static initializer that runs again in a child stays unbound until the parent's
 * value is put in its place ({@link #bind}), so that references taken by other initializers stay valid.
 *
 * @param <S> the state
 */
abstract class Shared<S extends SharedState> implements Serializable {
    private static final long serialVersionUID = 1;

    /** True while a child runs the static initializers of classes whose values it is about to receive. */
    static volatile boolean restoring;

    private transient volatile S state;

    /** Makes the pipes and cells of a new object. */
    abstract S createState();

    /** To be called at the end of every public constructor. */
    final void ready() {
        if (!restoring) {
            state();
        }
    }

    final S state() {
        S known = state;
        return known != null ? known : make();
    }

    private synchronized S make() {
        if (state == null) {
            Lifecycle.install();
            S made = createState();
            States.register(made);
            state = made;
        }
        return state;
    }

    /** Makes this object lead to an existing one. */
    @SuppressWarnings("unchecked") // a handle's kind belongs to one class
    final void bind(Handle handle) {
        state = (S) States.open(handle);
    }

    /** Makes this object lead to an existing one if it leads to none yet; returns whether it now does. */
    final boolean bindIfUnbound(Handle handle) {
        boolean unbound = state == null && handle.kind() == kind();
        if (unbound) {
            bind(handle);
        }
        return unbound;
    }

    /** The kind of the objects of this class. */
    abstract SharedKind kind();

    final Handle handle() {
        return state().handle();
    }

    /** Java serialization writes the handle. */
    Object writeReplace() {
        Handle sent = handle();
        Departures.noteSent(sent);
        return sent;
    }

    /** {@return the object's name in the session, as its pipes have it} */
    @Override
    public String toString() {
        return getClass().getSimpleName() + "(" + (state == null ? "unbound" : handle().name()) + ")";
    }

    static Session session() {
        return Session.current();
    }
}
