package procgrade.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whether only one process is started at a time, and by whom. */
class ProcessStartsTests {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern BUILDER = Pattern.compile("\\bProcessBuilder\\b");
    private static final Pattern START = Pattern.compile("\\.start\\(\\)");

    private final ProcessStarts starts = new ProcessStarts();

    @Test
    @Timeout(60)
    void a_start_waits_for_the_start_of_another_thread() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch allowed = new CountDownLatch(1);
        AtomicBoolean secondBegan = new AtomicBoolean();
        Thread first = starting(() -> {
            begun.countDown();
            await(allowed);
            return null;
        });
        begun.await();
        Thread second = starting(() -> {
            secondBegan.set(true);
            return null;
        });

        while (second.getState() != Thread.State.BLOCKED) {
            assertThat(second.isAlive()).as("the second waits").isTrue();
            Thread.onSpinWait();
        }
        boolean tooEarly = secondBegan.get();
        allowed.countDown();
        first.join();
        second.join();

        assertThat(tooEarly).isFalse();
        assertThat(secondBegan).isTrue();
    }

    private Thread starting(ProcessStarts.Start start) {
        Thread thread = new Thread(() -> {
            try {
                starts.inTurn(start);
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
        thread.start();
        return thread;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void after_a_start_that_failed_the_next_one_goes_on() throws IOException {
        assertThatThrownBy(() -> starts.inTurn(() -> {
                    throw new IOException("there is no such program");
                }))
                .hasMessage("there is no such program");

        assertThat(starts.inTurn(() -> null)).isNull();
    }

    @Test
    void nobody_else_in_the_grader_starts_processes() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> starters = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(ProcessStartsTests::startsProcesses)
                    .map(file -> file.getFileName().toString())
                    .toList();

            // its own call is builder::start
            assertThat(starters).isEmpty();
        }
        assertThat(SOURCES.resolve("procgrade/observe/ProcessStarts.java"))
                .content()
                .contains("inTurn(builder::start)");
    }

    private static boolean startsProcesses(Path file) {
        try {
            String text = Files.readString(file);
            return BUILDER.matcher(text).find() && START.matcher(text).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
