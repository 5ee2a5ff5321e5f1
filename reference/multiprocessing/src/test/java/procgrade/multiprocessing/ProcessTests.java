package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import procgrade.multiprocessing.Program.Ended;
import procgrade.multiprocessing.programs.EarlyStart;

/** One process object, seen by the process that made it. */
@ExtendWith(EndsChildren.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ProcessTests {
    private final SimpleQueue<String> gate = new SimpleQueue<>();

    private static void pass(SimpleQueue<String> gate) {
        gate.get();
    }

    /** A process that lives until it finds something in {@link #gate}. */
    private Process waiting() {
        return new Process(ProcessTests::pass, gate);
    }

    @Test
    void the_first_process_of_a_program_is_called_MainProcess() {
        Process current = Process.currentProcess();
        assertThat(current.name()).isEqualTo("MainProcess");
        assertThat(current.pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(current.isAlive()).isTrue();
        assertThat(current.isDaemon()).isFalse();
        assertThat(current.exitcode()).isNull();
        assertThat(current).hasToString("Process(MainProcess, started)");
        assertThat(Process.currentProcess()).isSameAs(current);
        assertThat(Process.parentProcess()).isNull();
    }

    @Test
    void shows_its_state_from_start_to_end() {
        Process process = waiting().name("worker");
        assertThat(process.isAlive()).isFalse();
        assertThat(process.exitcode()).isNull();
        assertThat(process).hasToString("Process(worker, initial)");
        assertThat(Process.activeChildren()).doesNotContain(process);

        assertThat(process.start()).isSameAs(process);
        assertThat(process.isAlive()).isTrue();
        assertThat(process.exitcode()).isNull();
        assertThat(process.pid()).isNotEqualTo(ProcessHandle.current().pid());
        assertThat(ProcessHandle.of(process.pid()))
                .hasValueSatisfying(handle -> assertThat(handle.parent()).hasValue(ProcessHandle.current()));
        assertThat(process).hasToString("Process(worker, started)");
        assertThat(Process.activeChildren()).contains(process);

        gate.put("go");
        process.join();
        assertThat(process.isAlive()).isFalse();
        assertThat(process.exitcode()).isZero();
        assertThat(process).hasToString("Process(worker, stopped)");
        assertThat(Process.activeChildren()).doesNotContain(process);
    }

    @Test
    void is_waited_for_no_longer_than_asked() {
        Process process = waiting().start();
        assertThat(process.join(Duration.ZERO)).isFalse();
        assertThat(process.join(Duration.ofMillis(5))).isFalse();
        gate.put("go");
        assertThat(process.join(Duration.ofMinutes(2))).isTrue();
        assertThat(process.join(Duration.ZERO)).as("may be asked again").isTrue();
        process.join();
    }

    @Test
    void refuses_a_negative_time_out() {
        Process process = waiting();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> process.join(Duration.ofMillis(-1)))
                .withMessage("time-out must not be negative: PT-0.001S; use Duration.ZERO to look once,"
                        + " or the method without a time-out to wait for ever");
    }

    @Test
    void cannot_be_joined_ended_or_asked_for_its_pid_before_its_start() {
        Process process = waiting().name("early");
        assertThatIllegalStateException()
                .isThrownBy(process::join)
                .withMessage("cannot join early before it is started; call start() first");
        assertThatIllegalStateException()
                .isThrownBy(() -> process.join(Duration.ZERO))
                .withMessage("cannot join early before it is started; call start() first");
        assertThatIllegalStateException()
                .isThrownBy(process::terminate)
                .withMessage("cannot terminate early before it is started; call start() first");
        assertThatIllegalStateException()
                .isThrownBy(process::kill)
                .withMessage("cannot kill early before it is started; call start() first");
        assertThatIllegalStateException()
                .isThrownBy(process::pid)
                .withMessage("cannot ask for the pid of early before it is started; call start() first");
    }

    @Test
    void cannot_be_started_twice() {
        Process process = waiting().name("once").start();
        assertThatIllegalStateException()
                .isThrownBy(process::start)
                .withMessage("cannot start once twice; make a new Process for a second run");
        gate.put("go");
        process.join();
        assertThatIllegalStateException().isThrownBy(process::start);
    }

    @Test
    void is_not_started_while_a_child_still_runs_the_static_initializers_of_its_program() {
        Process process = waiting();
        Shared.restoring = true;
        try {
            assertThatIllegalStateException()
                    .isThrownBy(process::start)
                    .withMessage("cannot start a process while MainProcess is still starting: static initializers run"
                            + " again in each process, which would start another one; start processes in main or in a"
                            + " method that it calls");
        } finally {
            Shared.restoring = false;
        }
        assertThat(Process.activeChildren()).doesNotContain(process);
    }

    @Test
    void a_process_that_starts_another_in_a_static_initializer_ends_with_the_reason() {
        Ended ended = Program.run(EarlyStart.class);
        assertThat(ended.err())
                .startsWith(
                        "Process Process-1:\njava.lang.IllegalStateException: cannot start a process while Process-1"
                                + " is still starting: ")
                .contains("EarlyStart.<clinit>");
        assertThat(ended.lines()).containsExactly("worker ended with 1");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.survivors()).isEmpty();
    }

    @Test
    void says_that_a_target_or_a_time_out_is_missing() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Process((Target0) null))
                .withMessage("target must not be null; give a method or a lambda, as in new Process(Main::work)");
        assertThatNullPointerException()
                .isThrownBy(() -> waiting().join(null))
                .withMessage("time-out must not be null; use the method without a time-out to wait for ever");
    }

    @Test
    void is_numbered_unless_it_is_named() {
        int first = Integer.parseInt(waiting().name().substring("Process-".length()));
        assertThat(waiting().name()).isEqualTo("Process-" + (first + 1));
        assertThat(waiting().name("other").name()).isEqualTo("other");
        assertThat(waiting().name()).isEqualTo("Process-" + (first + 3));
        assertThatNullPointerException().isThrownBy(() -> waiting().name(null)).withMessage("name must not be null");
    }

    @Test
    void becomes_daemonic_before_its_start_only() {
        Process process = waiting().name("late");
        assertThat(process.isDaemon()).isFalse();
        assertThat(process.daemon(true).isDaemon()).isTrue();
        assertThat(process.daemon(false).isDaemon()).isFalse();
        process.start();
        assertThatIllegalStateException()
                .isThrownBy(() -> process.daemon(true))
                .withMessage("cannot make late daemonic after its start; do it before");
        gate.put("go");
        process.join();
    }

    @Test
    void is_ended_by_terminate_and_kill_as_by_their_signals() {
        Process terminated = waiting().start();
        Blocked.awaitReader(terminated, gate.handle().name() + ".data");
        Process killed = waiting().start();
        Blocked.awaitReader(killed, gate.handle().name() + ".readers");
        terminated.terminate();
        killed.kill();
        terminated.join();
        killed.join();
        assertThat(terminated.exitcode()).isEqualTo(-15);
        assertThat(killed.exitcode()).isEqualTo(-9);
        assertThat(terminated.isAlive() || killed.isAlive()).isFalse();
        terminated.kill();
        killed.terminate();
        assertThat(terminated.exitcode()).as("the dead cannot be ended again").isEqualTo(-15);
    }

    @Test
    void may_be_ended_while_it_starts() {
        Process process = waiting().start();
        process.terminate();
        process.join();
        assertThat(process.exitcode()).isEqualTo(-15);
    }

    @Test
    void can_be_closed_when_it_does_not_run() {
        Process process = waiting().name("closing").start();
        assertThatIllegalStateException()
                .isThrownBy(process::close)
                .withMessage("cannot close closing while it runs; join() it first, or terminate() it");
        gate.put("go");
        process.join();
        process.close();
        process.close();
        for (Runnable use : List.<Runnable>of(
                process::isAlive, process::exitcode, process::join, process::start, process::terminate, process::pid)) {
            assertThatIllegalStateException()
                    .isThrownBy(use::run)
                    .withMessage("closing is closed; use a Process before you close it");
        }
        try (Process unused = waiting()) {
            assertThat(unused.isAlive()).isFalse();
        }
    }

    @Test
    void children_are_active_in_the_order_of_their_start_until_each_ends() {
        List<Process> all =
                List.of(waiting().start(), waiting().start(), waiting().start());
        assertThat(Process.activeChildren()).containsSubsequence(all);
        all.get(1).kill();
        all.get(1).join();
        assertThat(Process.activeChildren())
                .containsSubsequence(all.get(0), all.get(2))
                .doesNotContain(all.get(1));
        gate.put("go");
        gate.put("go");
        all.forEach(Process::join);
        assertThat(Process.activeChildren()).doesNotContainAnyElementsOf(all);
        assertThat(all).extracting(Process::exitcode).containsExactly(0, -9, 0);
    }

    @Test
    void an_interrupted_join_says_so_and_leaves_the_process_alone() {
        Process process = waiting().start();
        Thread.currentThread().interrupt();
        assertThatIllegalStateException()
                .isThrownBy(process::join)
                .withMessage("interrupted while waiting for a process to end; join it again to go on waiting");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(process.isAlive()).isTrue();
        gate.put("go");
        process.join();
    }

    @Test
    void many_threads_may_start_processes_at_once() throws Exception {
        Queue<Integer> results = new Queue<>();
        Crew crew = new Crew();
        crew.start(4, () -> {
            Process process = new Process(results::put, 7).start();
            process.join();
            return process.exitcode();
        });
        crew.join();
        for (int i = 0; i < 4; i++) {
            assertThat(results.get()).isEqualTo(7);
        }
    }
}
