package procgrade.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static procgrade.batch.MadeHandIns.handIn;
import static procgrade.batch.MadeHandIns.row;
import static procgrade.batch.MadeHandIns.stored;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import procgrade.judge.Verdict;

class ResultStoreTests {
    private static final Stored OLD = stored(handIn("ada", "old"), Verdict.DEADLOCK);
    private static final Stored NEW = stored(handIn("ada", "new"), Verdict.PASSED);

    @TempDir
    private Path temporary;

    /** A disk that does some steps and then nothing any more, as if the power had failed. */
    private static final class FailingDisk extends Disk {
        private int steps;

        FailingDisk(int steps) {
            this.steps = steps;
        }

        private void step() throws IOException {
            if (steps == 0) {
                throw new IOException("no power");
            }
            steps--;
        }

        @Override
        void makeFolder(Path folder) throws IOException {
            step();
            super.makeFolder(folder);
        }

        @Override
        void write(Path file, BatchFolder.Content content) throws IOException {
            if (steps == 0) {
                StringWriter text = new StringWriter();
                content.writeTo(text);
                Files.writeString(
                        file, text.toString().substring(0, text.toString().length() / 2));
            }
            step();
            super.write(file, content);
        }

        @Override
        void move(Path from, Path to) throws IOException {
            step();
            super.move(from, to);
        }

        @Override
        void moveOver(Path from, Path to) throws IOException {
            step();
            super.moveOver(from, to);
        }

        @Override
        void force(Path file) throws IOException {
            step();
            super.force(file);
        }

        @Override
        void remove(Path folder) throws IOException {
            step();
            super.remove(folder);
        }
    }

    private static ResultStore open(Path folder) throws IOException {
        return ResultStore.open(folder, new Disk());
    }

    private static void keep(ResultStore store, Stored stored) throws IOException {
        Path files = store.begin("ada");
        Files.writeString(files.resolve("report.txt"), stored.batchKey());
        store.commit(stored);
    }

    /** What lies in folders that nobody is to find. */
    private static List<Path> unfinished(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(path -> path.getParent().endsWith(".new")
                            || path.getParent().endsWith(".old"))
                    .toList();
        }
    }

    @Test
    void what_is_kept_is_read_with_its_files() throws IOException {
        keep(open(temporary), OLD);

        ResultStore again = open(temporary);
        assertThat(again.read("ada")).contains(OLD);
        assertThat(again.folder("ada").resolve("report.txt")).hasContent(OLD.batchKey());
        assertThat(again.read("bob")).isEmpty();
    }

    @Test
    void a_later_result_takes_the_place_of_the_former_with_all_its_files() throws IOException {
        ResultStore store = open(temporary);
        keep(store, OLD);
        Files.writeString(store.folder("ada").resolve("only-in-the-old-one"), "");
        keep(store, NEW);

        assertThat(store.read("ada")).contains(NEW);
        assertThat(store.folder("ada")).isDirectoryNotContaining("glob:**only-in-the-old-one");
        assertThat(unfinished(temporary)).isEmpty();
    }

    @Test
    void after_whichever_step_the_power_fails_the_old_result_is_there_or_the_new_one() throws IOException {
        boolean finished = false;
        for (int steps = 1; !finished; steps++) {
            Path folder = temporary.resolve("after-" + steps);
            keep(open(folder), OLD);
            try {
                keep(new ResultStore(folder, new FailingDisk(steps)), NEW);
                finished = true;
            } catch (IOException power) {
                finished = false;
            }

            ResultStore again = open(folder);
            Optional<Stored> known = again.read("ada");
            assertThat(known).as("after %d steps", steps).isPresent().get().isIn(OLD, NEW);
            assertThat(again.folder("ada").resolve("report.txt"))
                    .as("the files after %d steps", steps)
                    .hasContent(known.get().batchKey());
            assertThat(unfinished(folder)).isEmpty();
            if (finished) {
                assertThat(steps).isGreaterThan(8);
                assertThat(known).contains(NEW);
            }
        }
    }

    @Test
    void a_first_result_is_there_as_a_whole_or_not_at_all() throws IOException {
        for (int steps = 0; steps < 8; steps++) {
            Path folder = Files.createDirectory(temporary.resolve("after-" + steps));
            try {
                keep(new ResultStore(folder, new FailingDisk(steps)), NEW);
            } catch (IOException power) {
                assertThat(power).hasMessage("no power");
            }

            Optional<Stored> known = open(folder).read("ada");
            assertThat(known.isEmpty() || known.get().equals(NEW))
                    .as("after %d steps", steps)
                    .isTrue();
        }
    }

    @Test
    void a_result_that_was_judged_again_keeps_its_files() throws IOException {
        ResultStore store = open(temporary);
        keep(store, OLD);
        store.rejudged(NEW);

        assertThat(store.read("ada")).contains(NEW);
        assertThat(store.folder("ada").resolve("report.txt")).hasContent(OLD.batchKey());
    }

    @Test
    void judging_again_leaves_the_old_row_whichever_step_fails() throws IOException {
        for (int steps = 1; steps < 4; steps++) {
            Path folder = temporary.resolve("after-" + steps);
            keep(open(folder), OLD);
            ResultStore failing = new ResultStore(folder, new FailingDisk(steps));
            try {
                failing.rejudged(NEW);
            } catch (IOException power) {
                assertThat(power).hasMessage("no power");
            }

            assertThat(open(folder).read("ada")).isPresent().get().isIn(OLD, NEW);
        }
    }

    @Test
    void what_cannot_be_read_is_no_result() throws IOException {
        ResultStore store = open(temporary);
        keep(store, OLD);
        Path file = store.folder("ada").resolve(ResultStore.ROW);
        String whole = Files.readString(file);

        for (int size = 0; size < whole.length() - 1; size++) {
            Files.writeString(file, whole.substring(0, size));
            assertThat(store.read("ada")).as("%d characters of it", size).isEmpty();
        }
        Files.writeString(file, "{\"key\":\"" + OLD.batchKey() + "\",\"content\":\"a1\",\"row\":{\"x\":1}}\n");
        assertThat(store.read("ada")).isEmpty();
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(store.read("ada")).isEmpty();
    }

    @Test
    void what_was_given_up_leaves_nothing() throws IOException {
        ResultStore store = open(temporary);
        Files.writeString(store.begin("ada").resolve("half"), "");
        store.discard("ada");

        assertThat(unfinished(temporary)).isEmpty();
        assertThat(store.folder("ada")).doesNotExist();
    }

    @Test
    void text_of_students_cannot_end_a_result_early() throws IOException {
        ResultStore store = open(temporary);
        Stored hostile = new Stored(OLD.batchKey(), "a1", row("ada", Verdict.CRASHED, "}}\n{\"key\":\"x\u2028\ud800"));
        store.begin("ada");
        store.commit(hostile);

        assertThat(store.read("ada")).contains(hostile);
    }

    @Test
    void a_folder_that_cannot_be_made_is_told() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");

        assertThatThrownBy(() -> open(file.resolve("results"))).isInstanceOf(IOException.class);
    }
}
