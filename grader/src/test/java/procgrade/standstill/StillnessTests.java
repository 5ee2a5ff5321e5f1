package procgrade.standstill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import procgrade.observe.ContextSwitches;
import procgrade.observe.KernelCall;
import procgrade.observe.Observed;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ObservedThread;
import procgrade.observe.ProcessState;
import procgrade.observe.ProcessTree;
import procgrade.observe.Progress;
import procgrade.observe.SchedStat;
import procgrade.observe.ThreadWait;
import procgrade.observe.WaitKind;

/** When two looks at a tree show that nothing has happened. */
class StillnessTests {
    private static final ObservedThread SLEEPER = thread(1, 7, ProcessState.SLEEPING, 202);
    private static final ProcessTree BEFORE = tree(Graph.process(1, SLEEPER));

    private static ObservedThread thread(long tid, long timeslices, ProcessState state, long call) {
        return thread(tid, progress(timeslices), state, call);
    }

    private static ObservedThread thread(long tid, Progress progress, ProcessState state, long call) {
        KernelCall raw = new KernelCall(KernelCall.Form.IN_CALL, call, List.of(1L, 2L, 3L, 4L, 5L, 6L), 1L << 40);
        ThreadWait wait = new ThreadWait(
                WaitKind.FUTEX, false, Optional.empty(), OptionalLong.empty(), Optional.empty(), Optional.of(raw));
        return new ObservedThread(tid, "python3", state, wait, progress);
    }

    private static Progress progress(long timeslices) {
        SchedStat counters = new SchedStat(Duration.ofMillis(3), Duration.ZERO, timeslices);
        return new Progress(Observed.of(counters), Observed.of(new ContextSwitches(timeslices, 0)));
    }

    private static ProcessTree tree(ObservedProcess... processes) {
        return new ProcessTree(1, List.of(processes), true);
    }

    private static boolean isStill(ProcessTree later) {
        return Stillness.isCertain(BEFORE, later, tid -> true);
    }

    private static boolean isStillWith(ObservedThread later) {
        return isStill(tree(Graph.process(1, later)));
    }

    @Test
    void a_tree_that_looks_the_same_stands_still() {
        assertThat(isStillWith(thread(1, 7, ProcessState.SLEEPING, 202))).isTrue();
    }

    @Test
    void a_thread_that_has_got_a_core_has_moved() {
        assertThat(isStillWith(thread(1, 8, ProcessState.SLEEPING, 202))).isFalse();
    }

    @Test
    void a_thread_in_another_call_has_moved() {
        assertThat(isStillWith(thread(1, 7, ProcessState.SLEEPING, 0))).isFalse();
    }

    @Test
    void a_thread_that_is_about_to_run_has_moved() {
        assertThat(isStillWith(thread(1, 7, ProcessState.RUNNING, 202))).isFalse();
    }

    @Test
    void a_thread_without_readable_counters_may_have_moved() {
        Progress unknown = new Progress(Observed.unreadable(), Observed.unreadable());

        assertThat(isStillWith(thread(1, unknown, ProcessState.SLEEPING, 202))).isFalse();
    }

    @Test
    void a_new_thread_is_a_change() {
        ObservedThread more = thread(2, 7, ProcessState.SLEEPING, 202);

        assertThat(isStill(tree(Graph.process(1, SLEEPER, more)))).isFalse();
    }

    @Test
    void a_thread_that_has_ended_is_a_change() {
        assertThat(Stillness.isCertain(
                        tree(Graph.process(1, SLEEPER, thread(2, 7, ProcessState.SLEEPING, 202))), BEFORE, tid -> true))
                .isFalse();
    }

    @Test
    void a_new_process_is_a_change_also_if_its_threads_do_not_count() {
        ProcessTree later = tree(Graph.process(1, SLEEPER), Graph.process(2, thread(2, 7, ProcessState.SLEEPING, 202)));

        assertThat(Stillness.isCertain(BEFORE, later, tid -> tid == 1)).isFalse();
    }

    @Test
    void threads_that_do_not_count_may_do_what_they_like() {
        ProcessTree before = tree(Graph.process(1, SLEEPER, thread(2, 7, ProcessState.SLEEPING, 202)));
        ProcessTree later = tree(Graph.process(
                1, SLEEPER, thread(2, 9, ProcessState.RUNNING, 0), thread(3, 1, ProcessState.RUNNING, 0)));

        assertThat(Stillness.isCertain(before, later, tid -> tid == 1)).isTrue();
    }

    @Test
    void nothing_is_certain_of_a_tree_that_was_cut_off() {
        ProcessTree cutOff = new ProcessTree(1, BEFORE.processes(), false);

        assertThat(Stillness.isCertain(cutOff, BEFORE, tid -> true)).isFalse();
        assertThat(isStill(cutOff)).isFalse();
    }
}
