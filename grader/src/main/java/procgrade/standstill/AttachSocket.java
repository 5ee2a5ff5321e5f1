package procgrade.standstill;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import procgrade.observe.ObservedProcess;

/** One question to one virtual machine. Never blocks and never throws: where there is no answer there is none. */
final class AttachSocket {
    private static final int MOST_BYTES = 16 << 20;
    private static final int CHUNK = 1 << 16;
    private static final byte[] REQUEST = "1\0threaddump\0-l\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private final ObservedProcess process;
    private final Path request;
    private final Path socket;
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
    private SocketChannel channel;
    private boolean awaited;
    private boolean whole;

    /**
     * A question to be asked.
     *
     * @param process the virtual machine
     * @param tmp its folder for temporary files
     */
    AttachSocket(ObservedProcess process, Path tmp) {
        long inner = process.innermostPid().orElse(process.pid());
        this.process = process;
        this.request = tmp.resolve(".attach_pid" + inner);
        this.socket = tmp.resolve(".java_pid" + inner);
    }

    ObservedProcess process() {
        return process;
    }

    long pid() {
        return process.pid();
    }

    /** The file by which the virtual machine tells SIGQUIT from one of somebody else. */
    Path request() {
        return request;
    }

    /** {@return whether the virtual machine listens, or did} */
    boolean isOpen() {
        return Files.exists(socket, LinkOption.NOFOLLOW_LINKS);
    }

    /** Asks, and has the selector tell of the answer. One that accepts nobody any more would block the caller. */
    void ask(Selector selector) {
        try {
            channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.configureBlocking(false);
            if (channel.connect(UnixDomainSocketAddress.of(socket))
                    && channel.write(ByteBuffer.wrap(REQUEST)) == REQUEST.length) {
                channel.register(selector, SelectionKey.OP_READ, this);
                awaited = true;
            }
        } catch (IOException refused) {
            return;
        }
    }

    /** {@return whether it was asked, and more is to come} */
    boolean isAwaited() {
        return awaited;
    }

    /** Takes what has come. */
    void receive(SelectionKey key) {
        try {
            ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
            int count = channel.read(buffer);
            while (count > 0) {
                answer.write(buffer.array(), 0, buffer.position());
                buffer.clear();
                count = answer.size() < MOST_BYTES ? channel.read(buffer) : 0;
            }
            whole = count < 0;
            awaited = !whole && answer.size() < MOST_BYTES;
        } catch (IOException broken) {
            awaited = false;
        }
        if (!awaited) {
            key.cancel();
        }
    }

    /** {@return all that was answered; empty if that was not the end of it} */
    Optional<String> answer() {
        return whole ? Optional.of(answer.toString(StandardCharsets.UTF_8)) : Optional.empty();
    }

    void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException nothingToSave) {
            return;
        }
    }
}
