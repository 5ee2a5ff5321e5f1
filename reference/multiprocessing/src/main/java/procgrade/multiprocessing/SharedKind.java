package procgrade.multiprocessing;

import java.util.Locale;

/** The classes of shared objects: how each is opened in another process. */
enum SharedKind {
    ARRAY {
        @Override
        Object openState(Handle handle) {
            return ElementsState.open(handle);
        }

        @Override
        Object makeUnbound() {
            return new Array<>(handleFollows());
        }
    },
    BARRIER {
        @Override
        Object openState(Handle handle) {
            return BarrierState.open(handle);
        }

        @Override
        Object makeUnbound() {
            return new Barrier(handleFollows());
        }
    },
    BOUNDED_SEMAPHORE {
        @Override
        Object openState(Handle handle) {
            return SemaphoreState.open(handle);
        }

        @Override
        Object makeUnbound() {
            return new BoundedSemaphore(handleFollows());
        }
    },
    CONDITION {
        @Override
        Object openState(Handle handle) {
            return ConditionState.open(handle);
        }

        @Override
        Object makeUnbound() {
            return new Condition(handleFollows());
        }
    },
    CONNECTION {
        @Override
        Object openState(Handle handle) {
            return ConnectionState.open(handle);
        }

        @Override
        Object makeUnbound() {
            return new Connection(handleFollows());
        }
    },
    EVENT {
        @Override
        Object openState(Handle handle) {
            return EventState.open(handle);
        }

        @Override
        Object makeUnbound() {
            return new Event(handleFollows());
        }
    },
    JOINABLE_QUEUE {
        @Override
        Object openState(Handle handle) {
            return QueueState.open(handle);
        }

        @Override
        Object makeUnbound() {
            return new JoinableQueue<>(handleFollows());
        }
    },
    LOCK {
        @Override
        Object openState(Handle handle) {
            return LockState.open(handle);
        }

        @Override
        Object makeUnbound() {
            return new Lock(handleFollows());
        }
    },
    QUEUE {
        @Override
        Object openState(Handle handle) {
            return QueueState.open(handle);
        }

        @Override
        Object makeUnbound() {
            return new Queue<>(handleFollows());
        }
    },
    PIPE {
        @Override
        Object openState(Handle handle) {
            return PipeState.open(handle);
        }

        @Override
        Object makeUnbound() {
            return new Pipe(handleFollows());
        }
    },
    RLOCK {
        @Override
        Object openState(Handle handle) {
            return LockState.open(handle);
        }

        @Override
        Object makeUnbound() {
            return new RLock(handleFollows());
        }
    },
    SEMAPHORE {
        @Override
        Object openState(Handle handle) {
            return SemaphoreState.open(handle);
        }

        @Override
        Object makeUnbound() {
            return new Semaphore(handleFollows());
        }
    },
    SIMPLE_QUEUE {
        @Override
        Object openState(Handle handle) {
            return SimpleQueueState.open(handle);
        }

        @Override
        Object makeUnbound() {
            return new SimpleQueue<>(handleFollows());
        }
    },
    VALUE {
        @Override
        Object openState(Handle handle) {
            return ElementsState.open(handle);
        }

        @Override
        Object makeUnbound() {
            return new Value<>(handleFollows());
        }
    };

    /** {@return how names of such objects begin} */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    /** As {@link #open}; declared so that the virtual machine need not load all classes to verify this one. */
    abstract Object openState(Handle handle);

    /** Makes an object that is about to be bound; declared like {@link #openState}. */
    abstract Object makeUnbound();

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
