package procgrade.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import procgrade.submission.Submission;
import procgrade.submission.SubmissionLimits;
import procgrade.submission.SubmissionReader;

/** What the tests of all layouts need. */
abstract class CollectorTestCase {
    static final SubmissionLimits LIMITS = new SubmissionLimits(4_000_000, 2_000_000, 50, 4);
    static final String PROGRAM = "class PiMw {}";

    @TempDir
    Path temporary;

    Path source;
    Path staging;
    private int readings;

    @BeforeEach
    void name() {
        source = temporary.resolve("lab3");
        staging = temporary.resolve("staging");
    }

    Collected collect() {
        return collect(source, Optional.empty());
    }

    Collected collect(Path from, Optional<Layout> forced) {
        Collected collected = Collector.collect(from, forced, staging, LIMITS);
        collected.unpacking().unpack(keys(collected));
        return collected;
    }

    static Set<String> keys(Collected collected) {
        return collected.handIns().stream().map(HandIn::key).collect(Collectors.toSet());
    }

    static HandIn only(Collected collected) {
        assertThat(collected.refusals()).isEmpty();
        assertThat(collected.handIns()).hasSize(1);
        return collected.handIns().get(0);
    }

    static HandIn byKey(Collected collected, String key) {
        return collected.handIns().stream()
                .filter(handIn -> handIn.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + key + " in " + collected));
    }

    /** The submission as it will be graded. */
    Submission read(HandIn handIn) {
        return SubmissionReader.read(handIn.origin(), temporary.resolve("read" + readings++), LIMITS);
    }

    /** Collects the same export as folder, zip, tar and tar.gz, which must not matter. */
    Collected collectEach(Export export) {
        Collected first = null;
        for (Path form : new Path[] {
            export.folder(temporary.resolve("folder/lab3")),
            export.zip(temporary.resolve("lab3.zip")),
            export.tar(temporary.resolve("lab3.tar")),
            export.tarGz(temporary.resolve("lab3.tar.gz"))
        }) {
            Collected collected = collect(form, Optional.empty());
            first = first == null ? collected : first;
            assertThat(collected.layout()).as(form.toString()).isEqualTo(first.layout());
            assertThat(collected.handIns())
                    .as(form.toString())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("origin", "notices")
                    .isEqualTo(first.handIns());
            assertThat(collected.refusals())
                    .extracting(Refusal::key)
                    .as(form.toString())
                    .isEqualTo(first.refusals().stream().map(Refusal::key).toList());
        }
        return first;
    }
}
