package procgrade.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TreeScanTests {
    private static final long LEADER = 8196;

    private static ProcessTree scan(ProcFs proc, long root) {
        return scan(proc, root, ScanLimits.DEFAULT);
    }

    private static ProcessTree scan(ProcFs proc, long root, ScanLimits limits) {
        return new TreeScan(proc, Architecture.X86_64, limits).scan(root);
    }

    private static ThreadWait onlyWait(ProcessTree tree, long pid) {
        List<ObservedThread> threads = tree.find(pid).orElseThrow().threads();
        assertThat(threads).hasSize(1);
        return threads.get(0).activity();
    }

    /** The line of a minimal {@code stat}. */
    private static String stat(long pid, long parent, long startTicks) {
        return "file " + pid + "/stat " + pid + " (x) S " + parent + " 1 1 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 "
                + startTicks + " 0 10 0\n";
    }

    @Test
    void reads_which_named_pipe_a_process_reads_from() {
        ThreadWait wait = onlyWait(scan(SavedProc.load("cat-reads-named-pipe"), 2569), 2569);

        assertThat(wait.kind()).isEqualTo(WaitKind.READING);
        assertThat(wait.call()).contains(SystemCall.READ);
        assertThat(wait.on()).contains(new Descriptor(3, DescriptorKind.NAMED_PIPE, "/tmp/ada/line", 65024, 2155585));
    }

    @Test
    void reads_that_a_process_opens_a_named_pipe() {
        assertThat(onlyWait(scan(SavedProc.load("cat-opens-named-pipe"), 2573), 2573)
                        .kind())
                .isEqualTo(WaitKind.OPENING);
    }

    @Test
    void finds_the_children_of_a_process() {
        ProcessTree tree = scan(SavedProc.load("shell-waits-for-sleep"), 2574);

        assertThat(tree.complete()).isTrue();
        assertThat(tree.root().orElseThrow().commandLine()).containsExactly("sh", "-c", "sleep 1000; true");
        assertThat(tree.children(2574)).extracting(ObservedProcess::pid).containsExactly(2578L);
        assertThat(onlyWait(tree, 2574).kind()).isEqualTo(WaitKind.WAITING_FOR_CHILD);
        assertThat(onlyWait(tree, 2578).kind()).isEqualTo(WaitKind.SLEEPING);
    }

    @Test
    void reads_who_fills_a_pipe() {
        ProcessTree tree = scan(SavedProc.load("yes-fills-pipe"), 2575);

        assertThat(onlyWait(tree, 2579).kind()).isEqualTo(WaitKind.WRITING);
        assertThat(onlyWait(tree, 2579).on().orElseThrow().target()).isEqualTo("pipe:[79016]");
    }

    @Test
    void reads_the_waits_of_a_python_program() {
        ProcessTree tree = scan(SavedProc.load("python-queue"), 3938);

        assertThat(onlyWait(tree, 3938).child()).hasValue(3942);
        assertThat(tree.awaitedChild(tree.root().orElseThrow(), onlyWait(tree, 3938)))
                .map(ObservedProcess::pid)
                .contains(3942L);
        assertThat(onlyWait(tree, 3940).on().orElseThrow().kind()).isEqualTo(DescriptorKind.PIPE);
        assertThat(onlyWait(tree, 3941).kind()).isEqualTo(WaitKind.FUTEX);
        assertThat(onlyWait(tree, 3941).isPrivateFutex()).isFalse();
        assertThat(onlyWait(tree, 3942).kind()).isEqualTo(WaitKind.POLLING);
        assertThat(onlyWait(tree, 3942).timed()).isTrue();
    }

    @Test
    void running_and_stopped_processes_wait_for_nothing() {
        assertThat(onlyWait(scan(SavedProc.load("endless-loop"), 2576), 2576).kind())
                .isEqualTo(WaitKind.RUNNING);
        assertThat(onlyWait(scan(SavedProc.load("stopped-loop"), 2576), 2576).kind())
                .isEqualTo(WaitKind.STOPPED);
    }

    @Test
    void zombies_are_processes_without_threads() {
        ProcessTree tree = scan(SavedProc.load("zombies"), 2702);

        assertThat(tree.children(2702)).extracting(ObservedProcess::pid).containsExactly(2704L, 2705L, 2706L);
        ObservedProcess zombie = tree.find(2704).orElseThrow();
        assertThat(zombie.threads()).isEmpty();
        assertThat(zombie.hasEnded()).isTrue();
        assertThat(zombie.commandLine()).isEmpty();
        assertThat(zombie.role().label()).isEqualTo("python3");
    }

    @Test
    void a_process_whose_first_thread_has_ended_goes_on_with_the_others() {
        ProcessTree tree = scan(SavedProc.load("leader-has-ended"), LEADER);

        assertThat(tree.root().orElseThrow().stat().state()).isEqualTo(ProcessState.ZOMBIE);
        assertThat(tree.root().orElseThrow().hasEnded()).isFalse();
        assertThat(onlyWait(tree, LEADER).timed()).isTrue();
    }

    @Test
    void a_zombie_whose_threads_may_not_be_listed_is_not_called_dead() {
        ProcessTree tree = scan(SavedProc.load("zombies").with("refused 2704/task"), 2702);

        assertThat(tree.find(2704).orElseThrow().hasEnded()).isFalse();
    }

    @Test
    void what_may_not_be_read_is_said_to_be_unreadable() {
        ProcessTree tree = scan(SavedProc.load("foreign-process"), 3311);

        assertThat(onlyWait(tree, 3311).kind()).isEqualTo(WaitKind.UNREADABLE);
        assertThat(onlyWait(tree, 3311).raw()).isEmpty();
        assertThat(tree.root().orElseThrow().commandLine()).containsExactly("sleep", "1000");
    }

    @Test
    void threads_that_may_not_be_listed_make_the_tree_incomplete() {
        ProcessTree tree = scan(SavedProc.of(stat(7, 1, 100)).with("refused 7/task"), 7);

        assertThat(tree.root().orElseThrow().allThreads()).isFalse();
        assertThat(tree.complete()).isFalse();
    }

    @Test
    void a_process_that_is_not_there_has_an_empty_tree() {
        ProcessTree tree = scan(SavedProc.load("endless-loop"), 99);

        assertThat(tree.processes()).isEmpty();
        assertThat(tree.root()).isEmpty();
    }

    @Test
    void an_unreadable_proc_gives_an_incomplete_tree() {
        assertThat(scan(SavedProc.of("refused "), 7).complete()).isFalse();
    }

    @Test
    void a_child_older_than_its_parent_belongs_to_an_earlier_process_of_that_pid() {
        SavedProc proc = SavedProc.of(stat(7, 1, 100) + stat(8, 7, 100) + stat(9, 7, 99));

        assertThat(scan(proc, 7).processes()).extracting(ObservedProcess::pid).containsExactly(7L, 8L);
    }

    @Test
    void limits_cut_the_tree_and_say_so() {
        SavedProc proc = SavedProc.load("python-queue");

        ProcessTree two = scan(proc, 3938, new ScanLimits(100, 2, 100));
        assertThat(two.processes()).extracting(ObservedProcess::pid).containsExactly(3938L, 3940L);
        assertThat(two.complete()).isFalse();

        ProcessTree oneThread = scan(proc, 3938, new ScanLimits(100, 100, 1));
        assertThat(oneThread.find(3938).orElseThrow().threads()).hasSize(1);
        assertThat(oneThread.find(3940).orElseThrow().threads()).isEmpty();
        assertThat(oneThread.complete()).isFalse();

        assertThat(scan(proc, 3938, new ScanLimits(2, 100, 100)).complete()).isFalse();
        assertThat(scan(proc, 3938, new ScanLimits(100, 4, 4)).complete()).isTrue();
    }

    @Test
    void limits_are_positive() {
        assertThatThrownBy(() -> new ScanLimits(1, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the limits of a scan must be positive: listed=1, processes=0, threads=1");
    }

    @Test
    void processes_that_lost_their_parent_are_found_by_their_mark() {
        SavedProc proc = SavedProc.of(stat(7, 1, 100) + stat(8, 1, 200) + stat(9, 8, 300) + stat(10, 1, 50))
                .with("file 8/environ PATH=/bin\\x00RUN=42\\x00", "file 10/environ RUN=41\\x00", "refused 9/environ");

        ProcessTree tree =
                new TreeScan(proc, Architecture.X86_64, ScanLimits.DEFAULT).scan(7, new EnvironmentMark("RUN", "42"));

        assertThat(tree.processes()).extracting(ObservedProcess::pid).containsExactly(7L, 8L, 9L);
        assertThat(tree.strays()).extracting(ObservedProcess::pid).containsExactly(8L);
        assertThat(tree.find(9).orElseThrow().strayed()).isTrue();
        assertThat(tree.root().orElseThrow().strayed()).isFalse();
    }

    @Test
    void the_mark_is_a_whole_variable() {
        EnvironmentMark mark = new EnvironmentMark("RUN", "42");

        assertThat(mark.isIn(bytes("RUN=42"))).isTrue();
        assertThat(mark.isIn(bytes("A=1\\x00RUN=42\\x00B=2\\x00"))).isTrue();
        assertThat(mark.isIn(bytes("A=RUN=42\\x00RUN=421\\x00XRUN=42\\x00RUN=4\\x00")))
                .isFalse();
        assertThat(mark.isIn(bytes(""))).isFalse();
    }

    private static byte[] bytes(String escaped) {
        return SavedProc.unescaped(escaped);
    }

    @Test
    void a_mark_needs_the_name_of_a_variable() {
        assertThatThrownBy(() -> new EnvironmentMark("A=B", "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not the name of an environment variable: 'A=B'");
        assertThatThrownBy(() -> new EnvironmentMark("", "1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void processes_that_somebody_else_has_found_are_looked_at_without_searching_for_more() {
        SavedProc proc = SavedProc.of(stat(7, 1, 100) + stat(8, 7, 101) + stat(9, 7, 102) + stat(10, 1, 103));

        ProcessTree tree =
                new TreeScan(proc, Architecture.X86_64, ScanLimits.DEFAULT).scan(7, Set.of(7L, 8L, 10L, 11L));

        assertThat(tree.processes())
                .extracting(ObservedProcess::pid, ObservedProcess::strayed)
                .containsExactly(tuple(7L, false), tuple(8L, false), tuple(10L, true));
    }
}
