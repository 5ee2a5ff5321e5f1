package procgrade.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SystemCallTests {
    @ParameterizedTest
    @CsvSource({
        "X86_64, 0, READ",
        "X86_64, 1, WRITE",
        "X86_64, 7, POLL",
        "X86_64, 61, WAIT4",
        "X86_64, 202, FUTEX",
        "X86_64, 230, CLOCK_NANOSLEEP",
        "X86_64, 257, OPENAT",
        "AARCH64, 63, READ",
        "AARCH64, 64, WRITE",
        "AARCH64, 73, PPOLL",
        "AARCH64, 98, FUTEX",
        "AARCH64, 115, CLOCK_NANOSLEEP",
        "AARCH64, 260, WAIT4",
    })
    void numbers_depend_on_the_architecture(Architecture architecture, int number, SystemCall call) {
        assertThat(SystemCall.of(architecture, number)).contains(call);
        assertThat(call.number(architecture)).isEqualTo(number);
    }

    @ParameterizedTest
    @EnumSource(
            value = Architecture.class,
            names = {"X86_64", "AARCH64"})
    void no_number_means_two_calls(Architecture architecture) {
        assertThat(Arrays.stream(SystemCall.values())
                        .map(call -> call.number(architecture))
                        .filter(number -> number >= 0))
                .doesNotHaveDuplicates();
    }

    @Test
    void what_is_not_in_the_table_is_not_guessed() {
        assertThat(SystemCall.of(Architecture.X86_64, 9999)).isEmpty();
        assertThat(SystemCall.of(Architecture.X86_64, -1)).isEmpty();
        assertThat(SystemCall.of(Architecture.AARCH64, -1)).isEmpty();
        assertThat(SystemCall.of(Architecture.UNKNOWN, 0)).isEmpty();
        assertThat(SystemCall.READ.number(Architecture.UNKNOWN)).isEqualTo(-1);
    }

    @Test
    void calls_are_written_as_in_the_manual() {
        assertThat(SystemCall.CLOCK_NANOSLEEP).hasToString("clock_nanosleep");
    }

    @ParameterizedTest
    @CsvSource({"amd64, X86_64", "x86_64, X86_64", "aarch64, AARCH64", "riscv64, AARCH64", "s390x, UNKNOWN"})
    void architectures_have_the_names_that_java_gives_them(String name, Architecture architecture) {
        assertThat(Architecture.of(name)).isEqualTo(architecture);
    }
}
