package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ArrayTests {
    @Test
    void holds_the_elements_it_was_made_with() {
        assertThat(Array.ofInt(680, 626, -934).toList()).containsExactly(680, 626, -934);
        assertThat(Array.ofInt(new int[] {5}).toList()).containsExactly(5);
        assertThat(Array.ofLong(1L << 40, -1).toList()).containsExactly(1L << 40, -1L);
        assertThat(Array.ofDouble(0.5, -0.0).toList()).containsExactly(0.5, -0.0);
        assertThat(Array.ofByte((byte) -128, (byte) 127).toList()).containsExactly((byte) -128, (byte) 127);
        assertThat(Array.ofInt().length()).isZero();
    }

    @Test
    void is_full_of_zeros_if_only_its_length_is_given() {
        for (int i = 0; i < 3; i++) {
            Array<Integer> ints = Array.ofInt(10);
            assertThat(ints.length()).isEqualTo(10);
            assertThat(ints.toList()).isEqualTo(Collections.nCopies(10, 0));
            for (int k = 0; k < 10; k++) {
                ints.set(k, k + 1);
            }
            assertThat(ints.toList()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        }
        assertThat(Array.ofLong(2).toList()).containsExactly(0L, 0L);
        assertThat(Array.ofDouble(2).toList()).containsExactly(0.0, 0.0);
        assertThat(Array.ofByte(2).toList()).containsExactly((byte) 0, (byte) 0);
    }

    @Test
    void elements_do_not_overlap() {
        Array<Double> doubles = Array.ofDouble(100_000);
        Array<Double> neighbour = Array.ofDouble(100_000);
        try (var held = doubles.hold()) {
            for (int i = 0; i < doubles.length(); i++) {
                doubles.set(i, i + 0.25);
            }
            for (int i = 0; i < doubles.length(); i++) {
                assertThat(doubles.get(i)).isEqualTo(i + 0.25);
            }
        }
        assertThat(neighbour.raw().toList()).containsOnly(0.0);
    }

    @Test
    void has_no_elements_beyond_its_ends() {
        Array<Byte> bytes = Array.ofByte(3);
        String name = bytes.handle().name();
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> bytes.get(3))
                .withMessage(name + " has no element 3; its elements are 0 to 2");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> bytes.set(-1, (byte) 1))
                .withMessage(name + " has no element -1; its elements are 0 to 2");
        Array<Integer> empty = Array.ofInt(0);
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> empty.raw().get(0))
                .withMessage(empty.handle().name() + ".raw has no element 0; it is empty");
    }

    @Test
    void refuses_lengths_that_make_no_sense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Array.ofInt(-1))
                .withMessage("an array cannot have -1 elements; give 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Array.ofLong((1 << 25) + 1))
                .withMessage("an array of 33554433 elements of type long is too large;"
                        + " share 33554432 elements at most, or several arrays");
    }

    @Test
    void refuses_null() {
        Array<Integer> ints = Array.ofInt(1, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ints.set(1, null))
                .withMessage(ints.handle().name() + " cannot hold null; set it to a value of type int");
        assertThat(ints.toList()).containsExactly(1, 2);
    }

    @Test
    void cannot_be_read_while_another_thread_holds_its_lock() throws Exception {
        Array<Integer> ints = Array.ofInt(1, 2);
        Crew crew = new Crew();
        try (var held = ints.hold()) {
            crew.start(1, () -> assertThat(ints.get(0)).isEqualTo(3));
            crew.start(1, () -> assertThat(ints.toList()).containsExactly(3, 4));
            Blocked.awaitReadersHere(2, ints.handle().name() + ".lock");
            assertThat(ints.raw().toList()).containsExactly(1, 2);
            ints.set(0, 3);
            ints.set(1, 4);
        }
        crew.join();
        assertThat(ints.lock().acquire(false)).isTrue();
    }

    @Test
    void raw_shares_the_elements_but_has_no_lock() {
        Array<Long> longs = Array.ofLong(3);
        Array<Long> raw = longs.raw();
        raw.set(2, 9L);
        assertThat(longs.get(2)).isEqualTo(9L);
        assertThat(raw.length()).isEqualTo(3);
        assertThat(raw.raw()).isSameAs(raw);
        assertThatIllegalStateException().isThrownBy(raw::hold);
        assertThatIllegalStateException()
                .isThrownBy(raw::lock)
                .withMessage(longs.handle().name()
                        + ".raw has no lock; use the object whose raw() it is, or a lock of your own");
    }
}
