package procgrade.multiprocessing.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FaultsTests {
    @ParameterizedTest
    @CsvSource({
        "x (Too many open files), close queues and processes that are no longer used",
        "x (No space left on device), 'free some, or name another folder in PROCGRADE_PIPES'",
        "x (Permission denied), name a folder you may write to in PROCGRADE_PIPES",
        "x (Read-only file system), name a folder you may write to in PROCGRADE_PIPES"
    })
    void of_the_operating_system_are_told_with_a_way_out(String reason, String wayOut) {
        assertThat(Faults.cannot("do it", new IOException(reason)))
                .hasMessageStartingWith("cannot do it: " + reason + "; " + wayOut)
                .hasRootCauseMessage(reason);
        assertThat(Faults.cannot("do it", reason)).hasMessageStartingWith("cannot do it: " + reason + "; " + wayOut);
    }

    @Test
    void without_a_reason_are_told_as_such() {
        assertThat(Faults.cannot("do it", new IOException((String) null))).hasMessage("cannot do it: unknown reason");
    }

    @Test
    void nobody_has_words_for_are_told_in_those_of_the_system() {
        assertThat(Faults.cannot("do it", new IOException("the dog ate it")))
                .hasMessage("cannot do it: the dog ate it");
    }
}
