package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import procgrade.multiprocessing.kernel.Session;

@Timeout(120)
class ConnectionTests {
    private final Crew crew = new Crew();
    private final Pipe pipe = Pipe.create();
    private final Connection first = pipe.first();
    private final Connection second = pipe.second();

    @AfterEach
    void close_pipe() {
        pipe.close();
    }

    @Test
    void objects_arrive_in_order_and_in_both_directions() {
        first.send(1);
        first.send(List.of("two", 2.25));
        first.send(null);
        second.send(Map.of("answer", 42));

        assertThat(second.<Integer>recv()).isEqualTo(1);
        assertThat(second.<List<Object>>recv()).containsExactly("two", 2.25);
        assertThat(second.<Object>recv()).isNull();
        assertThat(first.<Map<String, Integer>>recv()).containsEntry("answer", 42);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 11, 12, 13, 4_084, 4_092, 4_093, 65_532, 65_536, 65_537, 64 << 20})
    void a_message_of_any_length_arrives_whole(int length) throws Exception {
        byte[] message = new byte[length];
        for (int i = 0; i < length; i++) {
            message[i] = (byte) (i * 31);
        }

        crew.start(1, () -> {
            first.sendBytes(message);
            first.sendBytes(new byte[] {1, 2});
            return null;
        });

        assertThat(Arrays.equals(second.recvBytes(), message)).isTrue();
        assertThat(second.recvBytes()).containsExactly(1, 2);
        crew.join();
    }

    @Test
    void a_part_of_an_array_is_a_message() {
        first.sendBytes(new byte[] {1, 2, 3, 4, 5}, 1, 3);
        first.sendBytes(new byte[] {1, 2, 3, 4, 5}, 5, 0);

        assertThat(second.recvBytes()).containsExactly(2, 3, 4);
        assertThat(second.recvBytes()).isEmpty();
    }

    @Test
    void a_part_outside_the_array_is_refused_and_nothing_is_sent() {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> first.sendBytes(new byte[] {1, 2, 3}, 2, 2));

        assertThat(second.poll()).isFalse();
    }

    @Test
    void bytes_of_an_object_can_be_sent_on_and_become_the_object() {
        first.send("hello");

        second.sendBytes(second.recvBytes());

        assertThat(first.<String>recv()).isEqualTo("hello");
    }

    @Test
    void bytes_that_are_no_object_cannot_be_received_as_one() {
        first.sendBytes(new byte[0]);
        first.send(7);

        assertThatIllegalArgumentException()
                .isThrownBy(second::recv)
                .withMessage("cannot make an object of a message of 0 bytes; "
                        + "receive with recvBytes what was sent with sendBytes");
        assertThat(second.<Integer>recv()).isEqualTo(7);
    }

    @Test
    void an_object_that_is_not_serializable_is_refused_and_nothing_is_sent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> first.send(new Object()))
                .withMessageContaining("java.lang.Object is not serializable");

        assertThat(second.poll()).isFalse();
    }

    @Test
    void a_message_goes_into_an_array_behind_an_offset() {
        byte[] buffer = new byte[6];
        first.sendBytes(new byte[] {1, 2, 3});

        int length = second.recvBytesInto(buffer, 3);

        assertThat(length).isEqualTo(3);
        assertThat(buffer).containsExactly(0, 0, 0, 1, 2, 3);
    }

    @Test
    void an_offset_outside_the_array_is_refused_and_the_message_stays() {
        first.sendBytes(new byte[0]);

        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> second.recvBytesInto(new byte[2], 3));

        assertThat(second.recvBytesInto(new byte[2], 2)).isZero();
    }

    @Test
    void a_message_longer_than_the_array_is_in_the_exception() {
        first.sendBytes(new byte[] {1, 2, 3});
        first.sendBytes(new byte[] {4});

        assertThatExceptionOfType(BufferTooShort.class)
                .isThrownBy(() -> second.recvBytesInto(new byte[4], 2))
                .withMessage("a message of 3 bytes does not fit into 2; take it from this exception, or use recvBytes")
                .satisfies(e -> assertThat(e.received()).containsExactly(1, 2, 3));
        assertThat(second.recvBytes()).containsExactly(4);
    }

    @Test
    void a_message_longer_than_allowed_ends_receiving_but_not_sending() {
        first.sendBytes(new byte[] {1, 2});
        first.sendBytes(new byte[] {1, 2, 3});

        assertThat(second.recvBytes(2)).hasSize(2);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> second.recvBytes(2))
                .withMessageEndingWith("got a message of 3 bytes, more than the allowed 2; "
                        + "it cannot receive any more, allow more next time");
        assertThat(second.isReadable()).isFalse();
        assertThatIllegalStateException().isThrownBy(second::recvBytes).withMessageContaining("cannot receive");
        second.send("still there");
        assertThat(first.<String>recv()).isEqualTo("still there");
    }

    @Test
    void a_negative_limit_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> second.recvBytes(-1))
                .withMessage("the longest message must not be negative: -1; give the number of bytes to allow");
    }

    @Test
    void a_receiver_waits_in_the_kernel_on_the_pipe_of_its_direction() throws Exception {
        var received = crew.start(() -> first.<String>recv());
        Blocked.awaitReadersHere(1, name() + ".b");

        second.send("awake");

        assertThat(Crew.result(received)).isEqualTo("awake");
    }

    @Test
    void a_sender_waits_in_the_kernel_while_the_pipe_is_full() throws Exception {
        crew.start(1, () -> {
            first.sendBytes(new byte[200_000]);
            return null;
        });
        Blocked.awaitWriter(ProcessHandle.current().pid(), name() + ".a");

        assertThat(second.recvBytes()).hasSize(200_000);
        crew.join();
    }

    @Test
    void threads_share_a_connection_and_every_message_arrives_once_and_whole() throws Exception {
        Set<Byte> seen = ConcurrentHashMap.newKeySet();
        for (int thread = 0; thread < 4; thread++) {
            byte mark = (byte) thread;
            crew.start(1, () -> sendMarked(mark));
            crew.start(1, () -> receiveUniform(seen));
        }

        crew.join();

        assertThat(seen).containsExactlyInAnyOrder((byte) 0, (byte) 1, (byte) 2, (byte) 3);
        assertThat(second.poll()).isFalse();
    }

    private Void sendMarked(byte mark) {
        byte[] message = new byte[10_000];
        Arrays.fill(message, mark);
        for (int i = 0; i < 250; i++) {
            first.sendBytes(message);
        }
        return null;
    }

    private Void receiveUniform(Set<Byte> seen) {
        for (int i = 0; i < 250; i++) {
            byte[] message = second.recvBytes();
            byte[] expected = new byte[10_000];
            Arrays.fill(expected, message[0]);
            assertThat(Arrays.equals(message, expected)).isTrue();
            seen.add(message[0]);
        }
        return null;
    }

    @Test
    void a_message_that_breaks_off_is_reported_as_such() throws IOException {
        File path = new File(Session.current().folder(), name() + ".a");
        try (FileOutputStream out = new FileOutputStream(path)) {
            out.write(new byte[] {0, 0, 0});
        }
        first.close();

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(second::recv)
                .withMessageEndingWith(
                        "ended within a message, after 3 of 16 bytes; its sender was killed while it sent");
    }

    private String name() {
        return first.handle().name().replace(":first", "");
    }
}
