package procgrade.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static procgrade.batch.MadeHandIns.handIn;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import procgrade.engine.RubricEdition;
import procgrade.submission.SubmissionLimits;

class BatchKeyTests {
    private static final RubricEdition EDITION = new RubricEdition(10, "abc");
    private static final SubmissionLimits LIMITS = SubmissionLimits.DEFAULT;
    private static final BatchKey KEY = BatchKey.of(EDITION, 7, true, LIMITS);

    @Test
    void the_same_content_has_the_same_key_whosever_it_is() {
        assertThat(KEY.of(handIn("ada", "x"))).matches("[0-9a-f]{32}").isEqualTo(KEY.of(handIn("bob", "x")));
        assertThat(KEY.of(handIn("ada", "x"))).isNotEqualTo(KEY.of(handIn("ada", "y")));
    }

    @Test
    void whatever_decides_a_grading_changes_the_key() {
        assertThat(BatchKey.of(new RubricEdition(10, "abc"), 7, true, LIMITS)).isEqualTo(KEY);
        assertThat(BatchKey.of(new RubricEdition(10, "abd"), 7, true, LIMITS)).isNotEqualTo(KEY);
        assertThat(BatchKey.of(EDITION, 8, true, LIMITS).configuration()).isNotEqualTo(KEY.configuration());
        assertThat(BatchKey.of(EDITION, 7, false, LIMITS)).isNotEqualTo(KEY);
        assertThat(BatchKey.of(EDITION, 7, true, new SubmissionLimits(1, 1, 1, 1)))
                .isNotEqualTo(KEY);
    }

    @Test
    void the_seed_comes_of_the_batch_and_the_content() {
        long seed = KEY.seed(handIn("ada", "x"));

        assertThat(seed).isBetween(0L, 999_999_999L).isEqualTo(KEY.seed(handIn("bob", "x")));
        assertThat(LongStream.range(0, 100)
                        .map(other -> BatchKey.of(EDITION, other, true, LIMITS).seed(handIn("ada", "x")))
                        .distinct())
                .hasSize(100);
        assertThat(KEY.seed(handIn("ada", "y"))).isNotEqualTo(seed);
    }

    @Test
    void another_rubric_leaves_the_seeds_as_they_are() {
        BatchKey other = BatchKey.of(new RubricEdition(10, "abd"), 7, true, LIMITS);

        assertThat(other.seed(handIn("ada", "x"))).isEqualTo(KEY.seed(handIn("ada", "x")));
    }
}
