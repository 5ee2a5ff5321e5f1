package procgrade.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static procgrade.batch.MadeHandIns.handIn;
import static procgrade.batch.MadeHandIns.handIns;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import procgrade.collect.HandIn;
import procgrade.collect.Person;

class ClassListTests {
    @TempDir
    private Path folder;

    private ClassList write(List<HandIn> handIns) throws IOException {
        return ClassList.write(handIns, List.of(), folder.resolve("list"));
    }

    @Test
    void hand_ins_are_read_as_they_were_written_and_more_than_once() throws IOException {
        HandIn odd = new HandIn(
                "li-2",
                List.of(new Person("李\n\u202e\ud800", "", ""), new Person("Ö, \"x\"", "7", "a@b")),
                true,
                Path.of("/in/a b/ü"),
                "f",
                List.of("late by 2 h", ""));

        ClassList list = write(List.of(handIn("ada"), odd));

        assertThat(list).containsExactly(handIn("ada"), odd);
        assertThat(list).hasSize(2);
    }

    @Test
    void a_list_ends() throws IOException {
        Iterator<HandIn> none = write(handIns(0)).iterator();

        assertThat(none.hasNext()).isFalse();
        assertThatThrownBy(none::next).isInstanceOf(NoSuchElementException.class);
    }
}
