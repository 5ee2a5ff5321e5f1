package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import procgrade.multiprocessing.codec.Decoder;
import procgrade.multiprocessing.codec.Encoder;

/** How locks and the other objects of this kind get into other processes, besides as arguments. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SharedTravelTests {
    private static void joined(Process process) {
        process.join();
        assertThat(process.exitcode()).isZero();
    }

    /** The objects are used by the child as the parent's, although their initializers run there again. */
    private static final class Globals {
        static final Lock LOCK = new Lock();
        static final RLock RECURSIVE = new RLock();
        static final Condition CONDITION = new Condition(LOCK);
        static final Condition OTHER_CONDITION = new Condition(RECURSIVE);
        static final Event EVENT = new Event();
        static final BoundedSemaphore SEMAPHORE = new BoundedSemaphore(3);
        static final Value<Integer> VALUE = Value.ofInt(1);
        static final Array<Integer> ARRAY = Array.ofInt(1, 2, 3);
        static final Array<Integer> RAW = ARRAY.raw();
        static final RLock ARRAY_LOCK = ARRAY.lock();
        static final Barrier BARRIER = new Barrier(2, () -> VALUE.raw().set(7));

        private Globals() {}
    }

    @Test
    void objects_in_static_fields_are_the_same_in_a_child() {
        Globals.LOCK.acquire();
        Globals.RECURSIVE.acquire();
        Globals.SEMAPHORE.acquire();
        Globals.ARRAY_LOCK.acquire();
        Process child = new Process(SharedTravelTests::useGlobals).start();
        Globals.EVENT.await();
        Globals.CONDITION.awaitFor(() -> Globals.VALUE.get() == 2);
        Globals.OTHER_CONDITION.awaitFor(() -> Globals.VALUE.get() == 3);
        assertThat(Globals.SEMAPHORE.getValue()).isEqualTo(3);
        Globals.BARRIER.await();
        joined(child);
        assertThat(Globals.VALUE.get()).isEqualTo(7);
        assertThat(Globals.ARRAY.toList()).containsExactly(3, 2, 3);
    }

    private static void useGlobals() {
        assertThat(Globals.LOCK.acquire(false)).isFalse();
        assertThat(Globals.RECURSIVE.acquire(false)).isFalse();
        Globals.SEMAPHORE.release();
        Globals.EVENT.set();
        try (var held = Globals.CONDITION.hold()) {
            Globals.VALUE.set(2);
            Globals.CONDITION.notifyOne();
        }
        try (var held = Globals.RECURSIVE.hold()) {
            Globals.VALUE.set(3);
            Globals.OTHER_CONDITION.notifyOne();
        }
        Globals.RAW.set(0, 3);
        assertThat(Globals.ARRAY_LOCK.acquire(false)).isFalse();
        Globals.BARRIER.await();
    }

    /** What a program may put into a queue. */
    private record Work(Lock lock, Condition condition, List<Value<Integer>> values) implements Serializable {}

    @Test
    void objects_inside_items_of_a_queue_are_the_same_in_the_process_that_gets_them() {
        Queue<Work> queue = new Queue<>();
        Lock lock = new Lock();
        Condition condition = new Condition(lock);
        Value<Integer> value = Value.ofInt(1);
        Process child = new Process(SharedTravelTests::work, queue).start();
        try (var held = lock.hold()) {
            queue.put(new Work(lock, condition, List.of(value)));
            condition.awaitFor(() -> value.get() == 2);
        }
        joined(child);
    }

    private static void work(Queue<Work> queue) {
        Work work = queue.get();
        try (var held = work.condition.hold()) {
            assertThat(work.lock.acquire(false)).isFalse();
            work.values.get(0).set(2);
            work.condition.notifyEveryone();
        }
    }

    @Test
    void an_object_that_comes_back_leads_to_the_same_state() {
        Lock lock = new Lock();
        List<Shared<?>> objects = List.of(
                lock,
                new RLock(),
                new Semaphore(2),
                new BoundedSemaphore(2),
                new Event(),
                new Condition(),
                new Condition(lock),
                new Barrier(2),
                Value.ofInt(1),
                Value.ofInt(1).raw(),
                Value.ofInt(1).lock(),
                Array.ofInt(1));
        for (Shared<?> object : objects) {
            Shared<?> copy = (Shared<?>) decoded(object);
            assertThat(copy).isNotSameAs(object).hasSameClassAs(object);
            assertThat((Object) copy.state()).isSameAs(object.state());
        }
    }

    private static Object decoded(Object item) {
        Encoder encoder = new Encoder();
        encoder.value(item);
        return new Decoder(encoder.bytes(), 0).value();
    }
}
