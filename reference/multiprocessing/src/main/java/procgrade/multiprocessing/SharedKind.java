package procgrade.multiprocessing;

/** The classes of shared objects: how each is opened in another process. */
enum SharedKind {
    ARRAY {
        @Override
        SharedState open(Handle handle) {
            return ElementsState.open(handle);
        }

        @Override
        Shared<?> unbound() {
            return new Array<>(handleFollows());
        }
    },
    BARRIER {
        @Override
        SharedState open(Handle handle) {
            return BarrierState.open(handle);
        }

        @Override
        Shared<?> unbound() {
            return new Barrier(handleFollows());
        }
    },
    BOUNDED_SEMAPHORE {
        @Override
        SharedState open(Handle handle) {
            return SemaphoreState.open(handle);
        }

        @Override
        Shared<?> unbound() {
            return new BoundedSemaphore(handleFollows());
        }
    },
    CONDITION {
        @Override
        SharedState open(Handle handle) {
            return ConditionState.open(handle);
        }

        @Override
        Shared<?> unbound() {
            return new Condition(handleFollows());
        }
    },
    CONNECTION {
        @Override
        SharedState open(Handle handle) {
            return ConnectionState.open(handle);
        }

        @Override
        Shared<?> unbound() {
            return new Connection(handleFollows());
        }
    },
    EVENT {
        @Override
        SharedState open(Handle handle) {
            return EventState.open(handle);
        }

        @Override
        Shared<?> unbound() {
            return new Event(handleFollows());
        }
    },
    JOINABLE_QUEUE {
        @Override
        SharedState open(Handle handle) {
            return QueueState.open(handle);
        }

        @Override
        Shared<?> unbound() {
            return new JoinableQueue<>(handleFollows());
        }
    },
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
    QUEUE {
        @Override
        SharedState open(Handle handle) {
            return QueueState.open(handle);
        }

        @Override
        Shared<?> unbound() {
            return new Queue<>(handleFollows());
        }
    },
    PIPE {
        @Override
        SharedState open(Handle handle) {
            return PipeState.open(handle);
        }

        @Override
        Shared<?> unbound() {
            return new Pipe(handleFollows());
        }
    },
    RLOCK {
        @Override
        SharedState open(Handle handle) {
            return LockState.open(handle);
        }

        @Override
        Shared<?> unbound() {
            return new RLock(handleFollows());
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
    },
    SIMPLE_QUEUE {
        @Override
        SharedState open(Handle handle) {
            return SimpleQueueState.open(handle);
        }

        @Override
        Shared<?> unbound() {
            return new SimpleQueue<>(handleFollows());
        }
    },
    VALUE {
        @Override
        SharedState open(Handle handle) {
            return ElementsState.open(handle);
        }

        @Override
        Shared<?> unbound() {
            return new Value<>(handleFollows());
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
