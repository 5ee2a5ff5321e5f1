package procgrade.multiprocessing.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import procgrade.multiprocessing.trace.TraceFile.Ending;
import procgrade.multiprocessing.trace.TraceFile.Event;
import procgrade.multiprocessing.trace.TraceFile.Kind;

@Timeout(120)
class DumpTests {
    @Test
    void events_of_all_processes_are_one_timeline() {
        TraceFile parent = trace(
                10,
                Ending.COMPLETE,
                new Event(Kind.START, "", 9, 1_000_000, -1, 1),
                new Event(Kind.SPAWN, "Process-1", 20, 2_500_000, 100, 1),
                new Event(Kind.PUT, "queue-1", 5, 3_000_000, 200, 12));
        TraceFile child = trace(
                20,
                Ending.NO_SPACE,
                new Event(Kind.START, "", 10, 2_900_000, -1, 1),
                new Event(Kind.GET, "queue-1", 5, 3_125_000, 100, 1),
                new Event(Kind.GET, "queue-1", 0, 3_200_000, 100, 1),
                new Event(Kind.EXIT, "", 1, 4_000_000, 100, 1));

        assertThat(Dump.timeline(List.of(child, parent)))
                .containsExactly(
                        "       0.000 ms  pid 10                   thread 1    start    by pid 9",
                        "       1.500 ms  pid 10                   thread 1    spawn    Process-1 pid 20",
                        "       1.900 ms  Process-1 (20)           thread 1    start    by pid 10",
                        "       2.000 ms  pid 10                   thread 12   put      queue-1",
                        "       2.125 ms  Process-1 (20)           thread 1    get      queue-1 put 0.125 ms ago",
                        "       2.200 ms  Process-1 (20)           thread 1    get      queue-1",
                        "       3.000 ms  Process-1 (20)           thread 1    exit     code 1",
                        "the trace of Process-1 (20) is cut: NO_SPACE");
    }

    @Test
    void no_traces_are_no_lines() {
        assertThat(Dump.timeline(List.of())).isEmpty();
    }

    @Test
    void a_folder_is_printed_and_what_is_no_trace_is_named(@TempDir Path folder) throws Exception {
        TraceWriter.create(folder.toFile(), 1).record(Trace.EXIT, 0, 3);
        Path broken = Files.createFile(folder.resolve("trace-1-1.bin"));
        Files.createFile(folder.resolve("something else"));

        Process dump = start(folder.toString());

        assertThat(text(dump.getInputStream()).lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains(" start    by pid "),
                        line -> assertThat(line).endsWith(" exit     code 3"));
        assertThat(text(dump.getErrorStream())).startsWith(broken + " is not a trace: ");
        assertThat(dump.waitFor()).isZero();
    }

    @Test
    void without_a_folder_it_says_what_it_needs() throws Exception {
        Process dump = start();

        assertThat(text(dump.getErrorStream())).isEqualTo("give one argument: the folder that PROCGRADE_TRACE named\n");
        assertThat(dump.waitFor()).isEqualTo(2);
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                new File(System.getProperty("java.home"), "bin/java").getPath(),
                "-cp",
                System.getProperty("java.class.path"),
                Dump.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }

    private static String text(InputStream output) throws IOException {
        return new String(output.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static TraceFile trace(long pid, Ending ending, Event... events) {
        return new TraceFile(pid, Instant.EPOCH, 0, ending, 0, List.of(events));
    }
}
