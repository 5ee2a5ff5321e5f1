package procgrade.lecture7;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Wrong arguments give one line, the same in both languages, and exit code 2. */
class BadArgumentsTests {
    private static final String BAD = """
        MQUEUE              | 1                     | expected at most 0 arguments, got 1
        PI                  | 1 2                   | expected at most 1 argument (N), got 2
        PI_MW               | 1 2 3 4               | expected at most 3 arguments (N nprocs chunk), got 4
        PI_MW               | -1                    | N must be a whole number from 0 to 1000000000000000, not "-1"
        PI_MW               | 9223372036854775808   | N must be a whole number from 0 to 1000000000000000, not "9223372036854775808"
        PI_MW               | 10 0                  | nprocs must be a whole number from 1 to 256, not "0"
        PI_MW               | 10 257                | nprocs must be a whole number from 1 to 256, not "257"
        PI_MW               | 1000001 1 1           | N = 1000001 in chunks of 1 makes 1000001 tasks, at most 1000000: give a larger chunk
        PRIMES              | 2000000001            | N must be a whole number from 0 to 2000000000, not "2000000001"
        PRIMES_MW_SORT      | 10 ä                  | nprocs must be a whole number from 1 to 256, not "?"
        PRIMES_MW_SORT      | 10 2 4294967297       | chunk must be a whole number from 1 to 2000000000, not "4294967297"
        PRIMES_MW_SORT      | 2000000 1 1           | N = 2000000 in chunks of 1 makes 1998577 tasks, at most 1000000: give a larger chunk
        MESSAGE_QUEUE_LIMIT | full                  | face must be simple or queue, not "full"
        IO_WITH_PROCESSES   | 2 3601                | seconds must be a whole number from 0 to 3600, not "3601"
        """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = BAD)
    void java_says_what_is_wrong(Program program, String arguments, String line) {
        check(Language.JAVA, program, arguments, line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = BAD)
    void python_says_what_is_wrong(Program program, String arguments, String line) {
        check(Language.PYTHON, program, arguments, line);
    }

    private static void check(Language language, Program program, String arguments, String line) {
        ProgramRun run = ProgramRun.of(language, program, List.of(arguments.split(" ", -1)));

        assertThat(run).isEqualTo(new ProgramRun(2, List.of(), List.of(line)));
    }

    @ParameterizedTest
    @EnumSource
    void a_time_scale_must_be_a_number(Language language) {
        ProgramRun run = ProgramRun.of(language, Program.IO_WITH_PROCESSES, List.of("1"), "fast");

        assertThat(run.errors()).isEqualTo(List.of("LECTURE7_TIME_SCALE must be a number such as 0.5, not \"fast\""));
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void a_strange_argument_is_shown_on_one_line_and_cut(Language language) {
        ProgramRun run = ProgramRun.of(language, Program.PI, List.of("1\n" + "x".repeat(50)));

        assertThat(run.errors())
                .isEqualTo(List.of(
                        "N must be a whole number from 0 to 1000000000000000, not \"1?" + "x".repeat(38) + "\""));
    }
}
