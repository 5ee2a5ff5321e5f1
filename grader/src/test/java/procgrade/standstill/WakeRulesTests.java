package procgrade.standstill;

import static org.assertj.core.api.Assertions.assertThat;
import static procgrade.standstill.MadeProc.call;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import procgrade.observe.FileType;

class WakeRulesTests {
    private static final int READ = 0;
    private static final int WRITE = 1;
    private static final int PAUSE = 34;
    private static final int WAIT4 = 61;
    private static final int SIGTIMEDWAIT = 128;
    private static final int FUTEX = 202;
    private static final long SIGALRM_BIT = 1L << 13;

    private final MadeProc proc = new MadeProc();

    private void processes(String first, String second) {
        proc.process(1, 0, first, "python3", "x.py").process(2, 1, second, "python3", "x.py");
    }

    @Test
    void a_read_is_ended_by_whoever_has_the_pipe_open_for_writing() {
        processes(call(READ, 3), call(READ, 3));
        proc.pipe(1, 3, 50, "0").pipe(2, 4, 50, "1").pipe(2, 3, 50, "0");

        assertThat(proc.wake(1).wakers()).containsExactly(2L);
    }

    @Test
    void a_write_is_ended_by_whoever_has_the_pipe_open_for_reading() {
        processes(call(WRITE, 3), call(READ, 9));
        proc.pipe(1, 3, 50, "1").pipe(1, 4, 50, "0").pipe(2, 3, 50, "1");

        assertThat(proc.wake(1).wakers()).containsExactly(1L);
    }

    @Test
    void a_pipe_that_nobody_can_write_to_is_not_understood() {
        processes(call(READ, 3), call(PAUSE));
        proc.pipe(1, 3, 50, "0");

        assertThat(proc.wake(1).fate()).isEqualTo(Fate.UNKNOWN);
    }

    @Test
    void a_handler_for_the_alarm_may_end_any_wait() {
        processes(call(READ, 3), call(PAUSE));
        proc.pipe(1, 3, 50, "2").status(1, SIGALRM_BIT, 0);

        assertThat(proc.wake(1).fate()).isEqualTo(Fate.TIMED);
    }

    @Test
    void the_handler_of_sort_is_for_an_alarm_of_somebody_else() {
        proc.process(1, 0, call(READ, 0), "sort").pipe(1, 0, 50, "2").status(1, SIGALRM_BIT | 1L << 28, 0);

        assertThat(proc.wake(1).fate()).isEqualTo(Fate.BLOCKED);
    }

    @Test
    void a_timer_may_end_any_wait_and_so_may_timers_that_cannot_be_read() {
        processes(call(READ, 3), call(READ, 3));
        proc.pipe(1, 3, 50, "2").pipe(2, 3, 50, "2");
        proc.file("1/timers", "ID: 0\nsignal: 14/0000\n").without("2/timers");

        assertThat(proc.wake(1).fate()).isEqualTo(Fate.TIMED);
        assertThat(proc.wake(2).fate()).isEqualTo(Fate.TIMED);
    }

    @Test
    void waiting_for_the_signal_of_a_timer_may_end_without_a_handler() {
        processes(call(SIGTIMEDWAIT, 0x5000, 0, 0, 8), call(PAUSE));

        assertThat(proc.wake(1).fate()).isEqualTo(Fate.UNKNOWN);
        proc.memory(1, 0x5000, Long.BYTES, SIGALRM_BIT | 1);
        assertThat(proc.wake(1).fate()).isEqualTo(Fate.TIMED);
        proc.memory(1, 0x5000, Long.BYTES, 1L << 9);
        assertThat(proc.wake(1).wakers()).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void a_child_that_has_ended_ends_the_wait_for_it_at_once() {
        processes(call(WAIT4, 0xffffffffL), call(PAUSE));

        assertThat(proc.wake(1).wakers()).containsExactly(2L);
        proc.zombie(3, 1);
        assertThat(proc.wake(1).fate()).isEqualTo(Fate.RUNNING);
    }

    @Test
    void a_futex_is_woken_by_its_own_process_unless_its_memory_is_shared() {
        String maps = "1000-2000 rw-p 00000000 00:00 0\n2000-3000 rw-s 00000000 00:19 1234 /dev/shm/sem.x\n";
        processes(call(FUTEX, 0x1004, 0), call(PAUSE));
        proc.file("1/task/1/maps", maps).file("2/task/2/maps", maps.replace("2000-3000", "7000-8000"));

        assertThat(proc.wake(1).wakers()).containsExactly(1L);
        proc.thread(1, 1, 'S', call(FUTEX, 0x2004, 0));
        assertThat(proc.wake(1).wakers()).containsExactlyInAnyOrder(1L, 2L);
        proc.thread(1, 1, 'S', call(FUTEX, 0x9004, 0));
        assertThat(proc.wake(1).fate()).isEqualTo(Fate.UNKNOWN);
        proc.thread(1, 1, 'S', call(FUTEX, 0x9004, 128));
        assertThat(proc.wake(1).wakers()).containsExactly(1L);
    }

    @ParameterizedTest
    @CsvSource({
        "S, 202 0x1004 0x80 0x0 0x7ffe 0x0 0x0 0x7ffc00001000 0x7f00, TIMED", // with a time limit
        "S, 230 0x1 0x0 0x7ffe 0x0 0x0 0x0 0x7ffc00001000 0x7f00, TIMED", // clock_nanosleep
        "S, 219 0x1 0x0 0x7ffe 0x0 0x0 0x0 0x7ffc00001000 0x7f00, TIMED", // restart_syscall
        "S, 43 0x3 0x0 0x0 0x0 0x0 0x0 0x7ffc00001000 0x7f00, OUTSIDE", // accept
        "S, 426 0x3 0x0 0x0 0x0 0x0 0x0 0x7ffc00001000 0x7f00, UNKNOWN", // io_uring_enter
        "S, -1 0x7ffc00001000 0x7f00, UNKNOWN",
        "S, running, RUNNING",
        "R, running, RUNNING",
        "D, 61 0xffffffff 0x0 0x0 0x0 0x0 0x0 0x7ffc00001000 0x7f00, RUNNING",
        "T, 61 0xffffffff 0x0 0x0 0x0 0x0 0x0 0x7ffc00001000 0x7f00, STOPPED"
    })
    void whatever_may_go_on_by_itself_is_not_blocked(char state, String reading, Fate fate) {
        processes(call(PAUSE), call(PAUSE));
        proc.thread(1, 1, state, reading);

        assertThat(proc.wake(1).fate()).isEqualTo(fate);
    }

    @ParameterizedTest
    @CsvSource({"timerfd, TIMED", "inotify, UNKNOWN", "signalfd, UNKNOWN", "eventfd, BLOCKED"})
    void an_object_of_the_kernel_is_read_by_what_it_is(String type, Fate fate) {
        processes(call(READ, 3), call(PAUSE));
        proc.anonymous(1, 3, type, "");

        assertThat(proc.wake(1).fate()).isEqualTo(fate);
    }

    @ParameterizedTest
    @CsvSource({"/dev/pts/0, CHARACTER_DEVICE, OUTSIDE", "/mnt/x, REGULAR, UNKNOWN", "/tmp/x, DIRECTORY, UNKNOWN"})
    void a_terminal_leads_outside_and_a_file_is_not_understood(String path, FileType type, Fate fate) {
        processes(call(READ, 3), call(PAUSE));
        proc.link("1/task/1/fd/3", path, type, 5, 6);

        assertThat(proc.wake(1).fate()).isEqualTo(fate);
    }

    @Test
    void a_process_whose_files_may_not_be_read_is_not_understood() {
        processes(call(READ, 3), call(PAUSE));
        proc.without("1/task/1/syscall");

        assertThat(proc.wake(1).fate()).isEqualTo(Fate.UNKNOWN);
    }
}
