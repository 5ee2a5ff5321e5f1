package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanesTests {
    private static final long SECONDS = 20;

    private final Lanes lanes = new Lanes(2);
    private final ExecutorService others = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        others.shutdownNow();
    }

    @Test
    void as_many_gradings_as_there_are_lanes_go_on_at_the_same_time() {
        lanes.lane().enter();
        lanes.lane().enter();

        assertThat(lanes.free()).isZero();
    }

    @Test
    void whoever_enters_twice_has_one_lane() {
        Lanes.Lane lane = lanes.lane();
        lane.enter();
        lane.enter();

        assertThat(lanes.free()).isEqualTo(1);
    }

    @Test
    void a_lane_that_is_left_is_free() {
        Lanes.Lane lane = lanes.lane();
        lane.enter();
        lane.leave();

        assertThat(lanes.free()).isEqualTo(2);
    }

    @Test
    void leaving_after_a_run_does_not_give_up_being_alone() {
        Lanes.Lane lane = lanes.lane();

        lane.enterAlone();
        lane.leave();
        lane.enterAlone();
        lane.enter();
        lane.leave();

        assertThat(lanes.free()).isZero();
    }

    @Test
    void the_end_of_the_check_gives_all_lanes_back() {
        Lanes.Lane lane = lanes.lane();
        lane.enterAlone();
        lane.leaveAll();

        assertThat(lanes.free()).isEqualTo(2);
    }

    @Test
    void a_single_lane_is_all_of_them() {
        Lanes single = new Lanes(1);
        Lanes.Lane lane = single.lane();
        lane.enter();
        lane.enterAlone();
        lane.leave();

        assertThat(single.free()).isZero();
    }

    @Test
    void who_wants_to_be_alone_waits_for_the_others() throws Exception {
        Lanes.Lane first = lanes.lane();
        first.enter();
        CountDownLatch asked = new CountDownLatch(1);
        Future<?> alone = others.submit(() -> {
            asked.countDown();
            lanes.lane().enterAlone();
        });
        asked.await();

        assertThat(alone.isDone()).isFalse();
        first.leave();
        alone.get(SECONDS, TimeUnit.SECONDS);
        assertThat(lanes.free()).isZero();
    }

    @Test
    void two_that_have_a_lane_and_want_all_get_them_one_after_the_other() throws Exception {
        CountDownLatch bothHaveOne = new CountDownLatch(2);
        Future<?> one = others.submit(() -> alone(bothHaveOne));
        Future<?> other = others.submit(() -> alone(bothHaveOne));

        one.get(SECONDS, TimeUnit.SECONDS);
        other.get(SECONDS, TimeUnit.SECONDS);

        assertThat(lanes.free()).isEqualTo(2);
    }

    private Void alone(CountDownLatch bothHaveOne) throws InterruptedException {
        Lanes.Lane lane = lanes.lane();
        lane.enter();
        bothHaveOne.countDown();
        bothHaveOne.await();
        lane.enterAlone();
        lane.leaveAll();
        return null;
    }
}
