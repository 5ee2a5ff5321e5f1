package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class BarrierTests {
    private static final int PARTIES = 5;
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofMinutes(5);

    private final Barrier barrier = new Barrier(PARTIES);
    private final Crew crew = new Crew();
    private final AtomicInteger broken = new AtomicInteger();
    private final AtomicInteger passed = new AtomicInteger();

    private void awaitWaiting(int count) {
        Blocked.awaitReadersHere(count, barrier.handle().name() + ".condition.waiters");
        assertThat(barrier.waiting()).isEqualTo(count);
    }

    private Void passOrNoteBroken() {
        try {
            barrier.await();
            passed.incrementAndGet();
        } catch (BrokenBarrier e) {
            broken.incrementAndGet();
        }
        return null;
    }

    @Test
    void is_passed_in_lockstep() throws Exception {
        AtomicInteger before = new AtomicInteger();
        AtomicInteger after = new AtomicInteger();
        crew.start(PARTIES, () -> {
            for (int round = 0; round < 10; round++) {
                before.incrementAndGet();
                assertThat(after).hasValue(round * PARTIES);
                barrier.await();
                after.incrementAndGet();
                assertThat(before).hasValue((round + 1) * PARTIES);
                barrier.await();
            }
            return null;
        });
        crew.join();
        assertThat(barrier.waiting()).isZero();
        assertThat(barrier.isBroken()).isFalse();
    }

    @Test
    void gives_each_party_of_a_round_its_own_number() throws Exception {
        for (int round = 0; round < 3; round++) {
            Set<Integer> numbers = ConcurrentHashMap.newKeySet();
            crew.start(PARTIES, () -> numbers.add(barrier.await()));
            crew.join();
            assertThat(numbers).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        }
    }

    @Test
    void the_action_runs_once_before_all_go_on() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        Barrier acting = new Barrier(PARTIES, runs::incrementAndGet);
        crew.start(PARTIES, () -> {
            acting.await();
            assertThat(runs).hasValue(1);
            return null;
        });
        crew.join();
        assertThat(runs).hasValue(1);
    }

    @Test
    void an_action_that_fails_breaks_the_barrier() throws Exception {
        Barrier failing = new Barrier(2, BarrierTests::fail);
        Future<?> other = crew.start(() -> failing.await());
        Blocked.awaitReadersHere(1, failing.handle().name() + ".condition.waiters");
        assertThatIllegalStateException().isThrownBy(failing::await).withMessage("of the program");
        assertThatThrownBy(() -> Crew.result(other))
                .isInstanceOf(BrokenBarrier.class)
                .hasMessage(failing.handle().name() + " broke while this party waited, since another's time-out ended,"
                        + " the action failed or somebody called abort(); call reset() once every party has left");
        assertThat(failing.isBroken()).isTrue();
    }

    private static void fail() {
        throw new IllegalStateException("of the program");
    }

    @Test
    void abort_breaks_it_for_those_who_wait_and_those_who_come() throws Exception {
        crew.start(PARTIES - 1, this::passOrNoteBroken);
        awaitWaiting(PARTIES - 1);
        barrier.abort();
        crew.join();
        assertThat(broken).hasValue(PARTIES - 1);
        assertThat(passed).hasValue(0);
        assertThat(barrier.isBroken()).isTrue();
        assertThat(barrier.waiting()).isZero();
        assertThatThrownBy(barrier::await)
                .isInstanceOf(BrokenBarrier.class)
                .hasMessage(barrier.handle().name() + " is broken, since a party's time-out ended, its action failed"
                        + " or somebody called abort(); call reset() once every party has left");
    }

    @Test
    void reset_frees_those_who_wait_and_leaves_it_usable() throws Exception {
        Future<?> first = new Crew().start(() -> barrier.await());
        awaitWaiting(1);
        crew.start(PARTIES - 2, this::passOrNoteBroken);
        awaitWaiting(PARTIES - 1);
        barrier.reset();
        assertThatThrownBy(() -> Crew.result(first))
                .isInstanceOf(BrokenBarrier.class)
                .hasMessage(
                        barrier.handle().name() + " was reset while this party waited; wait again for the next round");
        crew.join();
        assertThat(broken).hasValue(PARTIES - 2);
        assertThat(barrier.isBroken()).isFalse();
        assertAllPass();
    }

    @Test
    void reset_of_an_empty_barrier_changes_nothing() throws Exception {
        barrier.reset();
        assertAllPass();
    }

    @Test
    void reset_mends_a_broken_barrier() throws Exception {
        barrier.abort();
        barrier.reset();
        assertThat(barrier.isBroken()).isFalse();
        assertAllPass();
    }

    @Test
    void reset_mends_a_barrier_broken_while_parties_wait() throws Exception {
        crew.start(PARTIES - 1, this::passOrNoteBroken);
        awaitWaiting(PARTIES - 1);
        try (var held = barrier.state().condition.lock.hold()) {
            barrier.abort();
            barrier.reset();
        }
        crew.start(PARTIES, this::passOrNoteBroken);
        crew.join();
        assertThat(broken).hasValue(PARTIES - 1);
        assertThat(passed).hasValue(PARTIES);
    }

    @Test
    void reset_does_not_disturb_parties_that_are_about_to_go_on() throws Exception {
        crew.start(PARTIES - 1, this::passOrNoteBroken);
        awaitWaiting(PARTIES - 1);
        try (var held = barrier.state().condition.lock.hold()) {
            assertThat(barrier.await()).isEqualTo(PARTIES - 1);
            barrier.reset();
        }
        crew.join();
        assertThat(passed).hasValue(PARTIES - 1);
    }

    private void assertAllPass() throws Exception {
        passed.set(0);
        crew.start(PARTIES, this::passOrNoteBroken);
        crew.join();
        assertThat(passed).hasValue(PARTIES);
    }

    @Test
    void a_time_out_breaks_it_for_all() throws Exception {
        crew.start(PARTIES - 2, this::passOrNoteBroken);
        awaitWaiting(PARTIES - 2);
        assertThatThrownBy(() -> barrier.await(SHORT))
                .isInstanceOf(BrokenBarrier.class)
                .hasMessage(barrier.handle().name()
                        + " broke: only 4 of 5 parties came within PT0.02S; call reset() once every party has left");
        crew.join();
        assertThat(broken).hasValue(PARTIES - 2);
        assertThatThrownBy(() -> barrier.await(LONG)).isInstanceOf(BrokenBarrier.class);
    }

    @Test
    void its_own_time_out_holds_unless_another_is_given() throws Exception {
        Barrier impatient = new Barrier(2, SHORT);
        Future<Integer> patient = crew.start(() -> impatient.await(LONG));
        Blocked.awaitReadersHere(1, "timed-" + impatient.handle().name() + ".condition.waiters");
        assertThat(impatient.await()).isEqualTo(1);
        assertThat(Crew.result(patient)).isZero();
        assertThatThrownBy(impatient::await)
                .isInstanceOf(BrokenBarrier.class)
                .hasMessageContaining("only 1 of 2 parties came within PT0.02S");
    }

    @Test
    void a_single_party_waits_for_nobody() {
        Barrier alone = new Barrier(1);
        assertThat(alone.await()).isZero();
        assertThat(alone.await(Duration.ZERO)).isZero();
    }

    @Test
    void is_passed_a_thousand_times() throws Exception {
        AtomicInteger sum = new AtomicInteger();
        crew.start(PARTIES, () -> {
            for (int round = 0; round < 1000; round++) {
                sum.addAndGet(barrier.await());
            }
            return null;
        });
        crew.join();
        assertThat(sum).hasValue(1000 * (1 + 2 + 3 + 4));
    }

    @Test
    void says_how_many_wait_or_that_it_is_broken() throws Exception {
        String name = "Barrier(" + barrier.handle().name() + ")";
        assertThat(barrier.parties()).isEqualTo(PARTIES);
        crew.start(2, this::passOrNoteBroken);
        awaitWaiting(2);
        assertThat(barrier).hasToString(name + " has 2 of 5 waiting");
        barrier.abort();
        assertThat(barrier).hasToString(name + " is broken");
        crew.join();
    }

    @Test
    void refuses_arguments_that_make_no_sense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Barrier(0))
                .withMessage("a barrier needs 1 party or more, not 0;"
                        + " give the number of processes and threads that call await()");
        assertThatIllegalArgumentException().isThrownBy(() -> new Barrier(1, SHORT.negated()));
        assertThatIllegalArgumentException().isThrownBy(() -> barrier.await(SHORT.negated()));
        Object local = new Object();
        SerializableRunnable stuck = local::notifyAll;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Barrier(1, stuck))
                .withMessageStartingWith("cannot send a ")
                .withMessageEndingWith(
                        "java.lang.Object is not serializable; send what it holds, or keep it in a local variable or a transient field");
    }
}
