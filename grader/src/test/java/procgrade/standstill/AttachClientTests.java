package procgrade.standstill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ObservedThread;

/** With a socket of the test's own in the place of a virtual machine's. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AttachClientTests {
    /** More than any kernel gives, so that no signal can reach anybody. */
    private static final long PID = 99_999_999;

    private static final int REQUEST_BYTES = 20;
    private static final Duration SHORT = Duration.ofMillis(60);
    private static final Duration LONG = Duration.ofSeconds(50);

    @TempDir
    private Path root;

    private final MadeProc proc = new MadeProc();
    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void there_is_a_folder_for_the_socket() throws IOException {
        Files.createDirectories(root.resolve(PID + "/root/tmp"));
    }

    @AfterEach
    void close_what_is_open() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private Path socket() {
        return root.resolve(PID + "/root/tmp/.java_pid" + PID);
    }

    private static ObservedProcess machine() {
        return Graph.process(PID);
    }

    private Optional<ThreadDump> ask(Duration patience) {
        return new AttachClient(proc, root, patience).dump(machine());
    }

    private ServerSocketChannel listen(int backlog) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket()), backlog);
        open.add(server);
        return server;
    }

    /** Accepts once; the answer may fail because the client has gone. */
    private void answer(Consumer<SocketChannel> how) throws IOException {
        ServerSocketChannel server = listen(1);
        Thread thread = new Thread(() -> {
            try (SocketChannel channel = server.accept()) {
                channel.read(ByteBuffer.allocate(REQUEST_BYTES));
                how.accept(channel);
            } catch (IOException closed) {
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void write(SocketChannel channel, byte[] bytes) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException gone) {
            return;
        }
    }

    @Test
    void the_answer_is_a_dump() throws IOException {
        String dump = "0\n" + ThreadDumpTests.text("lock-order-17");
        answer(channel -> write(channel, dump.getBytes(StandardCharsets.UTF_8)));

        assertThat(ask(LONG)).isPresent();
    }

    @Test
    void one_that_cannot_be_asked_takes_nothing_from_the_answers_of_others() throws IOException {
        String dump = "0\n" + ThreadDumpTests.text("lock-order-17");
        answer(channel -> write(channel, dump.getBytes(StandardCharsets.UTF_8)));
        Path other = Files.createDirectories(root.resolve("88888888/root/tmp"));
        Files.writeString(other.resolve(".java_pid88888888"), "no socket");

        AttachClient client = new AttachClient(proc, root, LONG);

        assertThat(client.dumps(List.of(Graph.process(88_888_888), machine()))).containsOnlyKeys(PID);
    }

    @Test
    void garbage_is_no_dump() throws IOException {
        answer(channel -> write(channel, new byte[100_000]));

        assertThat(ask(LONG)).isEmpty();
    }

    @Test
    void an_answer_without_end_is_no_dump() throws IOException {
        answer(channel -> write(channel, new byte[64 << 20]));

        assertThat(ask(LONG)).isEmpty();
    }

    @Test
    void a_connection_that_ends_at_once_is_no_dump() throws IOException {
        answer(channel -> {});

        assertThat(ask(LONG)).isEmpty();
    }

    @Test
    void a_machine_that_does_not_answer_is_given_up_and_left_alone() throws IOException {
        ServerSocketChannel server = listen(10);
        AttachClient client = new AttachClient(proc, root, SHORT);

        assertThat(client.dump(machine())).isEmpty();
        assertThat(client.dump(machine())).isEmpty();

        server.configureBlocking(false);
        assertThat(server.accept()).isNotNull();
        assertThat(server.accept()).isNull();
    }

    @Test
    void several_machines_and_those_with_many_threads_are_given_more_time() {
        AttachClient client = new AttachClient(proc, root, Duration.ofMillis(400));
        ObservedThread[] thousand = LongStream.range(0, 1000)
                .mapToObj(tid -> Graph.thread(PID + tid))
                .toArray(ObservedThread[]::new);

        assertThat(client.patienceWith(List.of(machine()))).isEqualTo(Duration.ofMillis(400));
        assertThat(client.patienceWith(List.of(machine(), machine()))).isEqualTo(Duration.ofMillis(500));
        assertThat(client.patienceWith(List.of(Graph.process(PID, thousand)))).isEqualTo(Duration.ofMillis(600));
    }

    @Test
    void a_machine_that_takes_no_more_connections_does_not_block_the_caller() throws IOException {
        listen(1);
        fillBacklog();

        assertThat(ask(LONG)).isEmpty();
    }

    /** Connects until the kernel refuses. */
    private void fillBacklog() throws IOException {
        while (true) {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            open.add(channel);
            channel.configureBlocking(false);
            try {
                if (!channel.connect(UnixDomainSocketAddress.of(socket()))) {
                    return;
                }
            } catch (SocketException full) {
                return;
            }
        }
    }

    @Test
    void a_machine_that_would_be_killed_by_being_asked_is_not_asked() throws IOException {
        proc.status(PID, 0, 0);

        assertThat(ask(LONG)).isEmpty();
        assertThat(Files.list(socket().getParent())).isEmpty();
    }

    @Test
    void a_machine_that_never_opens_its_socket_is_given_up_and_nothing_stays_behind() throws IOException {
        proc.status(PID, 1L << 2, 0);

        assertThat(ask(SHORT)).isEmpty();
        assertThat(Files.list(socket().getParent())).isEmpty();
    }

    @Test
    void a_file_in_the_place_of_the_socket_is_no_dump() throws IOException {
        Files.writeString(socket(), "0\n");

        assertThat(ask(LONG)).isEmpty();
    }
}
