package procgrade.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnRecordsTests {
    private static final int START = 6;
    private static final int SPAWN = 7;
    private static final int EXIT = 8;

    @TempDir
    private Path folder;

    private static byte[] head(int pid, long began) {
        byte[] record = new byte[40];
        ByteBuffer.wrap(record)
                .put("PGTRACE1".getBytes(StandardCharsets.US_ASCII))
                .putInt(40)
                .putInt(pid)
                .putLong(began);
        return record;
    }

    private static byte[] event(int kind, long item, long nanos) {
        byte[] record = new byte[40];
        ByteBuffer.wrap(record).put(0, (byte) kind).putLong(8, item).putLong(16, nanos);
        return record;
    }

    private Path trace(int pid, byte[]... records) throws IOException {
        byte[] all = new byte[40 * records.length];
        ByteBuffer content = ByteBuffer.wrap(all);
        for (byte[] record : records) {
            content.put(record);
        }
        return Files.write(folder.resolve("trace-" + pid + "-17.bin"), all);
    }

    private List<Optional<ProcessEnd>> ends() {
        return OwnRecords.read(folder).stream()
                .flatMap(log -> log.entries().stream())
                .map(ProcessLog.Entry::end)
                .toList();
    }

    @Test
    void a_trace_of_the_java_library_tells_how_its_process_ended() throws IOException {
        trace(3, head(3, 1000), event(START, 2, 1000), event(SPAWN, 4, 1500), event(EXIT, -1, 9000));
        trace(4, head(4, 2000), event(START, 3, 2000), new byte[40], event(EXIT, 7, 8000));

        ProcessLog log = OwnRecords.read(folder).get(0);

        assertThat(log.method()).isEqualTo(ProcessLog.Method.JAVA_TRACE);
        assertThat(log.entries()).extracting(ProcessLog.Entry::pid).containsExactly(3L, 4L);
        assertThat(log.entries()).extracting(ProcessLog.Entry::parentPid).containsExactly(2L, 3L);
        assertThat(ends()).containsExactly(Optional.empty(), Optional.of(ProcessEnd.exited(7)));
    }

    @Test
    void an_exit_code_has_eight_bits() throws IOException {
        trace(3, head(3, 1000), event(EXIT, 258, 9000));

        assertThat(ends()).containsExactly(Optional.of(ProcessEnd.exited(2)));
    }

    @Test
    void a_killed_process_has_no_end_and_half_a_record_does_not_count() throws IOException {
        Path file = trace(3, head(3, 1000), event(START, 2, 1000), event(EXIT, 5, 3000));
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 119));

        assertThat(ends()).containsExactly(Optional.empty());
    }

    @Test
    void what_is_no_trace_tells_nothing() throws IOException {
        trace(3, new byte[40], event(EXIT, 5, 3000));
        Files.writeString(folder.resolve("trace-5-1.bin"), "PGTRACE1");
        Files.createDirectory(folder.resolve("trace-6-1.bin"));
        Files.createSymbolicLink(folder.resolve("trace-7-1.bin"), Path.of("/dev/zero"));
        Files.createSymbolicLink(folder.resolve("python-processes.txt"), Path.of("/dev/zero"));

        assertThat(OwnRecords.read(folder)).isEmpty();
        assertThat(OwnRecords.read(folder.resolve("none"))).isEmpty();
    }

    @Test
    void python_processes_tell_how_their_children_ended() throws IOException {
        Files.writeString(folder.resolve("python-processes.txt"), """
                end 12 0
                end 13 768
                end 14 9
                end 15 x
                end 99999999999999999999 0
                end 16\s""");

        ProcessLog log = OwnRecords.read(folder).get(0);

        assertThat(log.method()).isEqualTo(ProcessLog.Method.PYTHON_AGENT);
        assertThat(log.entries()).extracting(ProcessLog.Entry::pid).containsExactly(12L, 13L, 14L);
        assertThat(ends())
                .containsExactly(
                        Optional.of(ProcessEnd.exited(0)),
                        Optional.of(ProcessEnd.exited(3)),
                        Optional.of(ProcessEnd.bySignal(9)));
    }
}
