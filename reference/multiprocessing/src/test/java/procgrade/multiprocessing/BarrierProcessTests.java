package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class BarrierProcessTests {
    private static final int PARTIES = 3;

    private final Crew crew = new Crew();

    private static void joined(List<Process> processes) {
        for (Process process : processes) {
            process.join();
            assertThat(process.exitcode()).isZero();
        }
    }

    private static void add(Value<Integer> counter) {
        try (var held = counter.hold()) {
            counter.set(counter.get() + 1);
        }
    }

    private static String waiters(Barrier barrier) {
        return barrier.handle().name() + ".condition.waiters";
    }

    @Test
    void processes_pass_it_in_lockstep() {
        Barrier barrier = new Barrier(PARTIES);
        Value<Integer> before = Value.ofInt(0);
        Value<Integer> after = Value.ofInt(0);
        joined(Stream.generate(() -> new Process(BarrierProcessTests::inLockstep, barrier, before, after))
                .limit(PARTIES)
                .map(Process::start)
                .toList());
        assertThat(barrier.waiting()).isZero();
        assertThat(barrier.isBroken()).isFalse();
    }

    private static void inLockstep(Barrier barrier, Value<Integer> before, Value<Integer> after) {
        for (int round = 0; round < 100; round++) {
            add(before);
            assertThat(after.get()).isEqualTo(round * PARTIES);
            barrier.await();
            add(after);
            assertThat(before.get()).isEqualTo((round + 1) * PARTIES);
            barrier.await();
        }
    }

    @Test
    void each_process_of_a_round_gets_its_own_number() {
        Barrier barrier = new Barrier(PARTIES);
        Array<Integer> numbers = Array.ofInt(PARTIES);
        joined(Stream.generate(() -> new Process(BarrierProcessTests::countNumbers, barrier, numbers))
                .limit(PARTIES)
                .map(Process::start)
                .toList());
        assertThat(numbers.toList()).containsExactly(50, 50, 50);
    }

    private static void countNumbers(Barrier barrier, Array<Integer> numbers) {
        for (int round = 0; round < 50; round++) {
            int number = barrier.await();
            try (var held = numbers.hold()) {
                numbers.set(number, numbers.get(number) + 1);
            }
        }
    }

    @Test
    void the_action_runs_in_the_process_that_comes_last() throws Exception {
        Value<Long> runner = Value.ofLong(0);
        Barrier barrier =
                new Barrier(2, () -> runner.set(ProcessHandle.current().pid()));
        Future<Integer> first = crew.start(() -> barrier.await());
        Blocked.awaitReadersHere(1, waiters(barrier));
        Process last = new Process(BarrierProcessTests::pass, barrier).start();
        assertThat(Crew.result(first)).isZero();
        assertThat(runner.get()).isEqualTo(last.pid());
        Blocked.awaitReader(last, waiters(barrier));
        barrier.await();
        assertThat(runner.get()).isEqualTo(ProcessHandle.current().pid());
        joined(List.of(last));
    }

    private static void pass(Barrier barrier) {
        barrier.await();
        barrier.await();
    }

    @Test
    void a_process_breaks_it_for_those_who_wait() {
        Barrier barrier = new Barrier(PARTIES);
        Process waiting = new Process(BarrierProcessTests::seeItBreak, barrier).start();
        Blocked.awaitReader(waiting, waiters(barrier));
        joined(List.of(new Process(Barrier::abort, barrier).start(), waiting));
        assertThat(barrier.isBroken()).isTrue();
        joined(List.of(new Process(Barrier::reset, barrier).start()));
        assertThat(barrier.isBroken()).isFalse();
    }

    private static void seeItBreak(Barrier barrier) {
        assertThatExceptionOfType(BrokenBarrier.class).isThrownBy(barrier::await);
        assertThat(barrier.isBroken()).isTrue();
    }

    @Test
    void reset_frees_processes_that_wait_and_leaves_it_usable() {
        Barrier barrier = new Barrier(2);
        Process waiting = new Process(BarrierProcessTests::seeTheReset, barrier).start();
        Blocked.awaitReader(waiting, waiters(barrier));
        barrier.reset();
        barrier.await();
        joined(List.of(waiting));
    }

    private static void seeTheReset(Barrier barrier) {
        assertThatExceptionOfType(BrokenBarrier.class)
                .isThrownBy(barrier::await)
                .withMessageContaining("was reset");
        barrier.await();
    }

    @Test
    void its_time_out_and_parties_hold_in_every_process() throws Exception {
        Barrier barrier = new Barrier(PARTIES, Duration.ofMillis(20));
        Future<?> patient = crew.start(() -> {
            assertThatExceptionOfType(BrokenBarrier.class)
                    .isThrownBy(() -> barrier.await(Duration.ofMinutes(5)))
                    .withMessageContaining("broke while this party waited");
            return null;
        });
        Blocked.awaitReadersHere(1, "timed-" + waiters(barrier));
        joined(List.of(new Process(BarrierProcessTests::timeOut, barrier).start()));
        Crew.result(patient);
    }

    private static void timeOut(Barrier barrier) {
        assertThatExceptionOfType(BrokenBarrier.class)
                .isThrownBy(barrier::await)
                .withMessageContaining("only 2 of 3 parties came within PT0.02S");
    }
}
