package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SharedMemoryProcessTests {
    private static void joined(Process process) {
        process.join();
        assertThat(process.exitcode()).isZero();
    }

    @Test
    void values_of_every_type_are_set_by_another_process() {
        Value<Integer> anInt = Value.ofInt(4343);
        Value<Double> aDouble = Value.ofDouble(3.625);
        Value<Boolean> aBoolean = Value.ofBoolean(false);
        Value<Byte> aByte = Value.ofByte((byte) -23);
        Value<Long> aLong = Value.ofLong(1L << 33);
        Value<Character> aChar = Value.ofChar('x');
        joined(new Process(
                        SharedMemoryProcessTests::setAll, List.of(anInt, aDouble, aBoolean), aByte, aLong.raw(), aChar)
                .start());
        assertThat(anInt.get()).isEqualTo(24234);
        assertThat(aDouble.get()).isEqualTo(-4.25);
        assertThat(aBoolean.get()).isTrue();
        assertThat(aByte.get()).isEqualTo((byte) 23);
        assertThat(aLong.get()).isEqualTo(1L << 34);
        assertThat(aChar.get()).isEqualTo('y');
    }

    @SuppressWarnings("unchecked") // the test knows what is in the list
    private static void setAll(List<Value<?>> values, Value<Byte> aByte, Value<Long> aLong, Value<Character> aChar) {
        ((Value<Integer>) values.get(0)).set(24234);
        ((Value<Double>) values.get(1)).set(-4.25);
        ((Value<Boolean>) values.get(2)).set(true);
        aByte.set((byte) (aByte.get() + 46));
        aLong.set(2 * aLong.get());
        assertThatIllegalStateException().isThrownBy(aLong::lock);
        aChar.set('y');
    }

    @Test
    void processes_lose_no_increment_that_holds_the_lock() {
        Value<Integer> counter = Value.ofInt(0);
        Array<Long> counters = Array.ofLong(2);
        Process one = new Process(SharedMemoryProcessTests::increment, counter, counters).start();
        Process other = new Process(SharedMemoryProcessTests::increment, counter, counters).start();
        increment(counter, counters);
        joined(one);
        joined(other);
        assertThat(counter.get()).isEqualTo(3_000);
        assertThat(counters.toList()).containsExactly(0L, 3_000L);
    }

    private static void increment(Value<Integer> counter, Array<Long> counters) {
        for (int i = 0; i < 1_000; i++) {
            try (var held = counter.hold()) {
                counter.set(counter.get() + 1);
            }
            counters.lock().acquire();
            counters.set(1, counters.get(1) + 1);
            counters.lock().release();
        }
    }

    @Test
    void a_process_waits_for_the_lock_that_another_holds() {
        Value<Integer> value = Value.ofInt(1);
        Array<Byte> array = Array.ofByte((byte) 1);
        Process reader;
        try (var held = value.hold()) {
            reader = new Process(SharedMemoryProcessTests::seeTwo, value, array).start();
            Blocked.awaitReader(reader, value.handle().name() + ".lock");
            array.lock().acquire();
            value.set(2);
        }
        Blocked.awaitReader(reader, array.handle().name() + ".lock");
        array.set(0, (byte) 2);
        array.lock().release();
        joined(reader);
    }

    private static void seeTwo(Value<Integer> value, Array<Byte> array) {
        assertThat(value.get()).isEqualTo(2);
        assertThat(array.get(0)).isEqualTo((byte) 2);
    }

    @Test
    void an_array_is_changed_by_another_process() {
        int[] numbers = {680, 626, 934, 821, 150, 233, 548, 982, 714, 831};
        Array<Integer> array = Array.ofInt(numbers);
        joined(new Process(SharedMemoryProcessTests::addUp, array).start());
        assertThat(array.toList()).containsExactly(680, 1306, 2240, 3061, 3211, 3444, 3992, 4974, 5688, 6519);
        assertThat(numbers).as("the array holds a copy").startsWith(680, 626, 934);
    }

    private static void addUp(Array<Integer> array) {
        for (int i = 1; i < array.length(); i++) {
            array.set(i, array.get(i) + array.get(i - 1));
        }
    }

    @Test
    void processes_fill_their_parts_of_a_large_array_without_a_lock() {
        Array<Double> array = Array.ofDouble(200_000);
        Process one = new Process(SharedMemoryProcessTests::fill, array.raw(), 0, 100_000).start();
        Process other = new Process(SharedMemoryProcessTests::fill, array.raw(), 100_000, 200_000).start();
        joined(one);
        joined(other);
        List<Double> elements = array.toList();
        for (int i = 0; i < elements.size(); i++) {
            assertThat(elements.get(i)).isEqualTo(i / 2.0);
        }
    }

    private static void fill(Array<Double> array, int from, int to) {
        for (int i = from; i < to; i++) {
            array.set(i, i / 2.0);
        }
    }

    @Test
    void a_loop_that_reads_a_raw_value_again_and_again_sees_the_change() {
        Value<Boolean> end = Value.ofBoolean(false).raw();
        Semaphore started = new Semaphore(0);
        Process asking = new Process(SharedMemoryProcessTests::ask, end, started).start();
        started.acquire();
        end.set(true);
        joined(asking);
    }

    /** Long enough for the compiler to have optimized the loop. */
    private static void ask(Value<Boolean> end, Semaphore started) {
        long questions = 0;
        while (!end.get()) {
            questions++;
            if (questions == 2_000_000) {
                started.release();
            }
        }
    }
}
