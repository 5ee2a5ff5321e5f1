package procgrade.multiprocessing.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The session's folder, its names and its supply of pipes. */
final class SessionTests {
    private final Session session = Session.current();

    @Test
    void is_one_for_a_process_in_a_folder_that_only_its_user_may_enter() throws IOException {
        assertThat(Session.current()).isSameAs(session);
        assertThat(Session.exists()).isTrue();
        assertThat(session.processIndex()).isZero();
        assertThat(Files.getPosixFilePermissions(session.folder().toPath()))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE", "OWNER_EXECUTE");
    }

    @Test
    void names_objects_by_their_kind_and_number() {
        String first = session.newName("sessiontest");
        assertThat(first).isEqualTo("sessiontest-1");
        assertThat(session.newName("sessiontest")).isEqualTo("sessiontest-2");
    }

    @Test
    void notes_what_the_program_calls_an_object_when_it_changes() throws IOException {
        String object = session.newName("noted");
        session.noteName(object, "Main.q");
        session.noteName(object, "Main.q");
        session.noteName(object, "Main.other");
        assertThat(Files.readAllLines(session.folder().toPath().resolve("names")))
                .filteredOn(line -> line.startsWith(object))
                .containsExactly(object + " Main.q", object + " Main.other");
    }

    @Test
    void lets_each_thing_be_said_once() {
        String sentence = "something about " + session.newName("said");
        assertThat(session.isFirstToSay(sentence)).isTrue();
        assertThat(session.isFirstToSay(sentence)).isFalse();
    }

    @Test
    void knows_folders_whose_owners_are_alive() {
        File mine = SessionFolder.nameForThisProcess();
        assertThat(SessionFolder.ownerIsAlive(mine)).isTrue();
        assertThat(session.folder().getName()).isEqualTo(mine.getName());
    }

    /** Pid 1 is there, but did not start at that time. */
    @ParameterizedTest
    @CsvSource({
        "multiprocessing-0-1-12345678901, false",
        "multiprocessing-0-4194305-1, false",
        "multiprocessing-0-x-1, true",
        "multiprocessing-of-somebody-else-entirely, true",
        "multiprocessing-x, true"
    })
    void leaves_folders_alone_that_it_cannot_judge(String name, boolean alive) {
        assertThat(SessionFolder.ownerIsAlive(new File("/tmp", name))).isEqualTo(alive);
    }

    @Test
    void is_removed_with_all_that_is_in_it(@TempDir File base) throws IOException {
        File folder = new File(base, "session");
        FifoSupply supply = FifoSupply.createWithFolder(folder);
        File pipe = supply.claim("queue-1.data");
        assertThat(new File(folder, "sub").mkdir()).isTrue();
        Files.writeString(folder.toPath().resolve("sub/file"), "x");
        Files.createSymbolicLink(folder.toPath().resolve("link"), base.toPath());
        File kept = new File(base, "kept");
        assertThat(kept.createNewFile()).isTrue();
        assertThat(pipe).exists();
        SessionFolder.delete(folder);
        assertThat(folder).doesNotExist();
        assertThat(kept).as("behind a link").exists();
    }

    @Test
    void supplies_every_pipe_once_and_more_than_a_batch(@TempDir File base) {
        File folder = new File(base, "session");
        FifoSupply one = FifoSupply.createWithFolder(folder);
        FifoSupply other = FifoSupply.in(folder);
        for (int i = 0; i < 60; i++) {
            File pipe = (i % 2 == 0 ? one : other).claim("object-" + i + ".role");
            assertThat(pipe).exists().isEqualTo(new File(folder, "object-" + i + ".role"));
            try (Fifo open = Fifo.open(pipe)) {
                open.writeByte(i);
                assertThat(open.readByte()).isEqualTo(i);
            }
        }
        assertThat(Set.of(folder.list())).hasSize(2 * 48);
    }

    @Test
    void says_that_its_folder_is_gone(@TempDir File base) {
        FifoSupply supply = FifoSupply.in(new File(base, "gone"));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> supply.claim("x.y"))
                .withMessage("cannot make a pipe in " + new File(base, "gone")
                        + ": the folder is gone; do not remove it while a program runs");
    }

    @Test
    void says_that_its_folder_is_there_already(@TempDir File base) {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> FifoSupply.createWithFolder(base))
                .withMessageMatching("cannot make the folder for pipes " + base + ": .*File exists");
    }
}
