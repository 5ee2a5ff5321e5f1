package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class JoinableQueueTests {
    private final JoinableQueue<Object> queue = new JoinableQueue<>();

    private String waiters() {
        return queue.handle().name() + ".unfinished.waiters";
    }

    @Test
    void is_joined_at_once_while_nothing_was_put() {
        queue.join();
        assertThat(queue.empty()).isTrue();
    }

    @Test
    void is_a_queue() {
        queue.put("one");
        queue.put(null);
        queue.putNowait(3);
        assertThat(queue.qsize()).isEqualTo(3);
        assertThat(queue.get()).isEqualTo("one");
        assertThat(queue.get()).isNull();
        assertThat(queue.get()).isEqualTo(3);
        assertThatExceptionOfType(Empty.class).isThrownBy(queue::getNowait);
    }

    @Test
    void holds_no_more_than_its_maximal_size() {
        JoinableQueue<Integer> small = new JoinableQueue<>(1);
        small.put(1);
        assertThat(small.full()).isTrue();
        assertThatExceptionOfType(Full.class)
                .isThrownBy(() -> small.putNowait(2))
                .withMessage("JoinableQueue(" + small.handle().name() + ") is full");
        assertThat(small.get()).isEqualTo(1);
        small.taskDone();
        small.join();
    }

    @Test
    void does_not_count_an_item_that_could_not_be_put() {
        assertThatIllegalArgumentException().isThrownBy(() -> queue.put(new Object()));
        JoinableQueue<Integer> small = new JoinableQueue<>(1);
        small.put(1);
        assertThatExceptionOfType(Full.class).isThrownBy(() -> small.putNowait(2));
        small.taskDone();
        small.join();
        queue.join();
    }

    @Test
    void is_joined_when_each_item_is_done_not_when_it_is_taken() throws Exception {
        queue.put(1);
        queue.put(2);
        Crew crew = new Crew();
        Future<?> joined = crew.start(this::join);
        Blocked.awaitReadersHere(1, waiters());
        assertThat(List.of(queue.get(), queue.get())).containsExactly(1, 2);
        queue.taskDone();
        Blocked.awaitReadersHere(1, waiters());
        assertThat(joined).isNotDone();
        queue.taskDone();
        crew.join();
    }

    private Void join() {
        queue.join();
        return null;
    }

    @Test
    void lets_all_pass_that_wait_for_it() throws Exception {
        queue.put(1);
        Crew crew = new Crew();
        crew.start(2, this::join);
        Blocked.awaitReadersHere(2, waiters());
        queue.taskDone();
        crew.join();
    }

    @Test
    void refuses_more_done_tasks_than_items() {
        queue.put(1);
        queue.taskDone();
        assertThatIllegalStateException()
                .isThrownBy(queue::taskDone)
                .withMessage("taskDone() called more often on " + queue.handle().name()
                        + " than items were put; call it once for each item that get() returned");
        queue.put(2);
        queue.taskDone();
        queue.join();
    }

    @Test
    void counts_further_than_a_pipe_could_hold_tokens() {
        int many = 70_000;
        List<Object> taken = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            queue.put(null);
            if (i % 1000 == 999) {
                for (int j = 0; j < 1000; j++) {
                    taken.add(queue.get());
                }
            }
        }
        assertThat(taken).hasSize(many);
        for (int i = 0; i < many; i++) {
            queue.taskDone();
        }
        queue.join();
    }

    @Test
    void can_still_be_joined_after_it_was_closed() throws Exception {
        queue.put(1);
        assertThat(queue.get()).isEqualTo(1);
        queue.close();
        Crew crew = new Crew();
        crew.start(1, this::join);
        Blocked.awaitReadersHere(1, waiters());
        queue.taskDone();
        crew.join();
        assertThatIllegalStateException().isThrownBy(() -> queue.put(2));
    }
}
