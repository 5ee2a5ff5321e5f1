package procgrade.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WaitClassifierTests {
    private static final Descriptor PIPE = new Descriptor(3, DescriptorKind.PIPE, "pipe:[1]", 15, 1);

    private static ThreadWait classify(Architecture architecture, ProcessState state, Observed<KernelCall> call) {
        return new WaitClassifier(architecture).classify(state, call, number -> PIPE);
    }

    private static Observed<KernelCall> call(String line) {
        return Observed.of(
                KernelCall.parse(line.getBytes(StandardCharsets.ISO_8859_1)).orElseThrow());
    }

    /** A call in the form of the file, with a stack as 64-bit programs have it. */
    private static ThreadWait sleepingIn(Architecture architecture, String numberAndArguments) {
        String[] given = numberAndArguments.split(" ");
        StringBuilder line = new StringBuilder(given[0]);
        for (int i = 1; i <= 6; i++) {
            line.append(" 0x").append(i < given.length ? given[i] : "0");
        }
        return classify(architecture, ProcessState.SLEEPING, call(line + " 0x7ffc00000000 0x7f0000000000"));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/waits-by-call.csv", numLinesToSkip = 1)
    void a_sleeping_thread_waits_as_its_system_call_says(String call, WaitKind kind, boolean timed) {
        ThreadWait wait = sleepingIn(Architecture.X86_64, call);

        assertThat(wait.kind()).isEqualTo(kind);
        assertThat(wait.timed()).isEqualTo(timed);
    }

    @ParameterizedTest
    @CsvSource({
        "63 3, READING",
        "64 3, WRITING",
        "260 ffffffff, WAITING_FOR_CHILD",
        "98 7f00 109, FUTEX",
        "73 7f00 1 0, POLLING",
        "115 0 0 7ffe, SLEEPING",
        "0 3, OTHER_CALL",
    })
    void arm_has_its_own_numbers(String call, WaitKind kind) {
        assertThat(sleepingIn(Architecture.AARCH64, call).kind()).isEqualTo(kind);
    }

    @Test
    void an_unknown_machine_leaves_all_calls_unexplained() {
        assertThat(sleepingIn(Architecture.UNKNOWN, "0 3").kind()).isEqualTo(WaitKind.OTHER_CALL);
    }

    @Test
    void the_numbers_of_a_32_bit_program_are_not_looked_up() {
        ThreadWait wait = classify(
                Architecture.X86_64, ProcessState.SLEEPING, call("1 0x3 0x0 0x0 0x0 0x0 0x0 0xffb01234 0xf7f00000"));

        assertThat(wait.kind()).isEqualTo(WaitKind.OTHER_CALL);
        assertThat(wait.call()).isEmpty();
    }

    @Test
    void a_wait_on_a_descriptor_says_on_which() {
        assertThat(sleepingIn(Architecture.X86_64, "0 3").on()).contains(PIPE);
        assertThat(sleepingIn(Architecture.X86_64, "61 5").on()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"61 f66, 3942", "247 1 f66, 3942"})
    void a_wait_for_one_child_says_for_which(String call, long child) {
        assertThat(sleepingIn(Architecture.X86_64, call).child()).hasValue(child);
    }

    @ParameterizedTest
    @CsvSource({"61 ffffffff", "61 0", "61 ffffffffffffff00", "247 0 f66", "247 3 5", "0 f66"})
    void a_wait_for_any_child_or_none_names_none(String call) {
        assertThat(sleepingIn(Architecture.X86_64, call).child()).isEmpty();
    }

    @Test
    void futexes_are_private_or_shared() {
        assertThat(sleepingIn(Architecture.X86_64, "202 7f00 189").isPrivateFutex())
                .isTrue();
        assertThat(sleepingIn(Architecture.X86_64, "202 7f00 109").isPrivateFutex())
                .isFalse();
        assertThat(sleepingIn(Architecture.X86_64, "0 80 80").isPrivateFutex()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = ProcessState.class,
            names = {"ZOMBIE", "DEAD"})
    void what_has_ended_waits_for_nothing(ProcessState state) {
        assertThat(classify(Architecture.X86_64, state, call("-1 0x0 0x0")).kind())
                .isEqualTo(WaitKind.ENDED);
        assertThat(classify(Architecture.X86_64, state, Observed.gone()).kind()).isEqualTo(WaitKind.ENDED);
    }

    @Test
    void what_is_stopped_waits_for_whoever_stopped_it() {
        assertThat(classify(Architecture.X86_64, ProcessState.STOPPED, call("running"))
                        .kind())
                .isEqualTo(WaitKind.STOPPED);
    }

    @Test
    void the_call_counts_more_than_the_state() {
        // a thread that was preempted on its way to sleep is marked S and still runnable
        assertThat(classify(Architecture.X86_64, ProcessState.SLEEPING, call("running"))
                        .kind())
                .isEqualTo(WaitKind.RUNNING);
        assertThat(classify(Architecture.X86_64, ProcessState.DISK_SLEEP, call("-1 0x7ffc00000000 0x1"))
                        .kind())
                .isEqualTo(WaitKind.OUTSIDE_CALL);
    }

    @Test
    void a_hidden_call_is_unreadable_unless_the_thread_runs() {
        assertThat(classify(Architecture.X86_64, ProcessState.SLEEPING, Observed.unreadable())
                        .kind())
                .isEqualTo(WaitKind.UNREADABLE);
        assertThat(classify(Architecture.X86_64, ProcessState.RUNNING, Observed.unreadable())
                        .kind())
                .isEqualTo(WaitKind.RUNNING);
    }
}
