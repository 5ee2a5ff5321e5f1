package procgrade.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessStatTests {
    private static ProcessStat parse(String content) {
        return ProcessStat.parse(content.getBytes(StandardCharsets.ISO_8859_1), KernelUnits.COMMON)
                .orElseThrow();
    }

    private static ProcessStat saved(String name, long pid) {
        byte[] content = SavedProc.load(name).read(pid + "/stat", 4096).value();
        return ProcessStat.parse(content, KernelUnits.COMMON).orElseThrow();
    }

    private static final String SLEEP = "7 (sleep) S 5 4 3 0 -1 0 0 0 0 0 11 22 33 44 20 0 2 0 333 0 10 0";

    @Test
    void reads_a_running_process() {
        ProcessStat stat = saved("endless-loop", 2576);

        assertThat(stat.pid()).isEqualTo(2576);
        assertThat(stat.name()).isEqualTo("sh");
        assertThat(stat.state()).isEqualTo(ProcessState.RUNNING);
        assertThat(stat.parentPid()).isEqualTo(2092);
        assertThat(stat.processGroup()).isEqualTo(1804);
        assertThat(stat.session()).isEqualTo(2077);
        assertThat(stat.userCpu()).isEqualTo(Duration.ofMillis(690));
        assertThat(stat.systemCpu()).isZero();
        assertThat(stat.threads()).isEqualTo(1);
        assertThat(stat.startedAfterBoot()).isEqualTo(Duration.ofMillis(3_313_960));
        assertThat(stat.rssBytes()).isEqualTo(367 * 4096);
    }

    @ParameterizedTest
    @CsvSource({"2704, 768", "2705, 9", "2706, 0"})
    void reads_how_a_zombie_ended(long pid, int waitStatus) {
        ProcessStat zombie = saved("zombies", pid);

        assertThat(zombie.state()).isEqualTo(ProcessState.ZOMBIE);
        assertThat(zombie.state().hasEnded()).isTrue();
        assertThat(zombie.waitStatus()).hasValue(waitStatus);
        assertThat(zombie.rssBytes()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2729 | a) b (c",
                "2730 | x\\n) R 1 2",
                "2731 | \\xff\\xfe\\xe9\\\\t",
                "2732 | größer ✓",
                "2733 | \\x1b[31mred"
            })
    void a_process_cannot_mislead_by_its_name(long pid, String name) {
        ProcessStat stat = saved("strange-names", pid);

        assertThat(stat.name()).isEqualTo(name);
        assertThat(stat.state()).isEqualTo(ProcessState.SLEEPING);
        assertThat(stat.parentPid()).isEqualTo(2727);
    }

    @Test
    void a_name_may_be_empty() {
        assertThat(parse(SLEEP.replace("sleep", "")).name()).isEmpty();
    }

    @Test
    void kernels_before_3_5_do_not_say_how_a_zombie_ended() {
        ProcessStat old = parse(SLEEP + " 0 0 0 0 0 0 0 0 0 0 0 0 0 17 0 0 0 0 0 0");

        assertThat(old.rssBytes()).isEqualTo(40_960);
        assertThat(old.waitStatus()).isEqualTo(OptionalInt.empty());
    }

    @Test
    void fields_that_newer_kernels_append_are_left_alone() {
        assertThat(parse(SLEEP + " 0".repeat(26) + " 768 1 2 3").waitStatus()).hasValue(768);
    }

    @Test
    void user_and_system_time_add_up() {
        assertThat(parse(SLEEP).cpu()).isEqualTo(Duration.ofMillis(330));
        assertThat(parse(SLEEP).reapedCpu()).isEqualTo(Duration.ofMillis(770));
    }

    @Test
    void a_pid_that_is_used_again_is_another_process() {
        ProcessStat first = parse(SLEEP);

        assertThat(first.isSameProcess(parse(SLEEP.replace(" S ", " Z ")))).isTrue();
        assertThat(first.isSameProcess(parse(SLEEP.replace(" 333 ", " 334 ")))).isFalse();
        assertThat(first.isSameProcess(parse(SLEEP.replace("7 (", "8 (")))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "7 (sleep",
                "(sleep) S 5",
                ") 7 (",
                "7 (sleep) S 5 4 3 0 -1 0 0 0 0 0 11 22 0 0 20 0 2 0 333 0",
                "7 (sleep) SS 5 4 3 0 -1 0 0 0 0 0 11 22 0 0 20 0 2 0 333 0 10 0",
                "x (sleep) S 5 4 3 0 -1 0 0 0 0 0 11 22 0 0 20 0 2 0 333 0 10 0",
                "7 (sleep) S 5 4 3 0 -1 0 0 0 0 0 11 xx 0 0 20 0 2 0 333 0 10 0",
            })
    void what_is_malformed_is_no_reading(String content) {
        assertThat(ProcessStat.parse(content.getBytes(StandardCharsets.ISO_8859_1), KernelUnits.COMMON))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"t, TRACED", "D, DISK_SLEEP", "I, IDLE", "X, DEAD", "x, DEAD", "K, UNKNOWN"})
    void states_are_letters(String letter, ProcessState state) {
        assertThat(parse(SLEEP.replace(" S ", " " + letter + " ")).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"7 (a) b (c) T 5 4|STOPPED", "7 (sleep) S 5|SLEEPING", "7 () Z 5|ZOMBIE"})
    void the_state_alone_can_be_read(String content, ProcessState state) {
        assertThat(ProcessStat.parseState(content.getBytes(StandardCharsets.ISO_8859_1)))
                .contains(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7 (sleep", "7 (sleep)", "7 (sleep) S", "7 (sleep) SS 5", "7 (sleep)S  5"})
    void what_is_malformed_has_no_state(String content) {
        assertThat(ProcessStat.parseState(content.getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
    }

    @Test
    void debuggers_and_signals_stop_a_process() {
        assertThat(ProcessState.TRACED.isStopped()).isTrue();
        assertThat(ProcessState.STOPPED.isStopped()).isTrue();
        assertThat(ProcessState.SLEEPING.isStopped()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2129984, true", "69238880, true", "4194560, false", "0, false"})
    void tells_threads_of_the_kernel(long flags, boolean ofKernel) {
        ProcessStat stat = parse(SLEEP.replace(" 0 -1 0 ", " 0 -1 " + flags + " "));

        assertThat(stat.ofKernel()).isEqualTo(ofKernel);
    }
}
