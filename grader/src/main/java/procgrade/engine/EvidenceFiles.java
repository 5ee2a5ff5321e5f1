package procgrade.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the files in a folder of evidence are called. {@code docs/report-format.md} describes them. */
final class EvidenceFiles {
    /** What was known when the checks began. */
    static final String GRADING = "grading.json";

    /** What was observed of one run, next to what it wrote. */
    static final String RUN = "evidence.json";

    /** The picture of a deadlock. */
    static final String PICTURE = "deadlock.svg";

    private static final Pattern RUN_FOLDER = Pattern.compile("[0-9]{2,9}");

    private EvidenceFiles() {}

    /** The folder of a run; the number is that of the run in its check, from 1. */
    static Path run(Path evidence, String check, int number) {
        return evidence.resolve(check).resolve(String.format(Locale.ROOT, "%02d", number));
    }

    /** The file of a calibration; the number is that of the calibration in its check, from 1. */
    static Path calibration(Path evidence, String check, int number) {
        return evidence.resolve(check).resolve(String.format(Locale.ROOT, "calibration-%02d.json", number));
    }

    /** The folders of the runs of a check in their order; none if it made none. */
    static List<Path> runs(Path evidence, String check) {
        Path folder = evidence.resolve(check);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> RUN_FOLDER.matcher(name(file)).matches())
                    .sorted((one, other) -> Integer.compare(Integer.parseInt(name(one)), Integer.parseInt(name(other))))
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** What a program wrote, malformed bytes replaced. */
    static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
