package procgrade.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Processes that change or vanish between two reads of the same scan. */
class ChangingProcTests {
    private static final long CAT = 2569;
    private static final String THREAD = CAT + "/task/" + CAT;

    /** Switches to the next version of a file each time that file is read. */
    private static final class ChangingProc implements ProcFs {
        private final Map<String, List<SavedProc>> versions = new HashMap<>();
        private final SavedProc saved;

        ChangingProc(SavedProc saved) {
            this.saved = saved;
        }

        ChangingProc onRead(String path, SavedProc... inTurn) {
            versions.put(path, new ArrayList<>(List.of(inTurn)));
            return this;
        }

        @Override
        public Observed<byte[]> read(String path, int limitBytes) {
            List<SavedProc> left = versions.getOrDefault(path, List.of());
            SavedProc version = left.isEmpty() ? saved : left.size() == 1 ? left.get(0) : left.remove(0);
            return version.read(path, limitBytes);
        }

        @Override
        public Observed<byte[]> readAt(String path, long offset, int length) {
            return saved.readAt(path, offset, length);
        }

        @Override
        public Observed<byte[]> readUserFile(String path, int limitBytes) {
            return read(path, limitBytes);
        }

        @Override
        public Observed<Link> link(String path) {
            return saved.link(path);
        }

        @Override
        public Observed<List<Long>> numbers(String directory, int limit) {
            return saved.numbers(directory, limit);
        }
    }

    private static final SavedProc SAVED = SavedProc.load("cat-reads-named-pipe");

    private static ProcessTree scan(ProcFs proc) {
        return new TreeScan(proc, Architecture.X86_64, ScanLimits.DEFAULT).scan(CAT);
    }

    @Test
    void a_thread_that_moves_while_it_is_looked_at_is_running() {
        ProcFs proc = new ChangingProc(SAVED)
                .onRead(THREAD + "/schedstat", SAVED, SAVED.with("file " + THREAD + "/schedstat 99 99 99\\n"));

        ObservedThread thread = scan(proc).root().orElseThrow().threads().get(0);

        assertThat(thread.activity().kind()).isEqualTo(WaitKind.RUNNING);
        assertThat(thread.activity().on()).isEmpty();
        assertThat(thread.progress().scheduled().value().timeslices()).isEqualTo(99);
    }

    @Test
    void a_thread_that_ends_is_left_out() {
        ProcFs proc = new ChangingProc(SAVED).onRead(THREAD + "/stat", SAVED.without(THREAD + "/stat"));

        assertThat(scan(proc).root().orElseThrow().threads()).isEmpty();
    }

    @Test
    void a_process_that_ends_is_left_out() {
        ProcFs proc = new ChangingProc(SAVED).onRead(CAT + "/stat", SAVED, SAVED.without(CAT + "/stat"));

        assertThat(scan(proc).processes()).isEmpty();
    }

    @Test
    void a_process_whose_pid_is_used_again_is_left_out() {
        SavedProc later = SAVED.with("file " + CAT + "/stat " + CAT
                + " (thief) R 1 1 1 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 999999999 0 10 0\\n");

        assertThat(scan(new ChangingProc(SAVED).onRead(CAT + "/stat", SAVED, later))
                        .processes())
                .isEmpty();
    }

    @Test
    void a_descriptor_that_is_closed_meanwhile_is_unreadable() {
        ObservedThread thread = scan(SAVED.without(CAT + "/fd/3"))
                .root()
                .orElseThrow()
                .threads()
                .get(0);

        assertThat(thread.activity().kind()).isEqualTo(WaitKind.READING);
        assertThat(thread.activity().on().orElseThrow().kind()).isEqualTo(DescriptorKind.UNREADABLE);
    }

    @Test
    void a_command_line_that_is_gone_or_has_no_end_is_no_obstacle() {
        assertThat(scan(SAVED.without(CAT + "/cmdline")).root().orElseThrow().commandLine())
                .isEmpty();
        assertThat(scan(SAVED.with("file " + CAT + "/cmdline renamed\\n itself"))
                        .root()
                        .orElseThrow()
                        .commandLine())
                .containsExactly("renamed\\n itself");
    }

    @Test
    void the_innermost_pid_is_unknown_without_status() {
        assertThat(scan(SAVED.without(CAT + "/status")).root().orElseThrow().innermostPid())
                .isEmpty();
        assertThat(scan(SAVED).root().orElseThrow().innermostPid()).hasValue(CAT);
    }
}
