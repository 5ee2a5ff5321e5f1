package procgrade.standstill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import procgrade.observe.ContextSwitches;
import procgrade.observe.KernelCall;
import procgrade.observe.Observed;
import procgrade.observe.ObservedProcess;
import procgrade.observe.ObservedThread;
import procgrade.observe.ProcessStat;
import procgrade.observe.ProcessState;
import procgrade.observe.ProcessTree;
import procgrade.observe.Progress;
import procgrade.observe.SchedStat;
import procgrade.observe.SecondLook;
import procgrade.observe.ThreadWait;
import procgrade.observe.WaitKind;

/** When two looks at a tree show that nothing has happened. */
class StillnessTests {
    private static final long FUTEX = 202;
    private static final ProcessTree BEFORE = tree(Graph.process(1, thread(1, counted(7))));

    private static ObservedThread thread(long tid, Progress progress) {
        ThreadWait wait = new ThreadWait(
                WaitKind.FUTEX,
                false,
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.of(call(FUTEX)));
        return new ObservedThread(tid, OptionalLong.empty(), "python3", ProcessState.SLEEPING, wait, progress);
    }

    private static KernelCall call(long number) {
        return new KernelCall(KernelCall.Form.IN_CALL, number, List.of(1L, 2L, 3L, 4L, 5L, 6L), 1L << 40);
    }

    private static Progress counted(long timeslices) {
        SchedStat counters = new SchedStat(Duration.ofMillis(3), Duration.ZERO, timeslices);
        return new Progress(Observed.of(counters), Observed.unreadable());
    }

    private static Progress switched(long times) {
        return new Progress(Observed.unreadable(), Observed.of(new ContextSwitches(times, 0)));
    }

    private static SecondLook.OfThread again(long tid, Progress progress, ProcessState state) {
        return new SecondLook.OfThread(tid, state, Optional.empty(), progress);
    }

    private static SecondLook.OfThread asleep(long tid, long timeslices) {
        return again(tid, counted(timeslices), ProcessState.SLEEPING);
    }

    private static SecondLook.OfProcess process(long pid, SecondLook.OfThread... threads) {
        return new SecondLook.OfProcess(Graph.process(pid).stat(), List.of(threads), false, true);
    }

    private static ProcessTree tree(ObservedProcess... processes) {
        return new ProcessTree(1, List.of(processes), true);
    }

    private static boolean isStill(SecondLook.OfProcess... later) {
        return Stillness.isCertain(BEFORE, new SecondLook(List.of(later), Set.of(), true), tid -> true);
    }

    private static boolean isStillWith(SecondLook.OfThread... later) {
        return isStill(process(1, later));
    }

    @Test
    void a_tree_that_looks_the_same_stands_still() {
        assertThat(isStillWith(asleep(1, 7))).isTrue();
    }

    @Test
    void a_thread_that_has_got_a_core_has_moved() {
        assertThat(isStillWith(asleep(1, 8))).isFalse();
    }

    @Test
    void a_thread_that_is_about_to_run_has_moved() {
        assertThat(isStillWith(again(1, counted(7), ProcessState.RUNNING))).isFalse();
    }

    @Test
    void a_thread_without_readable_counters_may_have_moved() {
        Progress unknown = new Progress(Observed.unreadable(), Observed.unreadable());

        assertThat(isStillWith(again(1, unknown, ProcessState.SLEEPING))).isFalse();
    }

    @Test
    void a_thread_whose_counters_are_of_another_kind_may_have_moved() {
        assertThat(isStillWith(again(1, switched(7), ProcessState.SLEEPING))).isFalse();
    }

    @Test
    void where_only_context_switches_are_counted_a_thread_must_be_in_the_same_call() {
        ProcessTree before = tree(Graph.process(1, thread(1, switched(7))));

        assertThat(isStillSince(before, Optional.of(call(FUTEX)))).isTrue();
        assertThat(isStillSince(before, Optional.of(call(0)))).isFalse();
        assertThat(isStillSince(before, Optional.empty())).isFalse();
    }

    private static boolean isStillSince(ProcessTree before, Optional<KernelCall> call) {
        SecondLook.OfThread later = new SecondLook.OfThread(1, ProcessState.SLEEPING, call, switched(7));
        return Stillness.isCertain(before, new SecondLook(List.of(process(1, later)), Set.of(), true), tid -> true);
    }

    @Test
    void a_new_thread_is_a_change() {
        assertThat(isStillWith(asleep(1, 7), asleep(2, 7))).isFalse();
    }

    @Test
    void a_thread_that_has_ended_is_a_change() {
        assertThat(isStillWith()).isFalse();
    }

    @Test
    void a_new_process_is_a_change_also_if_its_threads_do_not_count() {
        SecondLook later = new SecondLook(List.of(process(1, asleep(1, 7)), process(2, asleep(2, 7))), Set.of(), true);

        assertThat(Stillness.isCertain(BEFORE, later, tid -> tid == 1)).isFalse();
    }

    @Test
    void a_process_that_has_ended_is_a_change_also_if_its_threads_do_not_count() {
        ProcessTree two = tree(Graph.process(1, thread(1, counted(7))), Graph.process(2));

        assertThat(Stillness.isCertain(
                        two, new SecondLook(List.of(process(1, asleep(1, 7))), Set.of(), true), tid -> tid == 1))
                .isFalse();
    }

    @Test
    void a_process_whose_first_thread_has_ended_lives_on_in_threads_that_do_not_count() {
        ProcessStat dead = Graph.dead(1);

        assertThat(new SecondLook.OfProcess(dead, List.of(), true, true).hasEnded())
                .isFalse();
        assertThat(new SecondLook.OfProcess(dead, List.of(), false, true).hasEnded())
                .isTrue();
    }

    @Test
    void threads_that_do_not_count_may_do_what_they_like() {
        ProcessTree before = tree(Graph.process(1, thread(1, counted(7)), thread(2, counted(7))));
        SecondLook later = new SecondLook(
                List.of(process(
                        1,
                        asleep(1, 7),
                        again(2, counted(9), ProcessState.RUNNING),
                        again(3, counted(1), ProcessState.RUNNING))),
                Set.of(),
                true);

        assertThat(Stillness.isCertain(before, later, tid -> tid == 1)).isTrue();
    }

    @Test
    void nothing_is_certain_of_a_tree_that_was_cut_off() {
        ProcessTree cutOff = new ProcessTree(1, BEFORE.processes(), false);
        List<SecondLook.OfProcess> same = List.of(process(1, asleep(1, 7)));

        assertThat(Stillness.isCertain(cutOff, new SecondLook(same, Set.of(), true), tid -> true))
                .isFalse();
        assertThat(Stillness.isCertain(BEFORE, new SecondLook(same, Set.of(), false), tid -> true))
                .isFalse();
    }
}
