package procgrade.multiprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What can be done to the current process and to its parent, which the current process did not start. */
@ExtendWith(EndsChildren.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class BystanderTests {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Queue<String> results = new Queue<>();

    private static String message(Runnable use) {
        try {
            use.run();
            return "allowed";
        } catch (IllegalStateException refused) {
            return refused.getMessage();
        }
    }

    @Test
    void the_current_process_is_not_joined_ended_or_started_by_itself() {
        Process me = Process.currentProcess();
        String join = "cannot join MainProcess: it is the current process, which would wait for itself; join the"
                + " processes that it started";
        assertThatIllegalStateException().isThrownBy(me::join).withMessage(join);
        assertThatIllegalStateException()
                .isThrownBy(() -> me.join(Duration.ZERO))
                .withMessage(join);
        assertThatIllegalStateException()
                .isThrownBy(me::terminate)
                .withMessage("cannot terminate MainProcess: it is the current process; end it with System.exit()");
        assertThatIllegalStateException()
                .isThrownBy(me::kill)
                .withMessage("cannot kill MainProcess: it is the current process; end it with System.exit()");
        assertThatIllegalStateException()
                .isThrownBy(me::start)
                .withMessage(
                        "cannot start MainProcess: it is the current process and runs already; make a new Process");
        assertThat(me.isAlive()).isTrue();
        assertThat(me).hasToString("Process(MainProcess, started)");
    }

    private static void useParent(Queue<String> results) {
        Process parent = Process.parentProcess();
        results.put(message(parent::terminate));
        results.put(message(parent::kill));
        results.put(message(parent::start));
        results.put(message(() -> results.put("joined " + parent.join(Duration.ZERO))));
    }

    @Test
    void a_child_cannot_end_or_start_its_parent_but_wait_for_it() {
        new Process(BystanderTests::useParent, results).start().join();
        String way = ": it is the parent of the current process; ask it over a queue, or end the current process";
        for (String expected : List.of(
                "cannot terminate MainProcess" + way,
                "cannot kill MainProcess" + way,
                "cannot start MainProcess: it is the parent of the current process and runs already; make a new Process",
                "joined false",
                "allowed")) {
            assertThat(results.get(LIMIT)).isEqualTo(expected);
        }
    }

    @Test
    void a_running_process_keeps_its_name_and_kind() {
        Process me = Process.currentProcess();
        assertThatIllegalStateException()
                .isThrownBy(() -> me.name("other"))
                .withMessage("cannot rename MainProcess after its start; do it before");
        assertThatIllegalStateException()
                .isThrownBy(() -> me.daemon(true))
                .withMessage("cannot make MainProcess daemonic after its start; do it before");
        SimpleQueue<Object> gate = new SimpleQueue<>();
        Process child = new Process(gate::get).name("first").start();
        assertThatIllegalStateException()
                .isThrownBy(() -> child.name("second"))
                .withMessage("cannot rename first after its start; do it before");
        gate.put("go");
        child.join();
        assertThat(child.name()).isEqualTo("first");
    }

    /** The inner shell is no child of this process, as a parent is none. */
    @Test
    void the_end_of_a_process_that_is_no_child_can_be_waited_for() throws IOException {
        java.lang.Process shell = new ProcessBuilder("/bin/sh", "-c", "/bin/sh -c 'echo $$; read line'; true").start();
        BufferedReader out = shell.inputReader();
        Process parent = CurrentProcess.described("parent", false, Long.parseLong(out.readLine()));
        assertThat(parent.isAlive()).isTrue();
        assertThat(parent.join(Duration.ZERO)).isFalse();
        Thread.currentThread().interrupt();
        assertThatIllegalStateException()
                .isThrownBy(parent::join)
                .withMessage("interrupted while waiting for a process to end; join it again to go on waiting");
        assertThat(Thread.interrupted()).isTrue();
        try (OutputStream in = shell.getOutputStream()) {
            in.write('\n');
        }
        parent.join();
        assertThat(parent.isAlive()).isFalse();
        assertThat(out.readLine()).isNull();
    }

    @Test
    void a_parent_that_vanished_is_neither_alive_nor_taken_for_the_child() {
        Process child = new Process(() -> {}).start();
        child.join();
        Process parent = CurrentProcess.described("parent", false, child.pid());
        assertThat(parent.isAlive()).isFalse();
        assertThat(parent.pid()).isEqualTo(child.pid());
        assertThat(parent.exitcode()).isNull();
        assertThat(parent).hasToString("Process(parent, stopped)");
        assertThat(parent.join(Duration.ZERO)).isTrue();
        parent.join();
    }
}
