package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import procgrade.multiprocessing.codec.Encoder;
import procgrade.multiprocessing.kernel.Cells;
import procgrade.multiprocessing.kernel.Fifo;
import procgrade.multiprocessing.kernel.Session;

@ResourceLock(Resources.SYSTEM_ERR)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class FeederTests {
    private static final int MORE_THAN_A_PAGE = 10_000;

    private final Session session = Session.current();
    private final String name = session.newName("feedertest");
    private final Fifo data = session.createFifo(name + ".data");
    private final Cells cells = session.allocate(64);
    private final FrameWriter writer = new FrameWriter(data, session.createFifo(name + ".writers"), cells);
    private final Feeder feeder = new Feeder(writer, name);

    private final PrintStream errBefore = System.err;
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() {
        System.setErr(errBefore);
        feeder.close();
        writer.close();
        data.close();
    }

    private static Encoder item(int bytes) {
        return Encoder.frame(new byte[bytes], 0);
    }

    @Test
    void is_idle_while_small_items_fit() {
        assertThat(feeder.isIdle()).isTrue();
        feeder.put(item(10));
        assertThat(feeder.isIdle()).isTrue();
        feeder.flush();
        assertThat(data.available()).isEqualTo(item(10).length());
    }

    @Test
    void hands_large_items_over_in_the_background() {
        for (int i = 0; i < 5; i++) {
            feeder.put(item(MORE_THAN_A_PAGE));
        }
        feeder.flush();
        assertThat(feeder.isIdle()).isTrue();
        assertThat(data.available()).isEqualTo(5 * item(MORE_THAN_A_PAGE).length());
    }

    @Test
    void uses_the_memory_of_large_items_again_once_they_are_written() {
        Encoder large = item(MORE_THAN_A_PAGE);
        feeder.put(large);
        feeder.put(item(MORE_THAN_A_PAGE));
        feeder.flush();
        assertThat(List.of(feeder.newFrame(), feeder.newFrame())).contains(large);
        assertThat(feeder.newFrame().capacity()).isLessThan(MORE_THAN_A_PAGE);
    }

    @Test
    void does_not_keep_the_memory_of_small_and_of_huge_items() {
        feeder.put(item(10));
        assertThat(feeder.newFrame().capacity()).isLessThan(1000);
        Encoder huge = item(5_000_000);
        feeder.put(huge);
        byte[] all = new byte[item(10).length() + huge.length()];
        data.read(all, 0, all.length);
        feeder.flush();
        assertThat(feeder.newFrame().capacity()).isLessThan(1000);
    }

    @Test
    void says_that_items_are_lost_when_its_pipe_fails_and_takes_no_more() {
        data.close();
        feeder.put(item(MORE_THAN_A_PAGE));
        feeder.flush();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("multiprocessing: items of " + name + " are lost: cannot write to the pipe " + data.path());
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> feeder.put(item(MORE_THAN_A_PAGE)))
                .withMessageStartingWith("cannot put into " + name + ": its feeder has ended: ")
                .withMessageEndingWith("; make a new queue");
    }

    @Test
    void takes_megabytes_though_nobody_reads_and_keeps_an_interrupt() {
        int items = 4_000_000 / MORE_THAN_A_PAGE;
        Thread.currentThread().interrupt();
        for (int i = 0; i < items; i++) {
            feeder.put(item(MORE_THAN_A_PAGE));
        }
        assertThat(Thread.interrupted()).isTrue();
        feeder.put(item(MORE_THAN_A_PAGE));
        assertThat(feeder.isIdle()).isFalse();

        byte[] all = new byte[(items + 1) * item(MORE_THAN_A_PAGE).length()];
        data.read(all, 0, all.length);
        feeder.flush();
        assertThat(data.available()).isZero();
    }

    @Test
    void writes_what_it_holds_before_it_closes() {
        feeder.put(item(MORE_THAN_A_PAGE));
        feeder.put(item(MORE_THAN_A_PAGE));
        feeder.close();
        feeder.flush();
        assertThat(data.available()).isEqualTo(2 * item(MORE_THAN_A_PAGE).length());
    }
}
