package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FileMachineLockTests {
    private static final long SECONDS = 60;

    @TempDir
    private Path folder;

    private final ExecutorService others = Executors.newCachedThreadPool();
    private final List<Process> processes = new ArrayList<>();
    private Path file;
    private FileMachineLock lock;

    @BeforeEach
    void name_the_file() {
        file = folder.resolve("machine.lock");
        lock = new FileMachineLock(file);
    }

    @AfterEach
    void end() {
        others.shutdownNow();
        processes.forEach(Process::destroyForcibly);
    }

    /** Another process, once it has the machine. */
    private Process holder(String how) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        file.toString(),
                        how)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        processes.add(process);
        BufferedReader lines = process.inputReader();
        assertThat(lines.readLine()).isEqualTo("held");
        return process;
    }

    /** Asks some times and then gives up: nobody may get it meanwhile. */
    private boolean isKeptAway(boolean alone) {
        int[] asked = {0};
        AtomicBoolean gaveUp = new AtomicBoolean();
        FileMachineLock mine = lock;
        if (alone) {
            mine.seize(() -> gaveUp(asked, gaveUp));
            mine.release();
        } else {
            mine.share(() -> gaveUp(asked, gaveUp));
            mine.unshare();
        }
        return gaveUp.get();
    }

    private static boolean gaveUp(int[] asked, AtomicBoolean gaveUp) {
        asked[0]++;
        if (asked[0] > 5) {
            gaveUp.set(true);
        }
        return gaveUp.get();
    }

    @Test
    void several_processes_share_the_machine_and_none_gets_it_alone_meanwhile() throws IOException {
        holder("shared");

        assertThat(isKeptAway(false)).isFalse();
        assertThat(isKeptAway(true)).isTrue();
    }

    @Test
    void while_one_process_is_alone_no_other_may_share() throws IOException {
        holder("alone");

        assertThat(isKeptAway(false)).isTrue();
        assertThat(isKeptAway(true)).isTrue();
    }

    @Test
    void the_lock_of_a_process_that_was_killed_is_gone() throws Exception {
        Process holder = holder("alone");
        Future<?> seized = others.submit(() -> lock.seize(() -> false));

        holder.destroyForcibly();

        seized.get(SECONDS, TimeUnit.SECONDS);
        lock.release();
        assertThat(isKeptAway(false)).isFalse();
    }

    @Test
    void several_threads_share_it_once() throws IOException {
        lock.share(() -> false);
        lock.share(() -> false);
        lock.unshare();
        Process other = holder("shared");
        lock.unshare();
        other.destroyForcibly();
        other.onExit().join();

        assertThat(isKeptAway(true)).isFalse();
    }

    @Test
    void two_locks_of_one_process_keep_each_other_away() throws Exception {
        lock.share(() -> false);
        FileMachineLock second = new FileMachineLock(file);
        Future<?> seized = others.submit(() -> second.seize(() -> false));

        assertThat(seized.isDone()).isFalse();
        lock.unshare();
        seized.get(SECONDS, TimeUnit.SECONDS);
        second.release();
    }

    @Test
    void the_file_is_for_everybody() throws IOException {
        lock.share(() -> false);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw-rw-");
        lock.unshare();
    }

    @Test
    void where_no_file_can_be_made_nobody_is_kept_away() {
        FileMachineLock nowhere = new FileMachineLock(folder.resolve("missing/machine.lock"));
        nowhere.seize(() -> false);
        nowhere.release();
        nowhere.share(() -> false);
        nowhere.unshare();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_link_is_not_followed() throws IOException {
        Path other = Files.createFile(folder.resolve("other"));
        Files.createSymbolicLink(file, other);
        lock.seize(() -> false);
        lock.release();

        assertThat(other).isEmptyFile();
        assertThat(file).isSymbolicLink();
    }
}
