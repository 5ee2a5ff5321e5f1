package procgrade.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Looks at real processes. A thread is looked at again and again until it does what its program says. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LiveProcessTests {
    private final TreeScan scan = TreeScan.ofThisMachine();
    private final List<Process> started = new ArrayList<>();

    @TempDir
    private Path folder;

    private Process start(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("PROCGRADE_TEST", folder.toString());
        Process process = builder.start();
        started.add(process);
        return process;
    }

    @AfterEach
    void end() {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().onExit().join();
        }
    }

    /** Looks until there is something to see; the timeout of the class ends a wait for what never comes. */
    private static <T> T await(Supplier<Optional<T>> look) {
        Optional<T> seen = look.get();
        while (seen.isEmpty() && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            seen = look.get();
        }
        return seen.orElseThrow();
    }

    private ObservedThread awaitThread(long pid, WaitKind kind) {
        return await(() -> scan.scan(pid).root().stream()
                .flatMap(process -> process.threads().stream())
                .filter(candidate -> candidate.activity().kind() == kind)
                .findFirst());
    }

    @Test
    void cat_on_a_named_pipe_reads_from_its_path() throws IOException, InterruptedException {
        Path pipe = folder.resolve("line");
        start("mkfifo", pipe.toString()).waitFor();
        try (RandomAccessFile otherEnd = new RandomAccessFile(pipe.toFile(), "rw")) {
            Process cat = start("cat", pipe.toString());

            ThreadWait wait = awaitThread(cat.pid(), WaitKind.READING).activity();

            assertThat(wait.on().orElseThrow().kind()).isEqualTo(DescriptorKind.NAMED_PIPE);
            assertThat(wait.on().orElseThrow().target())
                    .isEqualTo(pipe.toRealPath().toString());
            assertThat(wait.timed()).isFalse();
            otherEnd.write('\n');
        }
    }

    @Test
    void a_blocked_thread_does_not_move_between_two_looks() throws IOException {
        Process cat = start("cat");
        awaitThread(cat.pid(), WaitKind.READING);

        ObservedThread first = awaitThread(cat.pid(), WaitKind.READING);
        ObservedThread second = awaitThread(cat.pid(), WaitKind.READING);

        assertThat(second.progress().isUnmovedSince(first.progress())).isTrue();
        assertThat(second.activity().raw()).isEqualTo(first.activity().raw());
    }

    @Test
    void sleep_sleeps() throws IOException {
        Process sleep = start("sleep", "1000");

        assertThat(awaitThread(sleep.pid(), WaitKind.SLEEPING).activity().timed())
                .isTrue();
    }

    @Test
    void a_loop_runs_and_moves() throws IOException {
        Process loop = start("sh", "-c", "while :; do :; done");

        ObservedThread first = awaitThread(loop.pid(), WaitKind.RUNNING);
        ObservedThread later = await(() -> Optional.of(awaitThread(loop.pid(), WaitKind.RUNNING))
                .filter(thread -> thread.progress().hasMovedSince(first.progress())));

        assertThat(later.progress().scheduled().value().cpu())
                .isGreaterThanOrEqualTo(first.progress().scheduled().value().cpu());
    }

    @Test
    void a_child_that_nobody_waits_for_becomes_a_zombie() throws IOException {
        // exec keeps the parent from collecting the shell's child
        Process parent = start("sh", "-c", "sh -c 'exit 3' & exec sleep 1000");

        ObservedProcess zombie = await(() -> scan.scan(parent.pid()).children(parent.pid()).stream()
                .filter(child -> child.stat().state() == ProcessState.ZOMBIE)
                .findFirst());

        assertThat(zombie.stat().waitStatus()).hasValue(3 << 8);
        assertThat(zombie.threads()).isEmpty();
    }

    @Test
    void a_daemon_that_left_the_tree_is_found_by_its_mark() throws IOException, InterruptedException {
        Process parent = start("sh", "-c", "sleep 120 & exit 0");
        parent.waitFor();
        EnvironmentMark mark = new EnvironmentMark("PROCGRADE_TEST", folder.toString());

        ProcessTree tree = await(() -> Optional.of(scan.scan(parent.pid(), mark))
                .filter(candidate -> !candidate.strays().isEmpty()));

        ObservedProcess stray = tree.strays().get(0);
        ProcessHandle.of(stray.pid()).ifPresent(ProcessHandle::destroyForcibly);
        assertThat(tree.root()).isEmpty();
        assertThat(stray.strayed()).isTrue();
    }

    @Test
    void this_virtual_machine_can_be_looked_at() throws InterruptedException {
        // not the thread that looks: it sees itself reading
        AtomicBoolean seen = new AtomicBoolean();
        Thread computing = new Thread(() -> {
            while (!seen.get()) {
                Thread.onSpinWait();
            }
        });
        computing.start();
        try {
            long own = ProcessHandle.current().pid();
            assertThat(awaitThread(own, WaitKind.RUNNING)).isNotNull();
            ObservedProcess self = scan.scan(own).root().orElseThrow();

            assertThat(self.role().isJava()).isTrue();
            assertThat(self.threads()).hasSizeGreaterThan(5);
            assertThat(self.threads())
                    .extracting(thread -> thread.activity().kind())
                    .contains(WaitKind.FUTEX);
            assertThat(self.stat().rssBytes()).isGreaterThan(10 << 20);
        } finally {
            seen.set(true);
            computing.join();
        }
    }

    @Test
    void what_is_recorded_can_be_scanned_again() throws IOException {
        Process cat = start("cat");
        awaitThread(cat.pid(), WaitKind.READING);
        List<String> lines = new ProcRecorder(ProcFs.ofThisMachine()).process(Long.toString(cat.pid()));

        ProcessTree tree = new TreeScan(
                        SavedProc.of(String.join("\n", lines)), Architecture.ofThisMachine(), ScanLimits.DEFAULT)
                .scan(cat.pid());

        ThreadWait wait = tree.root().orElseThrow().threads().get(0).activity();
        assertThat(wait.kind()).isEqualTo(WaitKind.READING);
        assertThat(wait.on().orElseThrow().isPipe()).isTrue();
    }
}
