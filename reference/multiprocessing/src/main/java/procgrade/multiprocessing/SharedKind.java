package procgrade.multiprocessing;

import java.util.Locale;

/**
 * The classes of shared objects: how each is opened in another process. What differs is in two switches, not in a body
 * for each constant: every child would load fourteen more classes before its target begins.
 */
enum SharedKind {
    ARRAY,
    BARRIER,
    BOUNDED_SEMAPHORE,
    CONDITION,
    CONNECTION,
    EVENT,
    JOINABLE_QUEUE,
    LOCK,
    QUEUE,
    PIPE,
    RLOCK,
    SEMAPHORE,
    SIMPLE_QUEUE,
    VALUE;

    /** {@return how names of such objects begin} */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    /** Declared as {@code Object}, so that the virtual machine need not load all classes to verify this one. */
    private Object openState(Handle handle) {
        return switch (this) {
            case ARRAY -> ElementsState.open(handle);
            case BARRIER -> BarrierState.open(handle);
            case BOUNDED_SEMAPHORE -> SemaphoreState.open(handle);
            case CONDITION -> ConditionState.open(handle);
            case CONNECTION -> ConnectionState.open(handle);
            case EVENT -> EventState.open(handle);
            case JOINABLE_QUEUE -> QueueState.open(handle);
            case LOCK -> LockState.open(handle);
            case QUEUE -> QueueState.open(handle);
            case PIPE -> PipeState.open(handle);
            case RLOCK -> LockState.open(handle);
            case SEMAPHORE -> SemaphoreState.open(handle);
            case SIMPLE_QUEUE -> SimpleQueueState.open(handle);
            case VALUE -> ElementsState.open(handle);
        };
    }

    /** Makes an object that is about to be bound; declared like {@link #openState}. */
    private Object makeUnbound() {
        return switch (this) {
            case ARRAY -> new Array<>(handleFollows());
            case BARRIER -> new Barrier(handleFollows());
            case BOUNDED_SEMAPHORE -> new BoundedSemaphore(handleFollows());
            case CONDITION -> new Condition(handleFollows());
            case CONNECTION -> new Connection(handleFollows());
            case EVENT -> new Event(handleFollows());
            case JOINABLE_QUEUE -> new JoinableQueue<>(handleFollows());
            case LOCK -> new Lock(handleFollows());
            case QUEUE -> new Queue<>(handleFollows());
            case PIPE -> new Pipe(handleFollows());
            case RLOCK -> new RLock(handleFollows());
            case SEMAPHORE -> new Semaphore(handleFollows());
            case SIMPLE_QUEUE -> new SimpleQueue<>(handleFollows());
            case VALUE -> new Value<>(handleFollows());
        };
    }

    /** Opens this process's side of an object. */
    final SharedState open(Handle handle) {
        return (SharedState) openState(handle);
    }

    /** Marks the constructors that leave an object unbound. */
    record Unbound() {}

    static Unbound handleFollows() {
        return new Unbound();
    }

    /** Makes an object that leads to an existing one. */
    final Shared<?> wrap(Handle handle) {
        Shared<?> object = (Shared<?>) makeUnbound();
        object.bind(handle);
        return object;
    }
}
