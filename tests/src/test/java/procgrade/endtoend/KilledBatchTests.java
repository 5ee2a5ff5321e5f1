package procgrade.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A batch that is killed again and again. {@code -Dprocgrade.kills=100} kills it that often, in a class of 300; by default
 * it is few times, so that the build takes no longer than it must.
 */
class KilledBatchTests {
    private static final int KILLS = Integer.getInteger("procgrade.kills", 3);
    private static final int HAND_INS = 3 * KILLS;
    private static final long SEED = Long.getLong("procgrade.kills.seed", 42);
    private static final Duration LONG = Duration.ofMinutes(60);
    private static final Pattern TOOK = Pattern.compile(",\"tookSeconds\":[0-9.]+");
    private static final Pattern KEPT = Pattern.compile("\"event\":\"kept\",\"handIn\":\"([^\"]+)\"");

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void killed_at_any_moment_and_started_again_it_comes_to_the_same_gradebook() throws Exception {
        Workbench bench = new Workbench(folder);
        GreetingClass greeting = new GreetingClass(folder);
        greeting.mixed(HAND_INS);
        long began = System.nanoTime();
        var undisturbed = bench.procgrade(greeting.batch("calm").toArray(String[]::new))
                .within(LONG)
                .run();
        assertThat(undisturbed.exitCode()).as(undisturbed.err()).isZero();
        long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);

        Command killed = bench.procgrade(greeting.batch("killed").toArray(String[]::new));
        Random random = new Random(SEED);
        // together they take about half as long as the whole: so it is killed in all its phases
        int longest = (int) Math.max(400, whole / KILLS / 2);
        int hit = 0;
        for (int i = 0; i < KILLS; i++) {
            var started = killed.start();
            // every fourth may be killed before it has begun with anything
            if (i % 4 != 3) {
                started.awaitOutput(" to grade");
            }
            boolean ended = started.process().waitFor(random.nextInt(longest), TimeUnit.MILLISECONDS);
            hit += ended ? 0 : 1;
            started.process().destroyForcibly();
            started.outcome();
        }
        var last = killed.within(LONG).run();

        assertThat(last.exitCode()).as(last.err()).isZero();
        assertThat(hit).as("kills before the end").isPositive();
        assertThat(gradebook("killed")).isEqualTo(gradebook("calm")).hasSize(HAND_INS);
        assertThat(bench.path("killed/gradebook.csv")).hasSameTextualContentAs(bench.path("calm/gradebook.csv"));
        assertThat(timesKept("killed").values()).as("nothing is graded twice").allMatch(times -> times == 1);
        assertThat(processesOfThisTest())
                .as("processes that outlived a killed grader")
                .isEmpty();
    }

    /** Those that inherited the folder in their environment, as whatever a grader starts for itself does. */
    private List<String> processesOfThisTest() throws IOException {
        List<String> found = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                try {
                    if (Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1)
                            .contains(folder.toString())) {
                        found.add(process.getFileName() + " " + Files.readString(process.resolve("comm")));
                    }
                } catch (IOException endedOrNotOurs) {
                    // is none that was started here
                }
            }
        }
        return found;
    }

    private List<String> gradebook(String output) throws IOException {
        return Files.readAllLines(folder.resolve(output).resolve("gradebook.jsonl")).stream()
                .map(row -> TOOK.matcher(row).replaceAll(""))
                .toList();
    }

    private Map<String, Long> timesKept(String output) throws IOException {
        String journal = Files.readString(folder.resolve(output).resolve("journal.jsonl"));
        return KEPT.matcher(journal)
                .results()
                .collect(Collectors.groupingBy(found -> found.group(1), Collectors.counting()));
    }
}
