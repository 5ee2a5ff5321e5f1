package procgrade.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import procgrade.run.Pace;
import procgrade.standstill.Standstill;
import procgrade.standstill.WaitGraph;

/** Who has a lock of the Java library is known from its shared memory, and is what a reader is told. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LibraryLocksTests {
    private static Standstill proof(String name) throws IOException {
        Options options = Options.parse(List.of("--programs", "", "--library", SliceTests.library()));
        List<CorpusProgram> all = CorpusProgram.all(options.programs());
        CorpusProgram program = all.stream()
                .filter(one -> one.name().equals("hangs/java/" + name + ".java"))
                .findFirst()
                .orElseThrow();
        Trial trial = new Trial(1);
        Workshop.open(options, all).run(program, trial, Pace.FULL);
        return trial.proof().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LocksInTwoOrders|LOCK_ORDER|worker 1 waits for lock-2 and worker 2 waits for lock-1, and each has what"
                        + " another one waits for",
                "LockTwice|LOCK_TWICE|worker 1 waits for lock, which it has itself",
                "DiedWithTheLock|DIED_WITH_LOCK|the master waits for lock, but a process that is gone has not given it"
                        + " back",
                "JoinWithTheLock|LOCK_NEVER_RELEASED|worker 1 waits for lock, but the master has it and waits for worker"
                        + " 1 to end"
            })
    void the_owner_of_a_lock_decides_what_mistake_it_is(String name, String mistake, String sentence)
            throws IOException {
        Standstill proof = proof(name);

        assertThat(proof.advice().mistake()).isEqualTo(mistake);
        assertThat(proof.sentence()).isEqualTo(sentence);
    }

    @Test
    void the_picture_of_two_locks_is_a_circle() throws IOException {
        List<WaitGraph.Edge> circle = WaitGraph.of(proof("LocksInTwoOrders")).edges().stream()
                .filter(WaitGraph.Edge::inCircle)
                .toList();

        assertThat(circle).hasSize(2);
    }
}
