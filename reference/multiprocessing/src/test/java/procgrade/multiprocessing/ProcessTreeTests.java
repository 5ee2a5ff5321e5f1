package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a child sees of itself, and children that start children. */
@ExtendWith(EndsChildren.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ProcessTreeTests {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Queue<Object> results = new Queue<>();

    private static void describe(Queue<Object> results) {
        Process me = Process.currentProcess();
        Process parent = Process.parentProcess();
        results.put(List.of(me.name(), me.pid(), me.isDaemon(), me.isAlive(), Process.activeChildren()));
        results.put(List.of(parent.name(), parent.pid(), parent.isAlive()));
    }

    @Test
    void a_child_knows_itself_and_its_parent() {
        Process process =
                new Process(ProcessTreeTests::describe, results).name("child").daemon(true);
        process.start();
        assertThat(results.get(LIMIT)).isEqualTo(List.of("child", process.pid(), true, true, List.of()));
        assertThat(results.get(LIMIT))
                .isEqualTo(List.of("MainProcess", ProcessHandle.current().pid(), true));
        process.join();
    }

    private static void passAndSay(SimpleQueue<String> gate, Queue<Object> results, String what) {
        String unused = gate.get();
        results.put(what);
    }

    private static void endInterrupted(SimpleQueue<String> gate, Queue<Object> results) {
        new Process(ProcessTreeTests::passAndSay, gate, results, "child").start();
        new Thread(() -> passAndSay(gate, results, "thread")).start();
        Thread.currentThread().interrupt();
    }

    @Test
    void a_process_that_ends_interrupted_waits_for_its_children_and_threads() {
        SimpleQueue<String> gate = new SimpleQueue<>();
        Process process = new Process(ProcessTreeTests::endInterrupted, gate, results).start();
        gate.put("go");
        Object first = results.get(LIMIT);
        assertThat(process.isAlive()).isTrue();
        gate.put("go");
        assertThat(List.of(first, results.get(LIMIT))).containsExactlyInAnyOrder("child", "thread");
        process.join();
        assertThat(process.exitcode()).isZero();
    }

    private static void nest(Queue<Object> results, int levels) {
        results.put(Process.currentProcess().name());
        if (levels > 0) {
            Process first = new Process(ProcessTreeTests::nest, results, levels - 1);
            Process second = new Process(ProcessTreeTests::nest, results, 0);
            first.start().join();
            second.start().join();
        }
    }

    @Test
    void children_of_children_are_numbered_below_their_parent() {
        Process top = new Process(ProcessTreeTests::nest, results, 2);
        top.start().join();
        assertThat(top.exitcode()).isZero();
        assertThat(received(5))
                .containsExactly(
                        top.name(), top.name() + ":1", top.name() + ":1:1", top.name() + ":1:2", top.name() + ":2");
    }

    @Test
    void children_of_a_named_process_keep_its_number() {
        Process probe = new Process(ProcessTreeTests::nest, results, 0);
        int next = Integer.parseInt(probe.name().substring("Process-".length())) + 1;
        new Process(ProcessTreeTests::nest, results, 1).name("worker").start().join();
        assertThat(received(3)).containsExactly("worker", "Process-" + next + ":1", "Process-" + next + ":2");
    }

    private static final class Parent extends Process implements Serializable {
        private static final long serialVersionUID = 1;

        private final Queue<Object> results;

        Parent(Queue<Object> results) {
            this.results = results;
        }

        @Override
        public void run() {
            new Process(ProcessTreeTests::nest, results, 0).start().join();
        }
    }

    @Test
    void the_first_child_of_a_subclass_has_number_1() {
        Parent parent = new Parent(results);
        parent.start().join();
        assertThat(received(1)).containsExactly(parent.name().replace("Parent-", "Process-") + ":1");
    }

    private List<Object> received(int count) {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(results.get(LIMIT));
        }
        return items;
    }

    private static void startDaemonicChild(Queue<Object> results) {
        Process child = new Process(ProcessTreeTests::describe, results).name("grandchild");
        results.put(child.isDaemon());
        try {
            child.daemon(false).start();
        } catch (IllegalStateException e) {
            results.put(e.getMessage());
        }
    }

    @Test
    void daemonic_processes_hand_it_down_and_may_not_have_children() {
        Process process = new Process(ProcessTreeTests::startDaemonicChild, results)
                .name("demon")
                .daemon(true);
        process.start().join();
        assertThat(process.exitcode()).isZero();
        assertThat(received(2))
                .containsExactly(
                        true,
                        "cannot start grandchild: the daemonic process demon must not have children;"
                                + " make it non-daemonic");
    }

    private static void waitWithChildren(SimpleQueue<Object> gate, Queue<Object> results, int children) {
        for (int i = 0; i < children; i++) {
            results.put(new Process(ProcessTreeTests::waitWithChildren, gate, results, 0)
                    .start()
                    .pid());
        }
        gate.get();
    }

    @Test
    void the_children_of_a_killed_process_go_too() {
        SimpleQueue<Object> gate = new SimpleQueue<>();
        Process process = new Process(ProcessTreeTests::waitWithChildren, gate, results, 2).start();
        List<ProcessHandle> children = new ArrayList<>();
        for (Object pid : received(2)) {
            children.add(ProcessHandle.of((Long) pid).orElseThrow());
        }
        process.kill();
        process.join();
        children.forEach(child -> child.onExit().join());
        assertThat(process.exitcode()).isEqualTo(-9);
    }

    @Test
    void a_child_that_does_not_wait_for_its_children_still_ends_after_them() {
        SimpleQueue<Object> gate = new SimpleQueue<>();
        Process process = new Process(ProcessTreeTests::startAndForget, gate, results).start();
        long grandchild = (Long) results.get(LIMIT);
        Blocked.awaitReader(grandchild, gate.handle().name() + ".data");
        assertThat(results.get(LIMIT)).isEqualTo("done");
        assertThat(process.isAlive()).isTrue();
        gate.put("go");
        process.join();
        assertThat(ProcessHandle.of(grandchild)).isEmpty();
        assertThat(process.exitcode()).isZero();
    }

    private static void startAndForget(SimpleQueue<Object> gate, Queue<Object> results) {
        results.put(new Process(ProcessTreeTests::waitWithChildren, gate, results, 0)
                .start()
                .pid());
        results.put("done");
    }

    private static void leaveThreadBehind(Queue<Object> results, SimpleQueue<Object> gate) {
        new Thread(() -> {
                    results.put("first thread runs");
                    Object next = gate.get();
                    new Thread(() -> results.put(List.of(next, gate.get()))).start();
                })
                .start();
    }

    @Test
    void a_child_ends_after_its_threads() {
        SimpleQueue<Object> gate = new SimpleQueue<>();
        Process process = new Process(ProcessTreeTests::leaveThreadBehind, results, gate).start();
        assertThat(received(1)).containsExactly("first thread runs");
        gate.put("second thread runs");
        Blocked.awaitReader(process, gate.handle().name() + ".data");
        gate.put("and ends");
        process.join();
        assertThat(received(1)).containsExactly(List.of("second thread runs", "and ends"));
        assertThat(process.exitcode()).isZero();
    }

    private static void readInput(Queue<Object> results) throws IOException {
        results.put(System.in.read());
    }

    @Test
    void a_child_has_an_empty_standard_input() {
        new Process(ProcessTreeTests::readInput, results).start().join();
        assertThat(received(1)).containsExactly(-1);
    }

    /** The pipes and sockets that a process has open, as the kernel names them. */
    private static Set<String> channels(String pid, Predicate<String> descriptors) throws IOException {
        Set<String> found = new HashSet<>();
        for (String descriptor : new File("/proc/" + pid + "/fd").list()) {
            try {
                Path link = Path.of("/proc", pid, "fd", descriptor);
                String target = Files.readSymbolicLink(link).toString();
                if (descriptors.test(descriptor) && target.matches("(pipe|socket):.*")) {
                    found.add(target);
                }
            } catch (NoSuchFileException closed) {
                // that of the listing itself, for one
                continue;
            }
        }
        return found;
    }

    private static void tellChannels(Queue<Object> results) throws IOException {
        // through 0 it learns of its parent's end, who has the other end
        results.put(List.copyOf(channels("self", descriptor -> !descriptor.equals("0"))));
    }

    @Test
    void a_child_does_not_inherit_the_pipes_and_sockets_of_its_parent_and_its_siblings() throws IOException {
        SimpleQueue<Object> gate = new SimpleQueue<>();
        Process[] others = new Process[3];
        Arrays.setAll(others, i -> new Process(gate::get).start());
        Process child = new Process(ProcessTreeTests::tellChannels, results).start();
        Set<String> output = channels("self", List.of("1", "2")::contains);
        Set<String> foreign = channels("self", descriptor -> true);
        for (Process other : others) {
            foreign.addAll(channels(Long.toString(other.pid()), descriptor -> true));
        }
        foreign.removeAll(output);
        child.join();
        assertThat(received(1))
                .singleElement(InstanceOfAssertFactories.LIST)
                .isNotEmpty()
                .doesNotContainAnyElementsOf(foreign);
        for (int i = 0; i < others.length; i++) {
            gate.put("go");
        }
        for (Process other : others) {
            other.join();
        }
    }
}
