package procgrade.multiprocessing.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CellFilesTests {
    @TempDir
    File folder;

    @Test
    void are_seen_by_everybody_who_opens_them() {
        Cells mine = new CellFiles(folder, "").allocate(40);
        Cells theirs = new CellFiles(folder, "p1-").open(mine.ref());
        assertThat(theirs.length()).isEqualTo(40);
        assertThat(mine.getLong(32)).isZero();
        mine.setInt(0, -5);
        mine.setLong(8, Long.MIN_VALUE);
        mine.setByte(39, (byte) -1);
        assertThat(theirs.getInt(0)).isEqualTo(-5);
        assertThat(theirs.getFreshInt(0)).isEqualTo(-5);
        assertThat(theirs.getLong(8)).isEqualTo(Long.MIN_VALUE);
        assertThat(theirs.getByte(39)).isEqualTo((byte) -1);
        theirs.setInt(4, 9);
        assertThat(mine.getInt(4)).isEqualTo(9);
    }

    @Test
    void can_be_written_without_being_mapped() {
        Cells mine = new CellFiles(folder, "").allocate(64);
        Cells theirs = new CellFiles(folder, "p1-").open(mine.ref());
        mine.writeInt(0, 0x01020304);
        mine.writeText(8, "lock-1");
        assertThat(theirs.getInt(0)).isEqualTo(0x01020304);
        assertThat(theirs.getByte(8)).isEqualTo((byte) 'l');
        assertThat(theirs.getByte(13)).isEqualTo((byte) '1');
        assertThat(theirs.getByte(14)).isZero();
    }

    @Test
    void do_not_overlap() {
        CellFiles files = new CellFiles(folder, "");
        Set<String> refs = new HashSet<>();
        for (int i = 0; i < 3_000; i++) {
            Cells cells = files.allocate(1 + i % 200);
            for (int k = 0; k < cells.length(); k++) {
                assertThat(cells.getByte(k)).isZero();
                cells.setByte(k, (byte) 1);
            }
            refs.add(cells.ref());
        }
        assertThat(refs).hasSize(3_000);
    }

    @Test
    void may_be_larger_than_the_files_that_small_ones_share() {
        CellFiles files = new CellFiles(folder, "");
        Cells small = files.allocate(8);
        Cells large = files.allocate(200_000);
        large.setLong(199_992, 7);
        small.setLong(0, 8);
        assertThat(new CellFiles(folder, "x").open(large.ref()).getLong(199_992))
                .isEqualTo(7);
        assertThat(files.allocate(8).getLong(0)).isZero();
        assertThat(small.getLong(0)).isEqualTo(8);
    }

    @Test
    void are_not_mixed_up_with_those_of_other_processes() {
        Cells mine = new CellFiles(folder, "p1-").allocate(8);
        mine.setLong(0, 1);
        Cells theirs = new CellFiles(folder, "p2-").allocate(8);
        assertThat(theirs.ref()).isNotEqualTo(mine.ref());
        assertThat(mine.getLong(0)).isEqualTo(1);
    }

    @Test
    void say_why_they_cannot_be_made_or_mapped() {
        File missing = new File(folder, "missing");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> new CellFiles(missing, "").allocate(8))
                .withMessageStartingWith("cannot make shared memory of 65536 bytes in " + missing);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> new CellFiles(missing, "").open("cells-0:0:8").getInt(0))
                .withMessageStartingWith("cannot map the shared memory " + missing);
    }
}
