package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PollTests {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Crew crew = new Crew();
    private final Pipe pipe = Pipe.create(false);
    private final Connection receiver = pipe.first();
    private final Connection sender = pipe.second();

    @AfterEach
    void close_pipe() {
        pipe.close();
    }

    @Test
    void nothing_is_there_before_something_is_sent() {
        assertThat(receiver.poll()).isFalse();
        assertThat(receiver.poll(Duration.ZERO)).isFalse();
        assertThat(receiver.poll(Duration.ofMillis(1))).isFalse();
    }

    @Test
    void an_empty_message_is_something() {
        sender.sendBytes(new byte[0]);

        assertThat(receiver.poll()).isTrue();
        assertThat(receiver.poll()).isTrue();
        assertThat(receiver.recvBytes()).isEmpty();
        assertThat(receiver.poll()).isFalse();
    }

    @Test
    void a_poll_waits_in_the_kernel_and_takes_nothing_away() throws Exception {
        var polled = crew.start(() -> receiver.poll(LONG));
        Blocked.awaitReadersHere(1, "timed-" + pipe.handle().name() + ".b");

        sender.send("whole");

        assertThat(Crew.result(polled)).isTrue();
        assertThat(receiver.poll()).isTrue();
        assertThat(receiver.poll(LONG)).isTrue();
        assertThat(receiver.<String>recv()).isEqualTo("whole");
        assertThat(receiver.poll()).isFalse();
    }

    @Test
    void messages_do_not_merge() throws Exception {
        var polled = crew.start(() -> receiver.poll(LONG));
        Blocked.awaitReadersHere(1, "timed-" + pipe.handle().name() + ".b");
        sender.sendBytes(new byte[] {'a'});
        sender.sendBytes(new byte[] {'b'});
        sender.sendBytes(new byte[] {'c', 'd'});

        assertThat(Crew.result(polled)).isTrue();
        assertThat(receiver.recvBytes()).containsExactly('a');
        assertThat(receiver.poll()).isTrue();
        assertThat(receiver.recvBytes()).containsExactly('b');
        assertThat(receiver.poll(LONG)).isTrue();
        assertThat(receiver.recvBytes()).containsExactly('c', 'd');
        assertThat(receiver.poll()).isFalse();
    }

    @Test
    void many_polls_that_run_out_lose_nothing() throws Exception {
        int messages = 2_000;
        crew.start(1, () -> {
            for (int i = 0; i < messages; i++) {
                sender.send(i);
            }
            return null;
        });

        for (int i = 0; i < messages; i++) {
            while (!receiver.poll(Duration.ofNanos(50_000))) {
                Thread.onSpinWait();
            }
            assertThat(receiver.<Integer>recv()).isEqualTo(i);
        }
        crew.join();
    }

    @Test
    void the_end_is_something_to_receive() {
        sender.close();

        assertThat(receiver.poll(LONG)).isTrue();
        while (!receiver.poll()) {
            Thread.onSpinWait();
        }
        assertThatExceptionOfType(EndOfFile.class).isThrownBy(receiver::recv);
    }

    @Test
    void a_waiting_poll_wakes_at_the_end() throws Exception {
        var polled = crew.start(() -> receiver.poll(LONG));
        Blocked.awaitReadersHere(1, "timed-" + pipe.handle().name() + ".b");

        sender.close();

        assertThat(Crew.result(polled)).isTrue();
    }

    @Test
    void a_poll_gives_up_in_time_while_another_thread_receives() throws Exception {
        var received = crew.start(() -> receiver.<String>recv());
        Blocked.awaitReadersHere(1, pipe.handle().name() + ".b");

        assertThat(receiver.poll()).isFalse();
        assertThat(receiver.poll(Duration.ofMillis(5))).isFalse();

        sender.send("done");
        assertThat(Crew.result(received)).isEqualTo("done");
    }

    @Test
    void an_interrupt_does_not_end_a_poll_and_the_thread_stays_interrupted() throws Exception {
        Thread poller = Thread.currentThread();
        crew.start(1, () -> {
            Blocked.awaitReadersHere(1, "timed-" + pipe.handle().name() + ".b");
            poller.interrupt();
            Blocked.awaitReadersHere(1, "timed-" + pipe.handle().name() + ".b");
            sender.send("unharmed");
            return null;
        });
        poller.interrupt();

        assertThat(receiver.poll(LONG)).isTrue();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(receiver.<String>recv()).isEqualTo("unharmed");
        crew.join();
    }

    @Test
    void a_negative_time_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> receiver.poll(Duration.ofSeconds(-1)))
                .withMessageStartingWith("time-out must not be negative: PT-1S");
    }
}
