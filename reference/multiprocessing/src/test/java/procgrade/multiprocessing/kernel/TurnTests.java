package procgrade.multiprocessing.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class TurnTests {
    private static final int NUMBER = 0;
    private static final int SUM = 4;
    private static final int THREADS = 4;
    private static final int TURNS = 5000;
    private static final long LONG_NANOS = 60_000_000_000L;

    private final Fifo pipe = Session.current().createFifo(Session.current().newName("turn") + ".test");
    private final Cells cells = Session.current().allocate(8);
    private final Turn turn = new Turn(pipe, cells, NUMBER);

    @AfterEach
    void remove_pipe() {
        turn.close();
        assertThat(pipe.path().delete()).isTrue();
    }

    /** Lets threads add to a sum that only the lock protects. */
    private void addUp() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> {
                for (int k = 0; k < TURNS; k++) {
                    turn.take();
                    cells.setInt(SUM, cells.getInt(SUM) + 1);
                    turn.giveBack();
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Test
    void without_competition_no_token_is_used() {
        for (int i = 0; i < 3; i++) {
            turn.take();
            turn.giveBack();
        }

        assertThat(pipe.available()).isZero();
        assertThat(cells.getInt(NUMBER)).isZero();
    }

    @Test
    void one_at_a_time_has_its_turn() throws Exception {
        addUp();

        assertThat(cells.getInt(SUM)).isEqualTo(THREADS * TURNS);
        assertThat(pipe.available()).isZero();
    }

    @Test
    void who_does_not_want_to_wait_gets_a_free_lock_only() {
        assertThat(turn.takeIfUncontended()).isTrue();
        assertThat(turn.takeIfUncontended()).isFalse();
        turn.giveBack();
        assertThat(turn.takeIfUncontended()).isTrue();
    }

    @Test
    void a_wait_with_a_limit_ends_when_the_lock_is_given_back() throws Exception {
        turn.take();
        List<Boolean> taken = new ArrayList<>();
        Thread waiting = new Thread(() -> taken.add(turn.take(LONG_NANOS)));
        waiting.start();
        turn.giveBack();
        waiting.join();

        assertThat(taken).containsExactly(true);
        assertThat(turn.take(0)).isFalse();
    }

    @Test
    void after_a_wait_was_given_up_the_lock_still_admits_one_at_a_time() throws Exception {
        turn.take();
        assertThat(turn.take(0)).isFalse();
        assertThat(turn.take(1_000_000)).isFalse();
        turn.giveBack();
        addUp();

        assertThat(cells.getInt(SUM)).isEqualTo(THREADS * TURNS);
        assertThat(turn.take(0)).isTrue();
        assertThat(turn.take(0)).isFalse();
    }

    @Test
    void waits_given_up_again_and_again_do_not_count_without_end() {
        turn.take();
        assertThat(turn.take(0)).isFalse();
        int number = cells.getInt(NUMBER);
        for (int i = 0; i < 100; i++) {
            assertThat(turn.take(0)).isFalse();
        }

        assertThat(cells.getInt(NUMBER)).isEqualTo(number);
    }

    @Test
    void a_process_killed_while_it_waited_does_not_let_two_others_in() throws Exception {
        turn.take();
        int countsTheDeadOne = cells.getAndAdd(NUMBER, 1);
        turn.giveBack();
        addUp();

        assertThat(countsTheDeadOne).isEqualTo(1);
        assertThat(cells.getInt(SUM)).isEqualTo(THREADS * TURNS);
        assertThat(turn.takeIfUncontended()).isFalse();
        assertThat(turn.take(0)).isTrue();
        assertThat(turn.take(0)).isFalse();
    }
}
