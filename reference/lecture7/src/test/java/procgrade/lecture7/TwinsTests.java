package procgrade.lecture7;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program in Java and its twin in Python print the same for the same arguments. */
class TwinsTests {
    @ParameterizedTest
    @CsvSource({
        "RUN_FUNCTION_PROCESS,",
        "RUN_FUNCTION_PROCESS_W_ARGS,",
        "VARIABLES_PROCESS,",
        "VARIABLES_THREAD,",
        "IO_WITH_PROCESSES, 2 0",
        "CPU_WITH_PROCESSES, 2 1000",
        "MQUEUE,",
        "MESSAGE_QUEUE,",
        "MESSAGE_QUEUE2,",
        "MESSAGE_QUEUE_LIMIT, queue 500 200",
        "PI,",
        "PI, 0",
        "PI_MW,",
        "PRIMES,",
        "PRIMES, 2",
        "PRIMES, 4",
        "PRIMES, 5",
        "PRIMES, 1000",
        "PRIMES, 1001",
        "PRIMES_MW_SORT,",
    })
    void print_the_same(Program program, String arguments) {
        List<String> list = arguments == null ? List.of() : List.of(arguments.split(" ", -1));
        ProgramRun python = ProgramRun.of(Language.PYTHON, program, list);

        ProgramRun java = ProgramRun.of(Language.JAVA, program, list);

        Recording recording = Recording.in(program.source(Language.JAVA)).get(0);
        assertThat(recording.comparable(java.output())).isEqualTo(recording.comparable(python.output()));
        assertThat(java.exitCode()).isZero().isEqualTo(python.exitCode());
    }

    /** Without the order of summands, nothing may differ. */
    @ParameterizedTest
    @CsvSource({"PI, 1000", "PI, 123457", "PI_MW, 123457 1 1000"})
    void agree_to_the_last_digit_when_they_add_in_the_same_order(Program program, String arguments) {
        var outputs = new ArrayList<List<String>>();
        for (Language language : Language.values()) {
            outputs.add(ProgramRun.of(language, program, List.of(arguments.split(" ", -1)))
                    .output());
        }
        assertThat(outputs.get(0)).isEqualTo(outputs.get(1));
    }
}
