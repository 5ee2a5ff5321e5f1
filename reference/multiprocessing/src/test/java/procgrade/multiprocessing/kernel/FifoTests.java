package procgrade.multiprocessing.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class FifoTests {
    private static final int MEGABYTE = 1 << 20;
    private static final long LONG_NANOS = 60_000_000_000L;

    private final Fifo pipe = Session.current().createFifo(Session.current().newName("fifo") + ".test");

    @AfterEach
    void remove_pipe() {
        pipe.close();
        assertThat(pipe.path().delete()).isTrue();
    }

    private static byte[] pattern(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @Test
    void holds_what_was_written_until_it_is_read() {
        byte[] bytes = pattern(100);
        pipe.write(bytes, 10, 90);
        assertThat(pipe.available()).isEqualTo(90);
        byte[] read = new byte[100];
        pipe.read(read, 10, 90);
        assertThat(pipe.available()).isZero();
        for (int i = 10; i < 100; i++) {
            assertThat(read[i]).isEqualTo(bytes[i]);
        }
    }

    @Test
    void carries_bytes_of_every_value() {
        for (int value = 0; value < 256; value++) {
            pipe.writeByte(value);
            assertThat(pipe.readByte()).isEqualTo(value);
        }
    }

    @Test
    void carries_more_than_it_holds() throws Exception {
        byte[] bytes = pattern(3 * MEGABYTE + 7);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> pipe.write(bytes, 0, bytes.length));
        byte[] read = new byte[bytes.length];
        pipe.read(read, 0, read.length);
        writer.get();
        assertThat(read).isEqualTo(bytes);
    }

    @Test
    void keeps_its_bytes_while_anybody_has_it_open() {
        try (Fifo other = Fifo.open(pipe.path())) {
            Fifo.open(pipe.path()).close();
            other.writeByte('x');
            assertThat(pipe.readByte()).isEqualTo('x');
        }
    }

    @Test
    void reads_in_time_what_is_there_and_no_more_than_asked() {
        pipe.write(pattern(10), 0, 10);
        byte[] read = new byte[20];
        assertThat(pipe.read(read, 5, 4, LONG_NANOS)).isEqualTo(4);
        assertThat(pipe.read(read, 9, 11, LONG_NANOS)).isEqualTo(6);
        assertThat(pipe.read(read, 0, 20, 1)).isZero();
        assertThat(pipe.read(read, 0, 20, 0)).isZero();
        assertThat(pipe.read(read, 0, 20, -1)).isZero();
    }

    @Test
    void loses_no_byte_under_many_short_time_outs() throws Exception {
        byte[] bytes = pattern(30_000);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (byte b : bytes) {
                pipe.writeByte(b);
            }
        });
        byte[] read = new byte[bytes.length];
        long wait = 1;
        for (int done = 0; done < read.length; wait = wait * 7 % 100_003) {
            done += pipe.read(read, done, Math.min(7, read.length - done), wait);
        }
        writer.get();
        assertThat(read).isEqualTo(bytes);
        assertThat(pipe.available()).isZero();
    }

    @Test
    void shares_its_bytes_out_among_timed_and_untimed_readers() throws Exception {
        int each = 2_000;
        CompletableFuture<Integer> timed = CompletableFuture.supplyAsync(() -> {
            int sum = 0;
            for (int got = 0; got < each; ) {
                byte[] one = new byte[1];
                if (pipe.read(one, 0, 1, 20_000) == 1) {
                    sum += one[0];
                    got++;
                }
            }
            return sum;
        });
        CompletableFuture<Integer> untimed = CompletableFuture.supplyAsync(() -> {
            int sum = 0;
            for (int got = 0; got < each; got++) {
                sum += pipe.readByte();
            }
            return sum;
        });
        int written = 0;
        for (int i = 0; i < 2 * each; i++) {
            pipe.writeByte(i % 100);
            written += i % 100;
        }
        assertThat(timed.get() + untimed.get()).isEqualTo(written);
    }

    @Test
    void says_which_pipe_is_missing() {
        File missing = new File(pipe.path().getParentFile(), "no-such-pipe\0");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> Fifo.open(missing))
                .withMessageStartingWith("cannot open the pipe " + missing + ": ");
    }

    @Test
    void cannot_be_used_after_close() {
        Fifo closed = Fifo.open(pipe.path());
        closed.close();
        closed.close();
        String path = pipe.path().getPath();
        assertFails(() -> closed.write(new byte[1], 0, 1), "cannot write to the pipe " + path);
        assertFails(() -> closed.writeByte(1), "cannot write to the pipe " + path);
        assertFails(() -> closed.read(new byte[1], 0, 1), "cannot read from the pipe " + path);
        assertFails(closed::readByte, "cannot read from the pipe " + path);
        assertFails(closed::available, "cannot look into the pipe " + path);
        assertThat(closed.read(new byte[1], 0, 1, LONG_NANOS)).isZero();
    }

    private static void assertFails(Runnable use, String message) {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(use::run)
                .withMessageStartingWith(message + ": ");
    }
}
