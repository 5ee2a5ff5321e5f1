package procgrade.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class KernelUnitsTests {
    @Test
    void are_read_from_the_auxiliary_vector() {
        assertThat(KernelUnits.read(SavedProc.load("endless-loop"))).isEqualTo(new KernelUnits(100, 4096));
    }

    @Test
    void another_page_size_is_believed() {
        SavedProc arm =
                SavedProc.of("file self/auxv " + word(6) + word(0, 1) + word(17) + word(100) + word(0) + word(0));

        assertThat(KernelUnits.read(arm)).isEqualTo(new KernelUnits(100, 65536));
    }

    @Test
    void a_vector_that_is_missing_cut_off_or_without_the_entries_gives_the_common_units() {
        assertThat(KernelUnits.read(SavedProc.of(""))).isEqualTo(KernelUnits.COMMON);
        assertThat(KernelUnits.read(SavedProc.of("file self/auxv " + word(6) + "\\x00")))
                .isEqualTo(KernelUnits.COMMON);
        assertThat(KernelUnits.read(SavedProc.of("file self/auxv " + word(0) + word(0))))
                .isEqualTo(KernelUnits.COMMON);
    }

    @Test
    void ticks_become_time_without_rounding() {
        assertThat(new KernelUnits(100, 4096).ticks(12_345)).isEqualTo(Duration.ofMillis(123_450));
        assertThat(new KernelUnits(1024, 4096).ticks(1)).isEqualTo(Duration.ofNanos(976_562));
    }

    /** A little-endian word of 8 bytes, by its lowest two or three bytes. */
    private static String word(int low, int... more) {
        int third = more.length == 0 ? 0 : more[0];
        return "\\x%02x\\x00\\x%02x\\x00\\x00\\x00\\x00\\x00".formatted(low, third);
    }
}
