package procgrade.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DirectoryProcFsTests {
    @TempDir
    private Path root;

    private ProcFs proc;

    @BeforeEach
    void open() {
        proc = ProcFs.at(root);
    }

    private static void makeNamedPipe(Path path) throws IOException, InterruptedException {
        Process mkfifo = new ProcessBuilder("mkfifo", path.toString()).start();
        assertThat(mkfifo.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void reads_a_file_up_to_the_limit() throws IOException {
        Files.writeString(root.resolve("stat"), "x".repeat(10_000));

        assertThat(proc.read("stat", 20_000).value()).hasSize(10_000);
        assertThat(proc.read("stat", 10_000).value()).hasSize(10_000);
        assertThat(proc.read("stat", 5_000).value()).hasSize(5_000);
        assertThat(proc.read("stat", 1).value()).hasSize(1);
    }

    @Test
    void reads_a_record_up_to_the_limit() throws IOException {
        Files.writeString(root.resolve("stat"), "x".repeat(10_000));

        assertThat(proc.readRecord("stat", 20_000).value()).hasSize(10_000);
        assertThat(proc.readRecord("stat", 5_000).value()).hasSize(5_000);
        assertThat(proc.readRecord("stat", 1).value()).hasSize(1);
        Files.writeString(root.resolve("stat"), "");
        assertThat(proc.readRecord("stat", 100).value()).isEmpty();
        assertThat(proc.readRecord("7/stat", 100)).isEqualTo(Observed.gone());
    }

    @Test
    void of_a_link_that_promises_nothing_only_the_text_is_read() throws IOException {
        Files.writeString(root.resolve("file"), "");
        Files.createSymbolicLink(root.resolve("link"), root.resolve("file"));
        Link whole = proc.link("link").value();

        assertThat(whole.type()).isEqualTo(FileType.REGULAR);
        assertThat(proc.link("link", target -> target.endsWith("/file")).value())
                .isEqualTo(whole);
        assertThat(proc.link("link", target -> false).value()).isEqualTo(Link.ofText(whole.target()));
    }

    @Test
    void reads_a_part_of_a_file() throws IOException {
        Files.writeString(root.resolve("mem"), "0123456789");

        assertThat(proc.readAt("mem", 3, 4).value()).asString().isEqualTo("3456");
        assertThat(proc.readAt("mem", 8, 4).value()).asString().isEqualTo("89");
        assertThat(proc.readAt("mem", 10, 4).value()).isEmpty();
        assertThat(proc.readAt("7/mem", 0, 4)).isEqualTo(Observed.gone());
    }

    @Test
    void a_kept_file_tells_what_it_holds_now() throws IOException {
        Files.writeString(root.resolve("stat"), "before");
        try (KeptFile kept = proc.keep("stat", 10)) {
            assertThat(kept.read().value()).asString().isEqualTo("before");
            Files.writeString(root.resolve("stat"), "after");
            assertThat(kept.read().value()).asString().isEqualTo("after");
        }
        try (KeptFile missing = proc.keep("7/stat", 10)) {
            assertThat(missing.read()).isEqualTo(Observed.gone());
        }
    }

    @Test
    void a_kept_file_of_a_process_that_has_ended_is_gone() throws IOException, InterruptedException {
        Process cat = new ProcessBuilder("cat").start();
        try (KeptFile kept = ProcFs.ofThisMachine().keep(cat.pid() + "/task/" + cat.pid() + "/schedstat", 128)) {
            assertThat(kept.read().isKnown()).isTrue();
            cat.destroyForcibly().waitFor();
            assertThat(kept.read()).isEqualTo(Observed.gone());
        }
    }

    @Test
    void a_thread_that_was_interrupted_still_sees() {
        Thread.currentThread().interrupt();
        try {
            assertThat(ProcFs.ofThisMachine().read("self/stat", 4096).isKnown()).isTrue();
            assertThat(ProcFs.ofThisMachine().numbers("self/task", 10).isKnown())
                    .isTrue();
            assertThat(ProcFs.ofThisMachine().link("self/fd/1").isKnown()).isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void what_is_not_there_is_gone() {
        assertThat(proc.read("7/stat", 10)).isEqualTo(Observed.gone());
        assertThat(proc.readUserFile("7/root/names", 10)).isEqualTo(Observed.gone());
        assertThat(proc.link("7/fd/3")).isEqualTo(Observed.gone());
        assertThat(proc.numbers("7/task", 10)).isEqualTo(Observed.gone());
    }

    @Test
    void what_is_there_and_cannot_be_read_is_unreadable() throws IOException {
        Files.createDirectory(root.resolve("folder"));
        Files.writeString(root.resolve("file"), "x");

        assertThat(proc.read("folder", 10)).isEqualTo(Observed.unreadable());
        assertThat(proc.link("file")).isEqualTo(Observed.unreadable());
        assertThat(proc.numbers("file", 10)).isEqualTo(Observed.unreadable());
    }

    @Test
    void lists_only_numbers_in_order_and_up_to_the_limit() throws IOException {
        for (String name : new String[] {"10", "9", "2", "self", "1x", "-3", "99999999999999999999"}) {
            Files.createDirectory(root.resolve(name));
        }

        assertThat(proc.numbers("", 100).value()).containsExactly(2L, 9L, 10L);
        assertThat(proc.numbers("", 2).value()).hasSize(2);
    }

    @Test
    void reads_a_link_with_the_identity_of_its_file() throws IOException, InterruptedException {
        makeNamedPipe(root.resolve("line"));
        Files.createLink(root.resolve("second-name"), root.resolve("line"));
        Files.createSymbolicLink(root.resolve("3"), root.resolve("line"));
        Files.createSymbolicLink(root.resolve("4"), root.resolve("second-name"));

        Link first = proc.link("3").value();
        Link second = proc.link("4").value();

        assertThat(first.target()).isEqualTo(root.resolve("line").toString());
        assertThat(first.type()).isEqualTo(FileType.FIFO);
        assertThat(second.target()).isNotEqualTo(first.target());
        assertThat(second.inode()).isEqualTo(first.inode());
        assertThat(second.device()).isEqualTo(first.device());
    }

    @Test
    void a_target_of_any_name_becomes_one_harmless_line() throws IOException {
        Path target = Files.createDirectory(root.resolve("two\nlines 100% sure?"));
        Files.createSymbolicLink(root.resolve("3"), target);

        assertThat(proc.link("3").value().target()).isEqualTo(root + "/two\\nlines 100% sure?");
    }

    @Test
    void a_named_pipe_in_the_place_of_a_file_does_not_block() throws IOException, InterruptedException {
        makeNamedPipe(root.resolve("names"));

        assertThat(proc.readUserFile("names", 100).value()).isEmpty();
    }

    @Test
    void a_user_file_is_read_up_to_the_limit_and_not_through_a_link() throws IOException {
        Files.writeString(root.resolve("names"), "queue-1 tasks\n");
        Files.createSymbolicLink(root.resolve("link"), root.resolve("names"));

        assertThat(new String(proc.readUserFile("names", 100).value(), StandardCharsets.UTF_8))
                .isEqualTo("queue-1 tasks\n");
        assertThat(proc.readUserFile("names", 5).value()).hasSize(5);
        assertThat(proc.readUserFile("link", 100)).isEqualTo(Observed.unreadable());
    }

    @Test
    void a_path_that_java_cannot_write_is_unreadable() {
        assertThat(proc.readUserFile("two\0halves", 10)).isEqualTo(Observed.unreadable());
    }
}
