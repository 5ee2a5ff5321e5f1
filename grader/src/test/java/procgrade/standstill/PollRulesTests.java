package procgrade.standstill;

import static org.assertj.core.api.Assertions.assertThat;
import static procgrade.standstill.MadeProc.call;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PollRulesTests {
    private static final int POLL = 7;
    private static final int SELECT = 23;
    private static final int PAUSE = 34;
    private static final int EPOLL_WAIT = 232;
    private static final long FOREVER = 0xffffffffL;
    private static final long ARRAY = 0x5000;
    private static final int POLLIN = 1;
    private static final int POLLOUT = 4;

    private final MadeProc proc = new MadeProc();

    @BeforeEach
    void three_processes_and_two_pipes() {
        proc.process(1, 0, call(POLL, ARRAY, 1, FOREVER), "python3", "x.py")
                .process(2, 1, call(PAUSE), "python3", "x.py")
                .process(3, 1, call(PAUSE), "python3", "x.py");
        proc.pipe(1, 3, 50, "0").pipe(2, 4, 50, "1");
        proc.pipe(1, 5, 60, "1").pipe(3, 6, 60, "0");
    }

    private void polls(int number, int events) {
        proc.memory(1, ARRAY, Integer.BYTES, number, events);
    }

    @Test
    void a_poll_is_ended_by_the_other_end() {
        polls(3, POLLIN);
        assertThat(proc.wake(1).wakers()).containsExactly(2L);
        polls(5, POLLOUT);
        assertThat(proc.wake(1).wakers()).containsExactly(3L);
    }

    @Test
    void an_end_for_writing_is_ended_by_readers_also_if_only_errors_are_awaited() {
        polls(5, 0);

        assertThat(proc.wake(1).wakers()).containsExactly(3L);
    }

    @Test
    void any_of_several_files_ends_the_wait() {
        proc.thread(1, 1, 'S', call(POLL, ARRAY, 3, FOREVER));
        proc.memory(1, ARRAY, Integer.BYTES, 3, POLLIN, -1, POLLIN, 5, POLLOUT);
        assertThat(proc.wake(1).wakers()).containsExactlyInAnyOrder(2L, 3L);

        proc.anonymous(1, 7, "timerfd", "").memory(1, ARRAY, Integer.BYTES, 3, POLLIN, 7, POLLIN, 5, POLLOUT);
        assertThat(proc.wake(1).fate()).isEqualTo(Fate.TIMED);
    }

    @Test
    void nothing_is_known_if_the_array_cannot_be_read_or_names_a_closed_file() {
        assertThat(proc.wake(1).fate()).isEqualTo(Fate.UNKNOWN);
        polls(99, POLLIN);
        assertThat(proc.wake(1).fate()).isEqualTo(Fate.UNKNOWN);
        proc.thread(1, 1, 'S', call(POLL, ARRAY, 100_000, FOREVER));
        assertThat(proc.wake(1).fate()).isEqualTo(Fate.UNKNOWN);
    }

    @Test
    void a_poll_of_nothing_waits_for_a_signal() {
        proc.thread(1, 1, 'S', call(POLL, ARRAY, 0, FOREVER));

        assertThat(proc.wake(1).wakers()).containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @Test
    void a_time_limit_ends_the_wait() {
        proc.thread(1, 1, 'S', call(POLL, ARRAY, 1, 500));
        polls(3, POLLIN);

        assertThat(proc.wake(1).fate()).isEqualTo(Fate.TIMED);
    }

    @Test
    void the_sets_of_select_are_bits_in_memory() {
        proc.thread(1, 1, 'S', call(SELECT, 6, 0x6000, 0x7000, 0, 0));
        assertThat(proc.wake(1).fate()).isEqualTo(Fate.UNKNOWN);

        proc.memory(1, 0x6000, Long.BYTES, 1 << 3).memory(1, 0x7000, Long.BYTES, 1 << 5);
        assertThat(proc.wake(1).wakers()).containsExactlyInAnyOrder(2L, 3L);
    }

    private void set(String details) {
        proc.thread(1, 1, 'S', call(EPOLL_WAIT, 9, 0x5000, 8, FOREVER));
        proc.anonymous(1, 9, "eventpoll", details);
    }

    private static String member(int number, long inode) {
        return String.format("tfd: %8d events: %8x data: %16x  pos:0 ino:%x sdev:c%n", number, POLLIN, number, inode);
    }

    @Test
    void the_members_of_an_epoll_set_are_in_its_description() {
        set(member(3, 50));

        assertThat(proc.wake(1).wakers()).containsExactly(2L);
    }

    @Test
    void a_member_whose_number_means_another_file_by_now_is_not_understood() {
        set(member(3, 51));

        assertThat(proc.wake(1).fate()).isEqualTo(Fate.UNKNOWN);
    }

    @Test
    void a_description_that_was_cut_off_is_not_understood() {
        set(member(3, 50).repeat(2000));

        assertThat(proc.wake(1).fate()).isEqualTo(Fate.UNKNOWN);
    }

    @Test
    void sets_in_sets_are_followed_but_not_for_ever() {
        set(String.format("tfd: %8d events: %8x data: %16x  pos:0 ino:4d sdev:c%n", 9, POLLIN, 9));

        assertThat(proc.wake(1).fate()).isEqualTo(Fate.UNKNOWN);
    }
}
