package procgrade.multiprocessing.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArchivedHeapTests {
    private static final long MIB = 1L << 20;

    @Test
    void a_heap_that_ends_at_32_gib_is_recorded_where_it_will_be_used() {
        assertThat(ArchivedHeap.flags(6028 * MIB))
                .containsExactly("-Xmx6320816128", "-XX:HeapBaseMinAddress=" + (32 * 1024 - 6028) * MIB);
    }

    @ParameterizedTest
    @ValueSource(longs = {512 * MIB, 2048 * MIB, 30 * 1024 * MIB + 1, Long.MAX_VALUE})
    void a_heap_that_lies_elsewhere_is_left_to_the_virtual_machine(long maxHeapBytes) {
        assertThat(ArchivedHeap.flags(maxHeapBytes)).isEmpty();
    }
}
