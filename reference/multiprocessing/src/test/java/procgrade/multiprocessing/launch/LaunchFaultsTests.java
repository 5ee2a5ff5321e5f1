package procgrade.multiprocessing.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LaunchFaultsTests {
    private static final String CANNOT_RUN = "Cannot run program \"/jdk/bin/java\": ";

    @ParameterizedTest
    @CsvSource({
        "'error=24, Too many open files', too many open files; join processes",
        "'error=11, Resource temporarily unavailable', the operating system allows no more processes; join some first",
        "'error=12, Cannot allocate memory', not enough memory for another process; start fewer at a time",
        "'error=7, Argument list too long', the class path is too long for a command line; shorten it",
        "'Exec failed, error: 7 (Argument list too long) ', the class path is too long for a command line; shorten it",
        "'Exec failed, error: 24 (Too many open files) ', too many open files; join processes"
    })
    void are_told_with_a_way_out(String reason, String explanation) {
        assertThat(LaunchFaults.explain(CANNOT_RUN + reason)).startsWith(explanation);
    }

    @Test
    void that_nobody_has_words_for_are_told_in_those_of_the_system() {
        String other = CANNOT_RUN + "error=2, No such file or directory";
        assertThat(LaunchFaults.explain(other)).isEqualTo(other);
        assertThat(LaunchFaults.explain(null)).isEqualTo("unknown reason");
    }

    @Test
    void of_the_spawn_helper_are_not_blamed_on_files_while_there_are_some() {
        String helper = CANNOT_RUN + "error=0, Failed to exec spawn helper: pid: 1, exit value: 127";
        assertThat(LaunchFaults.explain(helper)).isEqualTo(helper);
    }
}
