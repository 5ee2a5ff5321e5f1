package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ValueTests {
    private final Value<Integer> value = Value.ofInt(5);

    @Test
    void holds_what_it_was_made_and_set_with() {
        holds(Value.ofInt(Integer.MIN_VALUE), Integer.MIN_VALUE, Integer.MAX_VALUE);
        holds(Value.ofLong(1L << 33), 1L << 33, Long.MIN_VALUE);
        holds(Value.ofDouble(3.625), 3.625, Double.NaN);
        holds(Value.ofBoolean(true), true, false);
        holds(Value.ofByte((byte) -128), (byte) -128, (byte) 127);
        holds(Value.ofChar('x'), 'x', '\uFFFF');
    }

    private static <T> void holds(Value<T> value, T first, T second) {
        assertThat(value.get()).isEqualTo(first);
        assertThat(value.raw().get()).isEqualTo(first);
        value.set(second);
        assertThat(value.get()).isEqualTo(second);
        value.raw().set(first);
        assertThat(value.get()).isEqualTo(first);
    }

    @Test
    void loses_no_increment_that_holds_its_lock() throws Exception {
        Crew crew = new Crew();
        crew.start(3, () -> {
            for (int i = 0; i < 2_000; i++) {
                try (var held = value.hold()) {
                    value.set(value.get() + 1);
                }
            }
            return null;
        });
        crew.join();
        assertThat(value.get()).isEqualTo(6_005);
    }

    @Test
    void cannot_be_read_or_set_while_another_thread_holds_its_lock() throws Exception {
        value.lock().acquire();
        Crew crew = new Crew();
        Future<Integer> reader = crew.start(value::get);
        crew.start(1, () -> {
            value.set(7);
            return null;
        });
        Blocked.awaitReadersHere(2, value.handle().name() + ".lock");
        value.set(6);
        value.lock().release();
        crew.join();
        assertThat(reader.get()).isBetween(6, 7);
        assertThat(value.get()).isEqualTo(7);
    }

    @Test
    void raw_waits_for_nobody() throws Exception {
        Crew crew = new Crew();
        crew.start(1, () -> value.lock().acquire());
        crew.join();
        assertThat(value.raw().get()).isEqualTo(5);
        value.raw().set(6);
        assertThat(value.raw().get()).isEqualTo(6);
        assertThat(value.lock().acquire(false)).isFalse();
    }

    @Test
    void raw_has_no_lock() {
        Value<Integer> raw = value.raw();
        assertThat(raw.raw()).isSameAs(raw);
        String message =
                value.handle().name() + ".raw has no lock; use the object whose raw() it is, or a lock of your own";
        assertThatIllegalStateException().isThrownBy(raw::lock).withMessage(message);
        assertThatIllegalStateException().isThrownBy(raw::hold).withMessage(message);
    }

    @Test
    void refuses_null() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> value.set(null))
                .withMessage(value.handle().name() + " cannot hold null; set it to a value of type int");
        assertThat(value.get()).isEqualTo(5);
    }
}
