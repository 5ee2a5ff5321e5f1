package procgrade.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names that procgrade's Java library gives its pipes, and the files in which it explains them. */
class MultiprocessingTests {
    private static final String FOLDER = "/dev/shm/multiprocessing-4026531836-2093-330741";

    private static Optional<MultiprocessingPipe> pipe(String path) {
        return MultiprocessingPipe.of(new Descriptor(7, DescriptorKind.NAMED_PIPE, path, 27, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "queue-1.data, queue-1, queue, data, false",
        "timed-queue-1.data, queue-1, queue, data, true",
        "queue-p3-12.readers, queue-p3-12, queue, readers, false",
        "queue-p1_2-12.readers, queue-p1_2-12, queue, readers, false",
        "event-1.flag (deleted), event-1, event, flag, false",
        "barrier-1.condition.waiters, barrier-1, barrier, condition.waiters, false",
        "process-0.births, process-0, process, births, false",
    })
    void the_file_name_tells_object_and_role(String file, String object, String type, String role, boolean timed) {
        assertThat(pipe(FOLDER + "/" + file)).contains(new MultiprocessingPipe(FOLDER, object, type, role, timed));
    }

    @Test
    void timed_and_untimed_waits_are_for_the_same_pipe() {
        assertThat(pipe(FOLDER + "/timed-queue-1.data").orElseThrow().file()).isEqualTo("queue-1.data");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tmp/ada/line",
                "/dev/shm/multiprocessing-0-2093-330741/free-2093-0-1",
                "/dev/shm/multiprocessing-0-2093/queue-1.data",
                "/dev/shm/multiprocessing-0-2093-330741/sub/queue-1.data",
                "multiprocessing-0-2093-330741/queue-1.data",
                "/dev/shm/queue-1.data",
            })
    void other_pipes_are_not_of_the_library(String path) {
        assertThat(pipe(path)).isEmpty();
    }

    @Test
    void an_ordinary_file_is_not_a_pipe_of_the_library() {
        assertThat(MultiprocessingPipe.of(new Descriptor(7, DescriptorKind.FILE, FOLDER + "/queue-1.data", 27, 1)))
                .isEmpty();
    }

    @Test
    void the_session_knows_the_names_that_the_program_uses() {
        String folder = "/dev/shm/multiprocessing-0-2093-330741";
        MultiprocessingSession session = MultiprocessingSession.read(SavedProc.load("library-waits"), 2093, folder);

        assertThat(session.objectName("queue-1")).contains("Hangs.tasks");
        assertThat(session.objectName("queue-2")).isEmpty();
        assertThat(session.processName(2093)).contains("MainProcess");
        assertThat(session.processName(2131)).contains("starter");
        assertThat(session.processName(99)).isEmpty();
    }

    @Test
    void lines_that_are_incomplete_or_strange_give_no_names() {
        String folder = "/tmp/multiprocessing-1-7-8";
        SavedProc proc = SavedProc.of("file 7/root" + folder + "/names queue-1\\nqueue-2 \\n x\\nqueue-3 \\x1b[31m\\n\n"
                + "file 7/root" + folder + "/process-0\n"
                + "file 7/root" + folder + "/process-1 x\\t0\\tname\\n\n"
                + "file 7/root" + folder + "/process-2 12\\t0\\ttab\\there\\n\n"
                + "file 7/root" + folder + "/process-4 14\\t0\\tunreached\\n\n");

        MultiprocessingSession session = MultiprocessingSession.read(proc, 7, folder);

        assertThat(session.objectName("queue-1")).isEmpty();
        assertThat(session.objectName("queue-2")).isEmpty();
        assertThat(session.objectName("queue-3")).contains("\\x1b[31m");
        assertThat(session.processName(12)).contains("tab\\there");
        assertThat(session.processName(14)).isEmpty();
    }

    /** As in a saved file: bytes that are no printable characters are escaped. */
    private static String cell(int holder, String name) {
        ByteBuffer pid = ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .putInt(holder);
        StringBuilder cell = new StringBuilder();
        for (byte one : pid.array()) {
            cell.append(String.format("\\x%02x", one));
        }
        return cell + "\\x00".repeat(4) + name + "\\x00".repeat(56 - name.length());
    }

    @Test
    void the_session_knows_who_has_a_lock() {
        String cells = "/root" + FOLDER + "/cells-";
        SavedProc proc = SavedProc.of("file 7" + cells + "0 " + cell(12, "lock-11") + cell(13, "lock-1") + "\n"
                + "file 7" + cells + "1 " + cell(0, "rlock-1") + cell(14, "barrier-2.condition") + "\n"
                + "file 7" + cells + "p1_2-0 " + cell(15, "lock-p1_2-1") + "\n"
                + "file 7" + cells + "3 " + cell(16, "lock-9") + "\n");
        MultiprocessingSession session = MultiprocessingSession.read(proc, 7, FOLDER);

        assertThat(session.holder("lock-1")).hasValue(13);
        assertThat(session.holder("barrier-2.condition")).hasValue(14);
        assertThat(session.holder("lock-p1_2-1")).hasValue(15);
        assertThat(session.holder("rlock-1")).as("nobody").isEmpty();
        assertThat(session.holder("lock-9")).as("no file before that one").isEmpty();
        assertThat(session.holder("../lock-1")).isEmpty();
    }

    @Test
    void a_session_that_is_gone_has_no_names() {
        MultiprocessingSession session = MultiprocessingSession.read(SavedProc.of(""), 7, FOLDER);

        assertThat(session.objectName("queue-1")).isEmpty();
        assertThat(session.processName(7)).isEmpty();
        assertThat(session.holder("lock-1")).isEmpty();
    }
}
