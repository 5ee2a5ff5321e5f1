package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EndsChildren.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SimpleQueueTests {
    /** What a pipe holds by default (pipe(7)). */
    private static final int PIPE_BYTES = 65_536;

    private static final int MEGABYTE = 1 << 20;

    private final SimpleQueue<Object> queue = new SimpleQueue<>();

    private String pipe(String role) {
        return queue.handle().name() + role;
    }

    @Test
    void hands_items_out_in_the_order_they_were_put() {
        assertThat(queue.empty()).isTrue();
        queue.put("first");
        queue.put(null);
        queue.put(List.of(3));
        assertThat(queue.empty()).isFalse();
        assertThat(queue.get()).isEqualTo("first");
        assertThat(queue.get()).isNull();
        assertThat(queue.get()).isEqualTo(List.of(3));
        assertThat(queue.empty()).isTrue();
    }

    private static void count(SimpleQueue<Object> queue, SimpleQueue<Object> counted) {
        for (int i = 0; ; i++) {
            queue.put(i);
            counted.put(i);
        }
    }

    @Test
    void blocks_put_in_the_kernel_when_the_pipe_is_full() {
        SimpleQueue<Object> counted = new SimpleQueue<>();
        Process producer = new Process(SimpleQueueTests::count, queue, counted)
                .daemon(true)
                .start();
        Blocked.awaitWriter(producer.pid(), pipe(".data"));
        int fitted = 0;
        while (!counted.empty()) {
            counted.get();
            fitted++;
        }
        assertThat(fitted).as("items of 16 bytes, as few as a frame has").isEqualTo(PIPE_BYTES / 16);
        for (int i = 0; i < 2 * fitted; i++) {
            assertThat(queue.get()).isEqualTo(i);
        }
        producer.kill();
        producer.join();
    }

    private static void put(SimpleQueue<Object> queue, int bytes, int value) {
        byte[] item = new byte[bytes];
        java.util.Arrays.fill(item, (byte) value);
        queue.put(item);
    }

    @Test
    void makes_other_producers_wait_for_the_one_that_writes() {
        Process first = new Process(SimpleQueueTests::put, queue, MEGABYTE, 1).start();
        Blocked.awaitWriter(first.pid(), pipe(".data"));
        Process second = new Process(SimpleQueueTests::put, queue, 10, 2).start();
        Blocked.awaitReader(second, pipe(".writers"));
        assertThat((byte[]) queue.get()).hasSize(MEGABYTE).containsOnly(1);
        assertThat((byte[]) queue.get()).hasSize(10).containsOnly(2);
        first.join();
        second.join();
    }

    @Test
    void blocks_getters_in_the_kernel_one_behind_the_other() throws Exception {
        Crew crew = new Crew();
        Future<Object> first = crew.start(queue::get);
        Blocked.awaitReadersHere(1, pipe(".data"));
        Future<Object> second = crew.start(queue::get);
        Blocked.awaitReadersHere(1, pipe(".readers"));
        queue.put(1);
        queue.put(2);
        assertThat(Crew.result(first)).isEqualTo(1);
        assertThat(Crew.result(second)).isEqualTo(2);
    }

    @Test
    void never_delivers_a_part_of_an_item_whose_producer_was_killed() throws Exception {
        Process producer = new Process(SimpleQueueTests::put, queue, MEGABYTE, 1).start();
        Blocked.awaitWriter(producer.pid(), pipe(".data"));
        producer.kill();
        producer.join();
        Process reader = new Process(queue::get).start();
        Blocked.awaitReader(reader, pipe(".data"));
        Process writer = new Process(SimpleQueueTests::put, queue, 1, 2).start();
        Blocked.awaitReader(writer, pipe(".writers"));
        assertThat(reader.isAlive() && writer.isAlive())
                .as("blocked, as in CPython")
                .isTrue();
    }

    @Test
    void keeps_others_waiting_for_ever_when_the_reader_at_the_head_is_killed() {
        Process first = new Process(queue::get).start();
        Blocked.awaitReader(first, pipe(".data"));
        Process second = new Process(queue::get).start();
        Blocked.awaitReader(second, pipe(".readers"));
        first.kill();
        first.join();
        queue.put("nobody gets it");
        Blocked.awaitReader(second, pipe(".readers"));
        assertThat(queue.empty()).isFalse();
        assertThat(second.isAlive()).as("blocked, as in CPython").isTrue();
    }

    @Test
    void is_not_harmed_by_an_item_that_cannot_be_sent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> queue.put(new Thread("x")))
                .withMessage("cannot send a java.lang.Thread to another process: java.lang.Thread is not serializable;"
                        + " send what it holds, or keep it in a local variable or a transient field");
        queue.put("next");
        assertThat(queue.get()).isEqualTo("next");
    }

    @Test
    void refuses_everything_after_close() {
        queue.close();
        queue.close();
        String message = queue.handle().name() + " is closed in this process; put and get before you close it";
        for (Runnable use : List.<Runnable>of(() -> queue.put("x"), queue::get, queue::empty)) {
            assertThatIllegalStateException().isThrownBy(use::run).withMessage(message);
        }
    }

    private static void sendBack(SimpleQueue<Object> from, SimpleQueue<Object> to, int count) {
        for (int i = 0; i < count; i++) {
            to.put(from.get());
        }
    }

    @Test
    void plays_ping_pong_between_processes() {
        SimpleQueue<Object> back = new SimpleQueue<>();
        Process other = new Process(SimpleQueueTests::sendBack, queue, back, 500).start();
        List<Object> returned = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            queue.put(i);
            returned.add(back.get());
        }
        other.join();
        assertThat(returned).isEqualTo(IntStream.range(0, 500).boxed().toList());
    }
}
