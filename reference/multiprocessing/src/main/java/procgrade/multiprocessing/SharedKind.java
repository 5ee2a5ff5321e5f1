package procgrade.multiprocessing;

/** The classes of shared objects: how each is opened in another process. */
enum SharedKind {
    LOCK {
        @Override
        SharedState open(Handle handle) {
            return LockState.open(handle);
        }

        @Override
        Shared<?> unbound() {
            return new Lock(handleFollows());
        }
    },
    SEMAPHORE {
        @Override
        SharedState open(Handle handle) {
            return SemaphoreState.open(handle);
        }

        @Override
        Shared<?> unbound() {
            return new Semaphore(handleFollows());
        }
    };

    /** {@return how names of such objects begin} */
    String label() {
        return name().toLowerCase(java.util.Locale.ROOT).replace("_", "");
    }

    /** Opens this process's side of an object. */
    abstract SharedState open(Handle handle);

    /** Makes an object that is about to be bound. */
    abstract Shared<?> unbound();

    /** Marks the constructors that leave an object unbound. */
    record Unbound() {}

    static Unbound handleFollows() {
        return new Unbound();
    }

    /** Makes an object that leads to an existing one. */
    final Shared<?> wrap(Handle handle) {
        Shared<?> object = unbound();
        object.bind(handle);
        return object;
    }
}
