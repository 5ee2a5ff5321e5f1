package procgrade.multiprocessing.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProcessTableTests {
    @TempDir
    File folder;

    private ProcessTable table;

    @BeforeEach
    void open() {
        table = new ProcessTable(folder);
        table.claimFirst();
    }

    private String line(int index) throws IOException {
        return Files.readString(new File(folder, "process-" + index).toPath());
    }

    @Test
    void describes_each_process_in_a_line() throws IOException {
        assertThat(line(0)).isEqualTo(ProcessHandle.current().pid() + "\t-1\tMainProcess\n");
        int index = table.claim();
        table.describe(index, 4711, 0, "tab\there, line\nthere, größer");
        assertThat(line(index)).isEqualTo("4711\t0\ttab here, line there, größer\n");
    }

    @Test
    void gives_out_each_index_once_until_it_is_released() {
        ProcessTable other = new ProcessTable(folder);
        int first = table.claim();
        int second = other.claim();
        int third = table.claim();
        assertThat(new int[] {first, second, third}).containsExactly(1, 2, 3);
        table.release(first);
        assertThat(new File(folder, "process-1")).doesNotExist();
        assertThat(table.claim()).isEqualTo(1);
        other.release(first);
        assertThat(new File(folder, "process-1"))
                .as("released by its claimer only")
                .exists();
    }

    @Test
    void forgets_the_children_of_a_process_that_is_gone() {
        int parent = table.claim();
        table.describe(parent, 1, 0, "parent");
        int child = table.claim();
        table.describe(child, 2, parent, "child");
        int grandchild = table.claim();
        table.describe(grandchild, 3, child, "grandchild");
        int other = table.claim();
        table.describe(other, 4, 0, "other");
        table.releaseChildrenOf(parent);
        assertThat(folder.list()).containsExactlyInAnyOrder("process-0", "process-" + parent, "process-" + other);
        table.releaseAll();
        assertThat(folder.list()).containsExactly("process-0");
    }

    @Test
    void is_full_at_last() {
        for (int i = 1; i < ProcessTable.MOST_PROCESSES; i++) {
            int unused = table.claim();
        }
        assertThatIllegalStateException()
                .isThrownBy(table::claim)
                .withMessage("cannot start a process: 4096 processes of this program are alive;"
                        + " join some before starting more");
        table.release(77);
        assertThat(table.claim()).isEqualTo(77);
    }

    @Test
    void says_why_a_process_cannot_be_noted() {
        File missing = new File(folder, "missing");
        ProcessTable nowhere = new ProcessTable(missing);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(nowhere::claim)
                .withMessageStartingWith("cannot note a process in " + missing + ": ");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> nowhere.describe(1, 1, 0, "x"))
                .withMessageStartingWith("cannot note a process in " + missing + ": ");
    }
}
