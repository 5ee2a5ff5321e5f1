package procgrade.multiprocessing.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PipeEndsTests {
    private static final long LONG_NANOS = 60_000_000_000L;

    private final Fifo bridge = Session.current().createFifo(Session.current().newName("ends") + ".test");
    private final File path = bridge.path();

    @AfterEach
    void remove_pipe() {
        bridge.close();
        assertThat(path.delete()).isTrue();
    }

    @Test
    void bytes_go_from_one_end_to_the_other() {
        try (ReadEnd in = ReadEnd.of(bridge);
                WriteEnd out = WriteEnd.of(bridge)) {
            assertThat(out.write(new byte[] {1, 2, 3}, 1, 2)).isTrue();
            byte[] bytes = new byte[2];

            assertThat(in.available()).isEqualTo(2);
            assertThat(in.read(bytes, 0, 2)).isEqualTo(2);
            assertThat(bytes).containsExactly(2, 3);
        }
    }

    @Test
    void a_reader_gets_what_is_left_and_then_the_end() {
        try (ReadEnd in = ReadEnd.of(bridge)) {
            WriteEnd out = WriteEnd.of(bridge);
            bridge.close();
            out.write(new byte[] {1}, 0, 1);
            out.close();
            byte[] bytes = new byte[4];

            assertThat(in.read(bytes, 0, 4)).isEqualTo(1);
            assertThat(in.read(bytes, 0, 4)).isZero();
            assertThat(in.read(bytes, 0, 4, LONG_NANOS)).isEqualTo(ReadEnd.END);
        }
    }

    @Test
    void a_timed_read_returns_nothing_when_its_time_is_up() {
        try (ReadEnd in = ReadEnd.of(bridge)) {
            assertThat(in.read(new byte[4], 0, 4, 1)).isZero();
            assertThat(in.read(new byte[4], 0, 4, 1_000_000)).isZero();
        }
    }

    @Test
    void a_writer_learns_that_no_reader_is_left() {
        try (WriteEnd out = WriteEnd.of(bridge)) {
            bridge.close();

            assertThat(out.write(new byte[1], 0, 1)).isFalse();
        }
    }

    @Test
    void an_end_of_a_pipe_that_is_gone_cannot_be_opened() {
        assertThat(path.delete()).isTrue();
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> ReadEnd.of(bridge))
                .withMessageStartingWith("cannot open the pipe " + path + ": ");
        assertThat(path.mkdir()).isTrue();
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> WriteEnd.of(bridge))
                .withMessageStartingWith("cannot open the pipe " + path + ": ");
    }

    @Test
    void a_closed_end_cannot_be_used() {
        ReadEnd in = ReadEnd.of(bridge);
        WriteEnd out = WriteEnd.of(bridge);
        in.close();
        out.close();

        assertThat(out.write(new byte[1], 0, 1)).isFalse();
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> in.read(new byte[1], 0, 1))
                .withMessageStartingWith("cannot read from the pipe " + path + ": ");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(in::available)
                .withMessageStartingWith("cannot look into the pipe " + path + ": ");
    }

    @Test
    void a_timed_read_of_a_pipe_that_is_gone_fails() {
        try (ReadEnd in = ReadEnd.of(bridge)) {
            assertThat(path.delete()).isTrue();
            assertThat(path.mkdir()).isTrue();

            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> in.read(new byte[1], 0, 1, LONG_NANOS))
                    .withMessageStartingWith("cannot read from the pipe " + path + ": ");
        }
    }
}
