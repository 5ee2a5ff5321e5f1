package procgrade.lecture7;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link RecordedOutputTests} cannot show: the program where nobody is stuck. */
class MessageQueueLimitTests {
    /** The writer has a minute to end, so that a busy machine does not make it look stuck. */
    private static final String PATIENT = "30";

    @ParameterizedTest
    @EnumSource
    void a_writer_of_few_items_ends_by_itself(Language language) {
        var run = ProgramRun.of(language, Program.MESSAGE_QUEUE_LIMIT, List.of("simple", "10"), PATIENT);

        assertThat(run.output())
                .containsExactly(
                        "the writer ended: 10 items fit into the buffer",
                        "now a reader gets them",
                        "the reader got 10 items",
                        "the writer ended with exit code 0");
    }
}
