package procgrade.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import procgrade.observe.ProcessEnd;
import procgrade.observe.ProcessLog;

/** What strace must not change, and what it records, with a sandbox and without one. */
interface TracedProgramTests {
    TestRun run();

    @Test
    default void a_program_that_is_over_in_no_time_is_recorded_with_its_child() throws IOException {
        for (int i = 0; i < 10; i++) {
            RunOutcome outcome = run().shell("(exit 5); exit 7");

            ProcessLog log = run().log();
            assertThat(outcome.ending()).isEqualTo(Ending.byItself(ProcessEnd.exited(7)));
            assertThat(log.complete()).isTrue();
            assertThat(log.entries())
                    .extracting(entry -> entry.end().orElseThrow().number())
                    .isEqualTo(List.of(7, 5));
        }
    }

    @Test
    default void a_program_that_continues_its_keeper_is_recorded_all_the_same() throws IOException {
        RunOutcome outcome = run().shell("kill -s CONT $PPID; exit 4");

        assertThat(outcome.ending()).isEqualTo(Ending.byItself(ProcessEnd.exited(4)));
    }

    @Test
    default void what_is_killed_at_the_end_of_a_run_was_alive() throws IOException {
        RunOutcome outcome = run().shell("sleep 100 & exit 0");

        assertThat(outcome.leftovers()).extracting(RunOutcome.Leftover::label).containsExactly("sleep");
        assertThat(run().log().entries())
                .extracting(entry -> entry.end().map(ProcessEnd::number))
                .isEqualTo(List.of(Optional.of(0), Optional.empty()));
    }
}
