package procgrade.report;

import static org.junit.jupiter.api.Assertions.assertLinesMatch;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Texts that somebody has looked at and found good. With {@code -Dgolden.write=true} new ones are written to {@code
 * target/golden}, to be looked at and copied by hand; the tests are then aborted, never passed.
 */
public final class Golden {
    private static final Path APPROVED = Path.of("src/test/resources/golden");
    private static final Path NEW = Path.of("target/golden");

    private Golden() {}

    /** Fails unless the lines are those of the approved file. */
    public static void compare(String name, List<String> lines) throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(NEW);
            Files.write(NEW.resolve(name), lines);
            abort("wrote " + NEW.resolve(name));
        }
        assertLinesMatch(Files.readAllLines(APPROVED.resolve(name)), lines, name);
    }
}
