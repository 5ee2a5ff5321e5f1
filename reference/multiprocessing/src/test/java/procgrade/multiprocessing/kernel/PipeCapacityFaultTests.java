package procgrade.multiprocessing.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Refusals of the kernel itself, of which every user gets the same. */
@Timeout(120)
final class PipeCapacityFaultTests {
    private final Fifo pipe = Session.current().createFifo(Session.current().newName("capacity") + ".test");

    @AfterEach
    void remove_pipe() {
        pipe.close();
        assertThat(pipe.path().delete()).isTrue();
    }

    @Test
    void a_number_that_the_kernel_refuses_is_reported_with_its_reason() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> PipeCapacity.set(pipe.path().getPath(), -1))
                .withMessageMatching("cannot set the capacity of pipes to -1 bytes: .*Invalid argument; give a smaller"
                        + " number in PROCGRADE_PIPE_BYTES or unset it")
                .havingCause()
                .isInstanceOf(IOException.class)
                .withMessageEndingWith("Invalid argument");
    }

    @Test
    void an_interrupted_thread_says_so() {
        Thread.currentThread().interrupt();
        assertThatIllegalStateException()
                .isThrownBy(() -> PipeCapacity.set(pipe.path().getPath(), 8192))
                .withMessage("interrupted while setting the capacity of pipes to 8192 bytes; make the object again")
                .withCauseInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
