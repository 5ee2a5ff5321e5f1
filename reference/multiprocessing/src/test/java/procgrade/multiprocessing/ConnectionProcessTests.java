package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(240)
class ConnectionProcessTests {
    private static final byte[] SENTINEL = {};
    private static final Duration LONG = Duration.ofSeconds(60);

    static final Pipe GLOBAL = Pipe.create();
    static final Connection GLOBAL_FIRST = GLOBAL.first();

    private static void echo(Connection connection) {
        for (byte[] bytes = connection.recvBytes(); bytes.length > 0; bytes = connection.recvBytes()) {
            connection.sendBytes(bytes);
        }
        connection.close();
    }

    @Test
    void a_child_echoes_objects_and_bytes_until_it_is_told_to_end() {
        Pipe pipe = Pipe.create();
        Connection here = pipe.first();
        Process child = new Process(ConnectionProcessTests::echo, pipe.second()).start();
        byte[] large = new byte[16 << 20];
        Arrays.fill(large, (byte) 'X');

        here.send(List.of(1, 2.25, "three"));
        assertThat(here.<List<Object>>recv()).containsExactly(1, 2.25, "three");
        assertThat(here.poll()).isFalse();
        here.send(null);
        assertThat(here.poll(LONG)).isTrue();
        assertThat(here.<Object>recv()).isNull();
        here.sendBytes(large);
        assertThat(Arrays.equals(here.recvBytes(), large)).isTrue();

        here.sendBytes(SENTINEL);
        pipe.second().close();
        assertThatExceptionOfType(EndOfFile.class).isThrownBy(here::recv);
        child.join();
        assertThat(child.exitcode()).isZero();
        here.close();
    }

    private static void sendFarewell(Connection connection) {
        connection.send("farewell");
        connection.close();
    }

    @Test
    void a_parent_may_close_the_childs_connection_right_after_start() {
        try (Pipe pipe = Pipe.create(false)) {
            Process child = new Process(ConnectionProcessTests::sendFarewell, pipe.second()).start();
            pipe.second().close();

            assertThat(pipe.first().<String>recv()).isEqualTo("farewell");
            assertThatExceptionOfType(EndOfFile.class)
                    .isThrownBy(() -> pipe.first().recv());
            child.join();
        }
    }

    private static void forward(Connection in, Connection out) {
        out.send(in.recv());
    }

    @Test
    void a_parent_may_send_and_close_both_connections_before_the_child_has_opened_its_own() {
        try (Pipe result = Pipe.create(false);
                Pipe pipe = Pipe.create(false)) {
            Process child = new Process(ConnectionProcessTests::forward, pipe.first(), result.second()).start();
            pipe.second().send("through");
            pipe.close();

            assertThat(result.first().<String>recv()).isEqualTo("through");
            child.join();
        }
    }

    private static void closePipeAndReport(Pipe pipe) {
        pipe.first().close();
        pipe.second().send("from the pipe");
        pipe.second().close();
    }

    @Test
    void a_child_that_is_given_the_pipe_has_both_connections() {
        try (Pipe pipe = Pipe.create()) {
            Process child = new Process(ConnectionProcessTests::closePipeAndReport, pipe).start();
            pipe.second().close();

            assertThat(pipe.first().<String>recv()).isEqualTo("from the pipe");
            assertThatExceptionOfType(EndOfFile.class)
                    .isThrownBy(() -> pipe.first().recv());
            child.join();
        }
    }

    private static void answerThroughGlobals() {
        GLOBAL.second().send("same object: " + (GLOBAL.first() == GLOBAL_FIRST));
        GLOBAL_FIRST.send("first");
    }

    @Test
    void a_child_has_the_pipes_and_connections_of_globals() {
        Process child = new Process(ConnectionProcessTests::answerThroughGlobals).start();

        assertThat(GLOBAL_FIRST.<String>recv()).isEqualTo("same object: true");
        assertThat(GLOBAL.second().<String>recv()).isEqualTo("first");
        child.join();
        assertThat(child.exitcode()).isZero();
    }

    @Test
    void a_parent_that_has_polled_may_leave_the_message_to_a_child() throws Exception {
        try (Pipe result = Pipe.create(false);
                Pipe pipe = Pipe.create(false)) {
            var polled = new Crew().start(() -> pipe.first().poll(LONG));
            Blocked.awaitReadersHere(1, "timed-" + pipe.handle().name() + ".b");
            pipe.second().send("whole");
            assertThat(Crew.result(polled)).isTrue();

            Process child = new Process(ConnectionProcessTests::forward, pipe.first(), result.second()).start();

            assertThat(result.first().<String>recv()).isEqualTo("whole");
            child.join();
        }
    }

    private static void receiveForEver(Connection connection) {
        while (true) {
            connection.recvBytes();
        }
    }

    @Test
    void a_receiver_waits_in_the_kernel_and_its_death_breaks_the_pipe() {
        try (Pipe pipe = Pipe.create()) {
            Process child = new Process(ConnectionProcessTests::receiveForEver, pipe.second()).start();
            pipe.second().close();
            Blocked.awaitReader(child, pipe.handle().name() + ".a");

            child.kill();
            child.join();

            assertThat(child.exitcode()).isEqualTo(-9);
            assertThatExceptionOfType(BrokenPipe.class)
                    .isThrownBy(() -> pipe.first().send(1));
            assertThatExceptionOfType(EndOfFile.class)
                    .isThrownBy(() -> pipe.first().recv());
        }
    }

    private static void sendForEver(Connection connection) {
        while (true) {
            connection.sendBytes(new byte[1 << 20]);
        }
    }

    @Test
    void a_sender_killed_within_a_message_leaves_a_clear_error() {
        try (Pipe pipe = Pipe.create(false)) {
            Process child = new Process(ConnectionProcessTests::sendForEver, pipe.second()).start();
            pipe.second().close();
            Blocked.awaitWriter(child.pid(), pipe.handle().name() + ".b");

            child.kill();
            child.join();

            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> pipe.first().recvBytes())
                    .withMessageContaining("ended within a message")
                    .withMessageContaining("of 1048576 bytes; its sender was killed while it sent");
        }
    }

    @Test
    void a_child_whose_receiver_closes_fails_with_a_traceback() {
        try (Pipe pipe = Pipe.create(false)) {
            Process child = new Process(ConnectionProcessTests::sendForEver, pipe.second()).start();
            Blocked.awaitWriter(child.pid(), pipe.handle().name() + ".b");

            pipe.close();
            child.join();

            assertThat(child.exitcode()).isEqualTo(1);
        }
    }

    private static void introduce(Connection to, Connection gift) {
        to.send(gift);
    }

    @Test
    void a_connection_travels_through_a_connection() {
        try (Pipe pipe = Pipe.create();
                Pipe gift = Pipe.create()) {
            Process child = new Process(ConnectionProcessTests::introduce, pipe.second(), gift.second()).start();

            Connection received = pipe.first().recv();
            gift.first().send("hello");

            assertThat(received.<String>recv()).isEqualTo("hello");
            child.join();
        }
    }
}
