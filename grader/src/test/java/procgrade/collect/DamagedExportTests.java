package procgrade.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import procgrade.submission.SubmissionFault;

/** Archives in which bytes were changed, and classes of many. */
class DamagedExportTests extends CollectorTestCase {
    private static final int DAMAGES = 150;

    private byte[] archive(String form) throws IOException {
        Export export = new MoodleExport(false)
                .file("Ada Lovelace", 11, "PiMw.java", PROGRAM.repeat(20))
                .file("Alan Turing", 12, "src/PiMw.java", PROGRAM)
                .file(
                        "Grace Hopper",
                        13,
                        "abgabe.zip",
                        new Export().file("A.java", "").zip())
                .export();
        Path file = temporary.resolve("whole");
        return Files.readAllBytes(
                switch (form) {
                    case "zip" -> export.zip(file);
                    case "tar" -> export.tar(file);
                    default -> export.tarGz(file);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"zip", "tar", "tar.gz"})
    void whatever_is_damaged_is_refused_in_a_line_and_nothing_is_written_elsewhere(String form) throws IOException {
        byte[] whole = archive(form);
        Path damaged = temporary.resolve("lab3." + form);
        var random = new Random(form.hashCode());
        int collectedOnes = 0;
        for (int i = 0; i < DAMAGES; i++) {
            // The first is whole.
            byte[] bytes = i > 0 && random.nextInt(4) == 0
                    ? Arrays.copyOf(whole, random.nextInt(whole.length))
                    : whole.clone();
            for (int change = i > 0 ? random.nextInt(4) : -1; change >= 0 && bytes.length > 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(damaged, bytes);
            try {
                Collected collected = collect(damaged, Optional.empty());
                assertThat(collected.handIns()).allSatisfy(handIn -> {
                    assertThat(handIn.origin()).startsWith(staging).exists();
                    assertThat(handIn.key()).matches("[a-z0-9][a-z0-9._-]{0,79}");
                });
                assertThat(collected.refusals())
                        .allMatch(refusal -> !Names.isTricky(refusal.entry() + refusal.reason() + refusal.wayOut()));
                collectedOnes++;
            } catch (SubmissionFault fault) {
                assertThat(fault.getMessage()).hasLineCount(1);
                assertThat(fault.wayOut()).isNotBlank();
            }
        }
        assertThat(collectedOnes).as("archives that were read all the same").isBetween(1, DAMAGES - 1);
        try (Stream<Path> all = Files.list(temporary)) {
            assertThat(all).containsExactlyInAnyOrder(temporary.resolve("whole"), damaged, staging);
        }
    }

    @Test
    void a_thousand_students_are_collected_twice_with_the_same_result() {
        var canvas = new CanvasExport();
        IntStream.range(0, 1000)
                .forEach(i -> canvas.file("Student " + i % 700, 1000 + i, 90_000 + i, "PiMw.java", PROGRAM + i));
        Path zip = canvas.export().zip(temporary.resolve("lab3.zip"));

        Collected first = collect(zip, Optional.empty());

        assertThat(first.handIns()).hasSize(1000);
        assertThat(first.handIns())
                .extracting(HandIn::key)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(first.handIns()).extracting(HandIn::fingerprint).doesNotHaveDuplicates();
        assertThat(first.notices()).hasSize(300);
        assertThat(collect(zip, Optional.empty()))
                .usingRecursiveComparison()
                .ignoringFields("unpacking")
                .isEqualTo(first);
    }
}
