package procgrade.standstill;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ProcFs;
import procgrade.observe.StatusFile;

/**
 * Gets thread dumps by HotSpot's attach protocol (its source: {@code attachListener_posix.cpp}): a UNIX socket in the
 * virtual machine's {@code /tmp} takes {@code 1\0threaddump\0-l\0\0\0} and answers {@code 0\n} and the dump. Nothing of it
 * appears in the output of the program. Works across the namespaces of a sandbox, through {@code /proc/PID/root}.
 *
 * <p>The virtual machine opens the socket only when it is asked to: by a file {@code .attach_pidN} and SIGQUIT. That
 * signal would kill a virtual machine that is just starting, and make one that has attaching disabled print the dump into
 * the program's output; such are not asked. One that did not answer in time is left alone for a while.
 */
final class AttachClient implements DumpSource {
    private static final int SIGQUIT = 3;
    private static final int MOST_BYTES = 16 << 20;
    private static final long PAUSE_NANOS = 300_000;
    private static final Duration LEFT_ALONE = Duration.ofSeconds(2);
    private static final byte[] REQUEST = "1\0threaddump\0-l\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private final ProcFs proc;
    private final Path root;
    private final Duration patience;
    private final Map<Long, Long> leftAloneUntil = new HashMap<>();

    /**
     * A client.
     *
     * @param proc where to read about signal handlers
     * @param root the folder that {@code proc} reads, with the file trees of the processes
     * @param patience the most that one dump may take
     */
    AttachClient(ProcFs proc, Path root, Duration patience) {
        this.proc = proc;
        this.root = root;
        this.patience = patience;
    }

    @Override
    public Optional<ThreadDump> dump(ObservedProcess process) {
        long start = System.nanoTime();
        if (start - leftAloneUntil.getOrDefault(process.pid(), start) < 0) {
            return Optional.empty();
        }
        long end = start + patience.toNanos();
        Optional<ThreadDump> dump = dump(process, end);
        if (System.nanoTime() - end >= 0) {
            leftAloneUntil.put(process.pid(), System.nanoTime() + LEFT_ALONE.toNanos());
        }
        return dump;
    }

    private Optional<ThreadDump> dump(ObservedProcess process, long end) {
        Path tmp = root.resolve(process.pid() + "/root/tmp");
        long inner = process.innermostPid().orElse(process.pid());
        Path socket = tmp.resolve(".java_pid" + inner);
        try {
            if (!Files.exists(socket, LinkOption.NOFOLLOW_LINKS) && !open(process, tmp, inner, socket, end)) {
                return Optional.empty();
            }
            return ask(socket, end).flatMap(ThreadDump::parse);
        } catch (IOException | UnsupportedOperationException notThere) {
            return Optional.empty();
        }
    }

    private boolean mayBeAsked(ObservedProcess process) {
        String caught = proc.read(process.pid() + "/status", StatusFile.LIMIT_BYTES)
                .parse(StatusFile::parse)
                .toOptional()
                .flatMap(status -> status.value("SigCgt"))
                .orElse("");
        boolean catchesQuit =
                caught.matches("[0-9a-f]{1,16}") && (Long.parseUnsignedLong(caught, 16) >>> (SIGQUIT - 1) & 1) != 0;
        return catchesQuit && process.commandLine().stream().noneMatch(word -> word.contains("DisableAttachMechanism"));
    }

    private boolean open(ObservedProcess process, Path tmp, long inner, Path socket, long end) throws IOException {
        if (!mayBeAsked(process)) {
            return false;
        }
        Path request = tmp.resolve(".attach_pid" + inner);
        try {
            createIfMissing(request);
            // the JDK can send SIGTERM and SIGKILL only
            new ProcessBuilder("/bin/sh", "-c", "kill -QUIT " + process.pid())
                    .start()
                    .waitFor();
            while (!Files.exists(socket, LinkOption.NOFOLLOW_LINKS)) {
                if (System.nanoTime() - end > 0) {
                    return false;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            Files.deleteIfExists(request);
        }
    }

    private static void createIfMissing(Path request) throws IOException {
        try {
            Files.createFile(request);
        } catch (FileAlreadyExistsException somebodyElseAsks) {
            return;
        }
    }

    private static Optional<String> ask(Path socket, long end) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            // one that does not accept any more would block the caller as soon as its backlog is full
            channel.configureBlocking(false);
            if (!channel.connect(UnixDomainSocketAddress.of(socket))) {
                return Optional.empty();
            }
            ByteBuffer request = ByteBuffer.wrap(REQUEST);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
            while (answer.size() < MOST_BYTES && System.nanoTime() - end < 0) {
                if (request.hasRemaining()) {
                    channel.write(request);
                }
                int count = channel.read(buffer);
                answer.write(buffer.array(), 0, buffer.position());
                buffer.clear();
                if (count < 0) {
                    return Optional.of(answer.toString(StandardCharsets.UTF_8));
                }
                if (count == 0) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
            return Optional.empty();
        }
    }
}
