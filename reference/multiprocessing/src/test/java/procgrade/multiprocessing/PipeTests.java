package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PipeTests {
    private final Crew crew = new Crew();

    @Test
    void both_connections_of_a_duplex_pipe_send_and_receive() {
        try (Pipe pipe = Pipe.create()) {
            assertThat(pipe.first().isReadable()).isTrue();
            assertThat(pipe.first().isWritable()).isTrue();
            assertThat(pipe.second().isReadable()).isTrue();
            assertThat(pipe.second().isWritable()).isTrue();
        }
    }

    @Test
    void the_first_connection_of_a_simplex_pipe_only_receives() {
        try (Pipe pipe = Pipe.create(false)) {
            pipe.second().send(1);

            assertThat(pipe.first().<Integer>recv()).isEqualTo(1);
            assertThat(pipe.first().isReadable()).isTrue();
            assertThat(pipe.first().isWritable()).isFalse();
            assertThatIllegalStateException()
                    .isThrownBy(() -> pipe.first().send(2))
                    .withMessageEndingWith(
                            "cannot send; send through the second connection of a pipe that is not duplex");
        }
    }

    @Test
    void the_second_connection_of_a_simplex_pipe_only_sends() {
        try (Pipe pipe = Pipe.create(false)) {
            assertThat(pipe.second().isReadable()).isFalse();
            assertThat(pipe.second().isWritable()).isTrue();
            assertThatIllegalStateException()
                    .isThrownBy(() -> pipe.second().recv())
                    .withMessageEndingWith(
                            "cannot receive; receive from the first connection of a pipe that is not duplex");
            assertThatIllegalStateException().isThrownBy(() -> pipe.second().poll());
        }
    }

    @Test
    void a_message_longer_than_allowed_closes_a_connection_that_only_receives() {
        try (Pipe pipe = Pipe.create(false)) {
            pipe.second().sendBytes(new byte[10]);

            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> pipe.first().recvBytes(9));

            assertThat(pipe.first().isClosed()).isTrue();
        }
    }

    @Test
    void what_was_sent_before_the_end_arrives_and_then_the_end_does() {
        try (Pipe pipe = Pipe.create()) {
            pipe.second().send("last words");
            pipe.second().close();

            assertThat(pipe.first().<String>recv()).isEqualTo("last words");
            assertThatExceptionOfType(EndOfFile.class)
                    .isThrownBy(() -> pipe.first().recv())
                    .withMessageMatching("nothing more will come to pipe-\\d+:first; "
                            + "every copy of the other connection is closed");
            assertThatExceptionOfType(EndOfFile.class)
                    .isThrownBy(() -> pipe.first().recvBytes());
        }
    }

    @Test
    void a_waiting_receiver_wakes_at_the_end() throws Exception {
        try (Pipe pipe = Pipe.create(false)) {
            var received = crew.start(() -> pipe.first().<String>recv());
            Blocked.awaitReadersHere(1, name(pipe) + ".b");

            pipe.second().close();

            assertThatExceptionOfType(EndOfFile.class).isThrownBy(() -> Crew.result(received));
        }
    }

    @Test
    void sending_to_nobody_fails() {
        try (Pipe pipe = Pipe.create()) {
            pipe.first().close();

            assertThatExceptionOfType(BrokenPipe.class)
                    .isThrownBy(() -> pipe.second().send(1))
                    .withMessageMatching("broken pipe: nobody can receive what pipe-\\d+:second sends; "
                            + "every copy of the other connection is closed");
        }
    }

    @Test
    void a_waiting_sender_wakes_when_its_last_receiver_closes() throws Exception {
        try (Pipe pipe = Pipe.create(false)) {
            var sent = crew.start(() -> {
                pipe.second().sendBytes(new byte[1 << 20]);
                return null;
            });
            Blocked.awaitWriter(ProcessHandle.current().pid(), name(pipe) + ".b");

            pipe.first().close();

            assertThatExceptionOfType(BrokenPipe.class).isThrownBy(() -> Crew.result(sent));
        }
    }

    @Test
    void a_connection_may_be_closed_twice_but_not_used_afterwards() {
        Pipe pipe = Pipe.create();
        Connection connection = pipe.first();
        String closed = connection.handle().name() + " is closed; use a connection before you close it";

        assertThat(connection.isClosed()).isFalse();
        connection.close();
        connection.close();

        assertThat(connection.isClosed()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> connection.send(1)).withMessage(closed);
        assertThatIllegalStateException().isThrownBy(connection::recv).withMessage(closed);
        assertThatIllegalStateException()
                .isThrownBy(() -> connection.sendBytes(new byte[1]))
                .withMessage(closed);
        assertThatIllegalStateException().isThrownBy(connection::recvBytes).withMessage(closed);
        assertThatIllegalStateException().isThrownBy(connection::poll).withMessage(closed);
        pipe.close();
        pipe.close();
        assertThat(pipe.second().isClosed()).isTrue();
    }

    @Test
    void a_pipe_gives_the_same_connections_every_time() {
        try (Pipe pipe = Pipe.create()) {
            assertThat(pipe.first()).isSameAs(pipe.first()).isNotSameAs(pipe.second());
        }
    }

    @Test
    void a_connection_without_its_pipe_explains_itself() {
        Connection connection = new Connection(SharedKind.handleFollows());

        assertThatIllegalStateException()
                .isThrownBy(connection::recv)
                .withMessage("this connection leads to no pipe in this process; give it to the process as an "
                        + "argument, or keep it in a static field without other initialization");
    }

    @Test
    void a_closed_pipe_leaves_no_file_open() throws IOException {
        Pipe pipe = Pipe.create();
        String name = name(pipe);
        pipe.first().poll();
        assertThat(openFiles(name + ".")).isNotZero();

        pipe.close();

        assertThat(openFiles(name + ".")).isZero();
    }

    private static long openFiles(String part) throws IOException {
        try (var files = Files.list(Path.of("/proc/self/fd"))) {
            return files.filter(file -> target(file).contains(part)).count();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).getFileName().toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static String name(Pipe pipe) {
        return pipe.handle().name();
    }
}
