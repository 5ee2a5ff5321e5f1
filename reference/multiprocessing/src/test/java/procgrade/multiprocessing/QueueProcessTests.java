package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import procgrade.multiprocessing.programs.UsesQueueAtStart;

/** A queue between processes. */
@ExtendWith(EndsChildren.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class QueueProcessTests {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int END = -1;

    private final Queue<Object> queue = new Queue<>();

    private String pipe(String role) {
        return queue.handle().name() + role;
    }

    private static void produce(Queue<Object> tasks, int producer, int count) {
        for (int i = 0; i < count; i++) {
            Object item = i % 10 == 0 ? new int[] {producer, i, i} : List.of(producer, i);
            tasks.put(i % 100 == 99 ? new ArrayList<>(Arrays.asList(producer, i, new byte[9_000])) : item);
        }
    }

    /** Sends every item on, with its own number. */
    private static void consume(Queue<Object> tasks, Queue<Object> results, int consumer) {
        for (Object item = tasks.get(); !item.equals(END); item = tasks.get()) {
            int[] numbers = item instanceof int[] array
                    ? array
                    : new int[] {(Integer) ((List<?>) item).get(0), (Integer) ((List<?>) item).get(1)};
            results.put(List.of(consumer, numbers[0], numbers[1]));
        }
    }

    @Test
    void delivers_every_item_of_many_producers_to_one_of_many_consumers_in_each_ones_order() {
        int producers = 3;
        int consumers = 3;
        int count = 1_000;
        Queue<Object> results = new Queue<>();
        Process[] makers = new Process[producers];
        Process[] takers = new Process[consumers];
        Arrays.setAll(takers, i -> new Process(QueueProcessTests::consume, queue, results, i).start());
        Arrays.setAll(makers, i -> new Process(QueueProcessTests::produce, queue, i, count).start());
        Map<List<Object>, Integer> last = new HashMap<>();
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < producers * count; i++) {
            List<?> result = (List<?>) results.get(LIMIT);
            int number = (Integer) result.get(2);
            items.add(List.of(result.get(1), number));
            Integer before = last.put(List.of(result.get(0), result.get(1)), number);
            assertThat(before == null || before < number)
                    .as("%s after %s, from one producer through one consumer", result, before)
                    .isTrue();
        }
        Arrays.stream(makers).forEach(Process::join);
        Arrays.stream(takers).forEach(taker -> queue.put(END));
        Arrays.stream(takers).forEach(Process::join);
        assertThat(items).doesNotHaveDuplicates();
        assertThat(queue.qsize()).isZero();
        assertThat(results.qsize()).isZero();
        assertThat(results.empty()).isTrue();
    }

    private static void putAndEndInterrupted(Queue<Object> queue) {
        queue.put(new byte[200_000]);
        Thread.currentThread().interrupt();
    }

    @Test
    void delivers_what_a_process_has_put_that_ends_interrupted() {
        Process process = new Process(QueueProcessTests::putAndEndInterrupted, queue).start();
        assertThat(process.join(Duration.ofSeconds(1)))
                .as("ended although half an item waits")
                .isFalse();
        assertThat((byte[]) queue.get(LIMIT)).hasSize(200_000);
        process.join();
        assertThat(process.exitcode()).isZero();
    }

    private static void fill(Queue<Object> queue, int items, int bytes) {
        for (int i = 0; i < items; i++) {
            queue.put(new byte[bytes]);
        }
    }

    @Test
    void keeps_its_producer_alive_until_its_items_are_in_the_pipe() {
        Process producer = new Process(QueueProcessTests::fill, queue, 100, 10_000).start();
        Blocked.awaitWriter(producer.pid(), pipe(".data"));
        assertThat(producer.join(Duration.ZERO)).isFalse();
        for (int i = 0; i < 100; i++) {
            assertThat((byte[]) queue.get(LIMIT)).hasSize(10_000);
        }
        producer.join();
        assertThat(producer.exitcode()).isZero();
        assertThat(queue.qsize()).isZero();
    }

    private static void fillAndExit(Queue<Object> queue) {
        fill(queue, 20, 10_000);
        System.exit(3);
    }

    @Test
    void keeps_its_producer_alive_even_if_it_calls_exit() {
        Process producer = new Process(QueueProcessTests::fillAndExit, queue).start();
        for (int i = 0; i < 20; i++) {
            assertThat((byte[]) queue.get(LIMIT)).hasSize(10_000);
        }
        producer.join();
        assertThat(producer.exitcode()).isEqualTo(3);
    }

    private static void fillAndCancel(Queue<Object> queue) {
        fill(queue, 100, 10_000);
        queue.cancelJoinThread();
    }

    @Test
    void lets_its_producer_go_if_told_so() {
        Process producer = new Process(QueueProcessTests::fillAndCancel, queue).start();
        producer.join();
        assertThat(producer.exitcode()).isZero();
        assertThat(queue.qsize()).isEqualTo(100);
    }

    private static void fillAndClose(Queue<Object> queue, Queue<Object> done) {
        fill(queue, 20, 10_000);
        queue.close();
        queue.joinThread();
        done.put("joined");
    }

    @Test
    void delivers_what_was_put_before_close() {
        Queue<Object> done = new Queue<>();
        Process producer = new Process(QueueProcessTests::fillAndClose, queue, done).start();
        Blocked.awaitWriter(producer.pid(), pipe(".data"));
        assertThatExceptionOfType(Empty.class).isThrownBy(done::getNowait);
        for (int i = 0; i < 20; i++) {
            assertThat((byte[]) queue.get(LIMIT)).hasSize(10_000);
        }
        assertThat(done.get(LIMIT)).isEqualTo("joined");
        producer.join();
        assertThat(producer.exitcode()).isZero();
    }

    @Test
    void never_delivers_a_part_of_an_item_whose_producer_was_killed() {
        Process producer = new Process(QueueProcessTests::fill, queue, 1, 1 << 20).start();
        Blocked.awaitWriter(producer.pid(), pipe(".data"));
        producer.kill();
        producer.join();
        Process reader = new Process(QueueProcessTests::getForEver, queue).start();
        Blocked.awaitReader(reader, pipe(".data"));
        Process writer = new Process(QueueProcessTests::fill, queue, 1, 1).start();
        Blocked.awaitReader(writer, pipe(".writers"));
        assertThat(reader.isAlive() && writer.isAlive())
                .as("blocked, as in CPython")
                .isTrue();
        assertThat(queue.qsize()).isEqualTo(2);
    }

    private static void sum(List<Queue<Object>> queues, Queue<Object> results) {
        int sum = 0;
        for (Queue<Object> queue : queues) {
            sum += (Integer) queue.get();
        }
        results.put(sum);
    }

    private static void add(Queue<Object> a, Queue<Object> b, Queue<Object> results) {
        sum(List.of(a, b), results);
    }

    @Test
    void keeps_its_items_if_the_parent_closes_it_before_the_child_opens_it() {
        Queue<Object> other = new Queue<>();
        Queue<Object> results = new Queue<>();
        queue.put(1);
        other.put(2);
        Process process = new Process(QueueProcessTests::add, queue, other, results).start();
        queue.close();
        other.close();
        assertThat(results.get(LIMIT)).isEqualTo(3);
        process.join();
    }

    @Test
    void keeps_its_items_so_even_if_it_travels_in_a_list() {
        Queue<Object> other = new Queue<>();
        Queue<Object> results = new Queue<>();
        queue.put(1);
        other.put(2);
        Process process = new Process(QueueProcessTests::sum, List.of(queue, other), results).start();
        queue.close();
        other.close();
        assertThat(results.get(LIMIT)).isEqualTo(3);
        process.join();
    }

    private static void putAll(Queue<Object> small, Queue<Object> steps, int count) {
        for (int i = 0; i < count; i++) {
            small.put(i);
            steps.put(i);
        }
    }

    @Test
    void blocks_a_producer_in_the_kernel_while_it_is_full() {
        Queue<Object> two = new Queue<>(2);
        Process producer = new Process(QueueProcessTests::putAll, two, queue, 4).start();
        Blocked.awaitReader(producer, two.handle().name() + ".slots");
        assertThat(two.full()).isTrue();
        assertThat(two.qsize()).isEqualTo(2);
        assertThat(queue.qsize()).isEqualTo(2);
        assertThat(two.get()).isEqualTo(0);
        assertThat(two.get()).isEqualTo(1);
        assertThat(List.of(two.get(LIMIT), two.get(LIMIT))).containsExactly(2, 3);
        producer.join();
        assertThat(two.full()).isFalse();
    }

    private static void initialize(Queue<Object> results) {
        results.put(UsesQueueAtStart.report());
    }

    @Test
    void may_be_used_while_a_class_is_initialized() {
        new Process(QueueProcessTests::initialize, queue).start();
        assertThat(queue.get(LIMIT)).isEqualTo("100000 true");
    }

    private static void makeQueue(Queue<Object> results, SimpleQueue<Object> gate) {
        Queue<Object> mine = new Queue<>();
        mine.put("from the child");
        results.put(mine);
        gate.get();
        mine.put("and more");
        gate.get();
    }

    @Test
    void may_be_made_by_a_child_and_handed_to_its_parent() {
        SimpleQueue<Object> gate = new SimpleQueue<>();
        Process child = new Process(QueueProcessTests::makeQueue, queue, gate).start();
        Queue<?> theirs = (Queue<?>) queue.get(LIMIT);
        assertThat(theirs).asString().matches("Queue\\(queue-p[0-9]+-1\\)");
        assertThat(theirs.get(LIMIT)).isEqualTo("from the child");
        gate.put("go on");
        assertThat(theirs.get(LIMIT)).isEqualTo("and more");
        gate.put("end");
        child.join();
        assertThat(child.exitcode()).isZero();
    }

    private static void makeQueueAndWait(Queue<Object> results, SimpleQueue<Object> gate, int item) {
        Queue<Object> mine = new Queue<>(item);
        mine.put(item);
        results.put(List.of(mine, Value.ofInt(item)));
        gate.get();
    }

    @Test
    void of_one_child_is_not_mixed_up_with_those_of_later_children() {
        int children = 6;
        List<Queue<?>> queues = new ArrayList<>();
        List<Value<?>> values = new ArrayList<>();
        for (int i = 1; i <= children; i++) {
            SimpleQueue<Object> gate = new SimpleQueue<>();
            Process child = new Process(QueueProcessTests::makeQueueAndWait, queue, gate, i).start();
            List<?> made = (List<?>) queue.get(LIMIT);
            queues.add((Queue<?>) made.get(0));
            values.add((Value<?>) made.get(1));
            gate.put("end");
            child.join();
        }
        assertThat(queues).extracting(Queue::toString).doesNotHaveDuplicates();
        assertThat(queues).extracting(Queue::qsize).containsOnly(1);
        for (int i = 1; i <= children; i++) {
            assertThat(queues.get(i - 1).get(LIMIT)).isEqualTo(i);
            assertThat(values.get(i - 1).get()).isEqualTo(i);
        }
    }

    private static void getForEver(Queue<Object> queue) {
        queue.get();
    }

    @Test
    void shows_who_waits_for_what_and_costs_nothing_meanwhile() {
        Process first = new Process(QueueProcessTests::getForEver, queue).start();
        Blocked.awaitReader(first, pipe(".data"));
        Process second = new Process(QueueProcessTests::getForEver, queue).start();
        Blocked.awaitReader(second, pipe(".readers"));
        long before = Blocked.switches(first.pid(), pipe(".data")) + Blocked.switches(second.pid(), pipe(".readers"));
        // two starts and ends of a process are time enough for any poll to show
        new Process(QueueProcessTests::fill, new Queue<>(), 1, 1).start().join();
        new Process(QueueProcessTests::fill, new Queue<>(), 1, 1).start().join();
        long after = Blocked.switches(first.pid(), pipe(".data")) + Blocked.switches(second.pid(), pipe(".readers"));
        assertThat(after).isEqualTo(before);
        queue.put(1);
        queue.put(2);
        first.join();
        second.join();
    }

    @Test
    void one_of_many_consumers_that_is_killed_while_it_waits_behind_does_not_stop_the_others() {
        Queue<Object> results = new Queue<>();
        Process[] takers = new Process[3];
        Arrays.setAll(takers, i -> {
            Process taker = new Process(QueueProcessTests::consume, queue, results, i).start();
            Blocked.awaitReader(taker, pipe(i == 0 ? ".data" : ".readers"));
            return taker;
        });
        takers[1].kill();
        takers[1].join();
        IntStream.range(0, 50).forEach(i -> queue.put(List.of(0, i)));
        for (int i = 0; i < 50; i++) {
            results.get(LIMIT);
        }
        queue.put(END);
        queue.put(END);
        takers[0].join();
        takers[2].join();
        assertThat(takers[1].exitcode()).isEqualTo(-9);
    }
}
