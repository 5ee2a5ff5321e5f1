package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import procgrade.observe.EnvironmentMark;
import procgrade.run.StopReason;
import procgrade.standstill.Activity;
import procgrade.standstill.Standstill;

/** Looks that are carried out when the test says so; time is a number. */
class StandstillWatchTests {
    private static final Standstill WHOLE = new Standstill(true, List.of(), "nobody puts", "");
    private static final Standstill PART = new Standstill(false, List.of(), "nobody puts", "");
    private static final Activity ASLEEP = new Activity(Activity.Kind.SLEEPING, "the master was sleeping");
    private static final Optional<StopReason> TIME_IS_UP = Optional.of(StopReason.TIME_LIMIT);

    private final Scripted looks = new Scripted();
    private final Deque<Runnable> jobs = new ArrayDeque<>();
    private final StandstillWatch watch = new StandstillWatch(looks, Duration.ofSeconds(10), jobs::add);

    /** A detector that finds what it is told to find. */
    private static final class Scripted implements StandstillWatch.Looks {
        private final List<Long> looksAt = new ArrayList<>();
        private boolean due = true;
        private IllegalStateException mistake;
        private Optional<Standstill> proof = Optional.empty();
        private Activity activity = new Activity(Activity.Kind.COMPUTING, "the master was computing");

        @Override
        public void started(long rootPid, long programPid, EnvironmentMark mark) {}

        @Override
        public boolean isDue(Duration elapsed) {
            return due;
        }

        @Override
        public Optional<Standstill> look(Duration elapsed) {
            looksAt.add(elapsed.toMillis());
            if (mistake != null) {
                throw mistake;
            }
            return proof;
        }

        @Override
        public Activity activity() {
            return activity;
        }
    }

    private Optional<StopReason> tick(long millis) {
        return watch.tick(Duration.ofMillis(millis));
    }

    private void end(Optional<StopReason> stopped) {
        watch.ending(Duration.ofSeconds(10), stopped);
    }

    @Test
    void a_tick_does_not_wait_for_a_look() {
        looks.proof = Optional.of(WHOLE);

        assertThat(tick(10)).isEmpty();
        assertThat(tick(20)).isEmpty();
        assertThat(jobs).hasSize(1);
        assertThat(looks.looksAt).isEmpty();
    }

    @Test
    void a_program_is_stopped_at_the_tick_after_the_proof() {
        looks.proof = Optional.of(WHOLE);
        tick(10);
        jobs.remove().run();

        assertThat(tick(20)).contains(StopReason.DEADLOCK);
        end(Optional.of(StopReason.DEADLOCK));
        assertThat(watch.proof()).contains(WHOLE);
        assertThat(watch.activity()).isEmpty();
    }

    @Test
    void a_program_of_which_a_part_stands_still_goes_on_and_the_proof_is_kept() {
        looks.proof = Optional.of(PART);
        tick(10);
        jobs.remove().run();

        assertThat(tick(20)).isEmpty();
        assertThat(watch.proof()).contains(PART);
    }

    @Test
    void nothing_is_done_as_long_as_nothing_is_due() {
        looks.due = false;

        assertThat(tick(10)).isEmpty();
        assertThat(jobs).isEmpty();
    }

    @Test
    void what_a_program_does_is_asked_for_before_its_time_is_up() {
        looks.due = false;
        tick(7_990);
        assertThat(jobs).isEmpty();
        tick(8_000);
        jobs.remove().run();
        looks.activity = ASLEEP;
        tick(8_990);
        assertThat(jobs).isEmpty();
        tick(9_000);
        jobs.remove().run();
        tick(9_500);
        assertThat(jobs).isEmpty();

        end(TIME_IS_UP);
        assertThat(watch.activity()).contains(ASLEEP);
    }

    @Test
    void an_older_answer_is_better_than_none() {
        looks.due = false;
        tick(8_000);
        jobs.remove().run();
        Activity first = looks.activity;
        looks.activity = ASLEEP;
        tick(9_000);

        end(TIME_IS_UP);
        assertThat(watch.activity()).contains(first);
    }

    @Test
    void a_program_whose_time_is_up_is_not_kept_waiting_for_a_look() {
        tick(10);

        end(TIME_IS_UP);
        assertThat(watch.activity()).isEmpty();
        assertThat(jobs).hasSize(1);
    }

    @Test
    void of_a_program_that_ends_by_itself_nothing_is_asked() {
        looks.due = false;
        tick(10);

        end(Optional.empty());
        assertThat(jobs).isEmpty();
    }

    @Test
    void a_mistake_of_the_detector_comes_up_at_the_next_tick() {
        looks.mistake = new IllegalStateException("planted");
        tick(10);
        jobs.remove().run();

        assertThatThrownBy(() -> tick(20)).hasRootCause(looks.mistake);
    }
}
