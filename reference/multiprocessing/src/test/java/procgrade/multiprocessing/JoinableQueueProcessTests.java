package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class JoinableQueueProcessTests {
    private static final int WORKERS = 2;

    @Test
    void waits_until_its_workers_have_done_every_item() {
        JoinableQueue<Integer> items = new JoinableQueue<>();
        Array<Integer> done = Array.ofInt(20);
        List<Process> workers = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            workers.add(new Process(JoinableQueueProcessTests::work, items, done).start());
        }
        for (int i = 0; i < done.length(); i++) {
            items.put(i);
        }
        items.join();
        assertThat(done.toList()).containsOnly(1);
        for (int i = 0; i < WORKERS; i++) {
            items.put(-1);
        }
        items.join();
        for (Process worker : workers) {
            worker.join();
            assertThat(worker.exitcode()).isZero();
        }
    }

    private static void work(JoinableQueue<Integer> items, Array<Integer> done) {
        for (int item = items.get(); item >= 0; item = items.get()) {
            done.set(item, done.get(item) + 1);
            items.taskDone();
        }
        items.taskDone();
    }

    @Test
    void is_joined_by_another_process() {
        JoinableQueue<String> items = new JoinableQueue<>();
        items.put("work");
        Process waiting = new Process(JoinableQueue::join, items).start();
        Blocked.awaitReader(waiting, items.handle().name() + ".unfinished.waiters");
        assertThat(items.get()).isEqualTo("work");
        items.taskDone();
        waiting.join();
        assertThat(waiting.exitcode()).isZero();
    }
}
