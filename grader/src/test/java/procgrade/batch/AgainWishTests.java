package procgrade.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static procgrade.batch.MadeHandIns.KEY;
import static procgrade.batch.MadeHandIns.handIns;
import static procgrade.batch.MadeHandIns.row;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import procgrade.collect.HandIn;
import procgrade.gradebook.Row;
import procgrade.judge.Verdict;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AgainWishTests {
    private static final Selection ALL = new Selection(List.of(), Set.of(), true);
    private static final int NEVER = 99;

    @TempDir
    private Path temporary;

    @BeforeEach
    void grade_all_once() {
        assertThat(graded(Selection.OPEN, NEVER)).hasSize(6);
    }

    @Test
    void grading_all_again_goes_on_where_it_was_interrupted() {
        assertThat(graded(ALL, 2)).containsExactly("s00000", "s00001");
        assertThat(graded(ALL, 1)).containsExactly("s00002");
        assertThat(graded(ALL, NEVER)).containsExactly("s00003", "s00004", "s00005");
    }

    @Test
    void when_it_has_come_to_its_end_the_next_one_begins_anew() {
        assertThat(graded(ALL, NEVER)).hasSize(6);
        assertThat(graded(ALL, NEVER)).hasSize(6);
    }

    @Test
    void another_wish_begins_anew() {
        assertThat(graded(ALL, 2)).hasSize(2);
        assertThat(graded(new Selection(List.of(), Set.of(Verdict.PASSED), false), NEVER))
                .hasSize(6);
    }

    @Test
    void a_start_without_a_wish_gives_it_up() {
        assertThat(graded(ALL, 2)).hasSize(2);
        assertThat(graded(Selection.OPEN, NEVER)).isEmpty();
        assertThat(graded(ALL, NEVER)).hasSize(6);
    }

    /** What one start grades that is interrupted after some hand-ins. */
    private Set<String> graded(Selection selection, int most) {
        Set<String> graded = new TreeSet<>();
        try (BatchFolder folder = BatchFolder.open(temporary.resolve("graded"), Map.of(), InstantSource.system())) {
            Batch batch = Batch.plan(folder, KEY, handIns(6), ClassFacts.NONE, selection);
            HandInGrader grader = new HandInGrader() {
                @Override
                public Optional<Row> grade(HandIn handIn, long seed, Path files) {
                    graded.add(handIn.key());
                    return Optional.of(row(handIn.key(), Verdict.PASSED));
                }

                @Override
                public void interrupt() {}
            };
            BatchListener stopper = new BatchListener() {
                @Override
                public void kept(HandIn handIn, Row row) {
                    if (graded.size() == most) {
                        batch.interrupt();
                    }
                }
            };
            assertThat(batch.grade(grader, stopper, 1)).isEqualTo(most == NEVER);
        }
        return graded;
    }
}
