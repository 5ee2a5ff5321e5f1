package procgrade.standstill;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ProcFs;
import procgrade.observe.ProcessStarts;
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
    private static final long PAUSE_NANOS = 300_000;
    private static final Duration MORE_FOR_EACH = Duration.ofMillis(100);
    private static final int SOME_THREADS = 500;
    private static final Duration LEFT_ALONE = Duration.ofSeconds(2);

    private final ProcFs proc;
    private final Path root;
    private final Duration patience;
    private final Map<Long, Long> leftAloneUntil = new HashMap<>();

    /**
     * A client.
     *
     * @param proc where to read about signal handlers
     * @param root the folder that {@code proc} reads, with the file trees of the processes
     * @param patience the most that a dump may take; a little more for each further one that is asked for at once,
     *     and for many threads
     */
    AttachClient(ProcFs proc, Path root, Duration patience) {
        this.proc = proc;
        this.root = root;
        this.patience = patience;
    }

    @Override
    public Optional<ThreadDump> dump(ObservedProcess process) {
        return Optional.ofNullable(dumps(List.of(process)).get(process.pid()));
    }

    @Override
    public Map<Long, ThreadDump> dumps(List<ObservedProcess> machines) {
        long start = System.nanoTime();
        List<AttachSocket> asked = machines.stream()
                .filter(process -> start - leftAloneUntil.getOrDefault(process.pid(), start) >= 0)
                .map(process -> new AttachSocket(process, root.resolve(process.pid() + "/root/tmp")))
                .toList();
        long end = start + patienceWith(machines).toNanos();
        try {
            open(asked, end);
            ask(asked, end);
        } catch (IOException | UnsupportedOperationException notThere) {
            return Map.of();
        } finally {
            asked.forEach(AttachSocket::close);
        }
        boolean late = System.nanoTime() - end >= 0;
        Map<Long, ThreadDump> answers = new HashMap<>();
        for (AttachSocket socket : asked) {
            socket.answer().flatMap(ThreadDump::parse).ifPresent(dump -> answers.put(socket.pid(), dump));
            if (late && !answers.containsKey(socket.pid())) {
                leftAloneUntil.put(socket.pid(), System.nanoTime() + LEFT_ALONE.toNanos());
            }
        }
        return answers;
    }

    /** A dump says some twenty lines of each thread, and on a busy machine that of thousands takes more than a second. */
    Duration patienceWith(List<ObservedProcess> machines) {
        int threads =
                machines.stream().mapToInt(machine -> machine.threads().size()).sum();
        return patience.plus(MORE_FOR_EACH.multipliedBy(Math.max(0, machines.size() - 1)))
                .plus(MORE_FOR_EACH.multipliedBy(threads / SOME_THREADS));
    }

    private boolean mayBeAsked(ObservedProcess process) {
        String caught = proc.readRecord(process.pid() + "/status", StatusFile.LIMIT_BYTES)
                .parse(StatusFile::parse)
                .toOptional()
                .flatMap(status -> status.value("SigCgt"))
                .orElse("");
        boolean catchesQuit =
                caught.matches("[0-9a-f]{1,16}") && (Long.parseUnsignedLong(caught, 16) >>> (SIGQUIT - 1) & 1) != 0;
        return catchesQuit && process.commandLine().stream().noneMatch(word -> word.contains("DisableAttachMechanism"));
    }

    /** Has those that have not opened their sockets yet do so, with one signal for all. */
    private void open(List<AttachSocket> sockets, long end) throws IOException {
        List<AttachSocket> closed = sockets.stream()
                .filter(socket -> !socket.isOpen() && mayBeAsked(socket.process()))
                .toList();
        if (closed.isEmpty()) {
            return;
        }
        try {
            for (AttachSocket socket : closed) {
                createIfMissing(socket.request());
            }
            signal(closed);
            while (!closed.stream().allMatch(AttachSocket::isOpen) && System.nanoTime() - end < 0) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            for (AttachSocket socket : closed) {
                Files.deleteIfExists(socket.request());
            }
        }
    }

    /** The JDK can send SIGTERM and SIGKILL only. */
    private static void signal(List<AttachSocket> sockets) throws IOException, InterruptedException {
        String pids =
                sockets.stream().map(socket -> Long.toString(socket.pid())).collect(Collectors.joining(" "));
        ProcessStarts.start(new ProcessBuilder("/bin/sh", "-c", "kill -QUIT " + pids))
                .waitFor();
    }

    private static void createIfMissing(Path request) throws IOException {
        try {
            Files.createFile(request);
        } catch (FileAlreadyExistsException somebodyElseAsks) {
            return;
        }
    }

    private static void receive(SelectionKey key) {
        ((AttachSocket) key.attachment()).receive(key);
    }

    /** All at once: while one makes its dump, so do the others. */
    private static void ask(List<AttachSocket> sockets, long end) throws IOException {
        try (Selector selector = Selector.open()) {
            sockets.stream().filter(AttachSocket::isOpen).forEach(socket -> socket.ask(selector));
            long left = end - System.nanoTime();
            while (sockets.stream().anyMatch(AttachSocket::isAwaited)
                    && left > 0
                    && !Thread.currentThread().isInterrupted()) {
                selector.select(AttachClient::receive, 1 + TimeUnit.NANOSECONDS.toMillis(left));
                left = end - System.nanoTime();
            }
        }
    }
}
