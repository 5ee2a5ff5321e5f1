package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who gets lanes when more want some than there are. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LanesPolicyTests {
    private static final long SECONDS = 20;

    private final AtomicLong now = new AtomicLong();
    private final List<String> machine = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService others = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        others.shutdownNow();
    }

    /** Remembers what it was asked for. */
    private final class RecordingLock implements MachineLock {
        @Override
        public void share(BooleanSupplier givenUp) {
            machine.add("share");
        }

        @Override
        public void unshare() {
            machine.add("unshare");
        }

        @Override
        public void seize(BooleanSupplier givenUp) {
            machine.add("seize");
        }

        @Override
        public void release() {
            machine.add("release");
        }
    }

    private Lanes lanes(int count, int gathered) {
        return new Lanes(count, count, () -> 1, gathered, new RecordingLock(), now::get);
    }

    private Future<?> enter(Lanes lanes, Lanes.Lane lane) {
        int before = lanes.waiting();
        Future<?> entered = others.submit(lane::enter);
        await(() -> entered.isDone() || lanes.waiting() > before);
        return entered;
    }

    private Future<?> enterAlone(Lanes lanes, Lanes.Lane lane) {
        int before = lanes.waitingForAll();
        Future<?> entered = others.submit(lane::enterAlone);
        await(() -> entered.isDone() || lanes.waitingForAll() > before);
        return entered;
    }

    private static void await(BooleanSupplier event) {
        while (!event.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    private static void done(Future<?> future) throws Exception {
        future.get(SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void while_cores_are_idle_further_lanes_are_opened_and_closed_when_all_are_busy() throws Exception {
        AtomicInteger change = new AtomicInteger();
        Lanes lanes = new Lanes(1, 2, change::get, 1, new RecordingLock(), now::get);
        Lanes.Lane sleeping = lanes.lane();
        sleeping.enter();
        Lanes.Lane next = lanes.lane();
        Future<?> second = enter(lanes, next);
        assertThat(second.isDone()).isFalse();

        change.set(1);

        done(second);
        Lanes.Lane last = lanes.lane();
        Future<?> third = enter(lanes, last);
        assertThat(third.isDone()).as("one more than at most").isFalse();
        change.set(0);
        next.leave();
        done(third);
        Future<?> fourth = enter(lanes, lanes.lane());
        change.set(-1);
        await(() -> lanes.open() == 1);
        last.leave();
        assertThat(fourth.isDone()).as("in a lane that is closed").isFalse();
        sleeping.leave();
        done(fourth);
    }

    @Test
    void beside_one_that_is_alone_none_is_opened() throws Exception {
        Lanes lanes = new Lanes(1, 3, () -> 1, 1, new RecordingLock(), now::get);
        Lanes.Lane alone = lanes.lane();
        done(enterAlone(lanes, alone));

        Future<?> other = enter(lanes, lanes.lane());

        assertThat(other.isDone()).isFalse();
        alone.leaveAll();
        done(other);
    }

    @Test
    void lanes_that_are_being_emptied_are_given_out_again_when_a_run_takes_long() throws Exception {
        Lanes lanes = lanes(2, 1);
        Lanes.Lane hanging = lanes.lane();
        hanging.enter();
        Future<?> alone = enterAlone(lanes, lanes.lane());
        Future<?> other = enter(lanes, lanes.lane());
        assertThat(other.isDone()).isFalse();

        now.addAndGet(Duration.ofSeconds(10).toNanos());

        done(other);
        assertThat(alone.isDone()).isFalse();
    }

    @Test
    void of_those_that_wait_the_grading_that_began_first_gets_a_lane() throws Exception {
        Lanes lanes = lanes(1, 1);
        Lanes.Lane first = lanes.lane();
        Lanes.Lane second = lanes.lane();
        Lanes.Lane third = lanes.lane();
        second.enter();
        Future<?> late = enter(lanes, third);
        Future<?> early = enter(lanes, first);

        second.leave();

        done(early);
        assertThat(late.isDone()).isFalse();
        first.leave();
        done(late);
    }

    @Test
    void lanes_are_not_emptied_before_some_have_gathered() throws Exception {
        Lanes lanes = lanes(2, 2);
        Lanes.Lane running = lanes.lane();
        running.enter();
        Lanes.Lane one = lanes.lane();
        Future<?> first = enterAlone(lanes, one);

        Lanes.Lane other = lanes.lane();
        done(enter(lanes, other));
        other.leave();
        assertThat(first.isDone()).isFalse();

        Lanes.Lane two = lanes.lane();
        Future<?> second = enterAlone(lanes, two);
        Future<?> kept = enter(lanes, other);
        assertThat(kept.isDone()).isFalse();
        running.leave();
        done(first);
        assertThat(lanes.isOneAlone()).isTrue();
        one.leaveAll();
        done(second);
        assertThat(kept.isDone()).isFalse();
        two.leaveAll();
        done(kept);
    }

    @Test
    void a_lane_that_nobody_else_wants_is_not_waited_for() throws Exception {
        Lanes lanes = lanes(2, 3);

        done(enterAlone(lanes, lanes.lane()));

        assertThat(lanes.isOneAlone()).isTrue();
    }

    @Test
    void while_a_run_takes_long_others_go_on_until_twice_as_many_wait() throws Exception {
        Lanes lanes = lanes(2, 1);
        Lanes.Lane hanging = lanes.lane();
        hanging.enter();
        now.addAndGet(Duration.ofSeconds(10).toNanos());
        Future<?> first = enterAlone(lanes, lanes.lane());
        Lanes.Lane other = lanes.lane();
        done(enter(lanes, other));
        other.leave();
        done(enter(lanes, other));
        other.leave();

        enterAlone(lanes, lanes.lane());
        Future<?> kept = enter(lanes, other);

        assertThat(kept.isDone()).isFalse();
        hanging.leave();
        done(first);
    }

    @Test
    void a_grading_that_is_interrupted_stops_waiting() throws Exception {
        Lanes lanes = lanes(1, 1);
        Lanes.Lane running = lanes.lane();
        running.enter();
        Lanes.Lane one = lanes.lane();
        Lanes.Lane all = lanes.lane();
        Future<?> forOne = enter(lanes, one);
        Future<?> forAll = enterAlone(lanes, all);

        one.interrupt();
        all.interrupt();

        done(forOne);
        done(forAll);
        assertThat(lanes.waiting() + lanes.waitingForAll()).isZero();
        one.enter();
        all.enterAlone();
        one.leaveAll();
        running.leave();
        assertThat(lanes.free()).isEqualTo(1);
        assertThat(machine).containsExactly("share", "unshare");
    }

    @Test
    void time_of_waiting_is_counted() throws Exception {
        Lanes lanes = lanes(1, 1);
        Lanes.Lane running = lanes.lane();
        running.enter();
        Lanes.Lane lane = lanes.lane();
        Future<?> entered = enter(lanes, lane);
        now.addAndGet(Duration.ofSeconds(7).toNanos());
        running.leave();
        done(entered);

        assertThat(lane.waitedNanos()).isEqualTo(Duration.ofSeconds(7).toNanos());
        assertThat(running.waitedNanos()).isZero();
    }

    @Test
    void the_machine_is_shared_by_those_in_lanes_and_taken_by_one_that_is_alone() {
        Lanes lanes = lanes(2, 1);
        Lanes.Lane lane = lanes.lane();
        lane.enter();
        lane.enterAlone();
        lane.leave();
        lane.leaveAll();

        assertThat(machine).containsExactly("share", "unshare", "seize", "release");
    }
}
