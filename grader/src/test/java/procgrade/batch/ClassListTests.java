package procgrade.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static procgrade.batch.MadeHandIns.handIn;
import static procgrade.batch.MadeHandIns.handIns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import procgrade.collect.HandIn;
import procgrade.collect.Person;
import procgrade.collect.Refusal;

class ClassListTests {
    private static final ClassFacts FACTS = new ClassFacts(
            List.of(
                    new Refusal(
                            "bad",
                            List.of(Person.named("Bad \"refused\":")),
                            "bad.zip",
                            "is encrypted",
                            "hand in another"),
                    new Refusal("worse", List.of(), "w\ud800", "is no archive", "make one")),
            List.of(new Person("Li", "7", "")),
            List.of("a notice\n"));

    @TempDir
    private Path folder;

    private ClassList write(List<HandIn> handIns) throws IOException {
        return ClassList.write(handIns, FACTS, folder.resolve("list"), new Disk());
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
    void a_list_is_opened_again_with_all_that_is_known() throws IOException {
        write(List.of(handIn("ada"), handIn("bob")));

        ClassList again = ClassList.open(folder.resolve("list"));

        assertThat(again).containsExactly(handIn("ada"), handIn("bob"));
        assertThat(again.facts()).isEqualTo(FACTS);
    }

    @Test
    void a_list_that_is_missing_or_none_cannot_be_opened() throws IOException {
        assertThatThrownBy(() -> ClassList.open(folder.resolve("missing"))).isInstanceOf(IOException.class);
        Path damaged = Files.writeString(folder.resolve("damaged"), "{\"key\":");
        assertThatThrownBy(() -> ClassList.open(Files.writeString(folder.resolve("empty"), "")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ClassList.open(Files.writeString(folder.resolve("array"), "[]")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ClassList.open(damaged))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("is damaged");
    }

    @Test
    void a_list_ends() throws IOException {
        Iterator<HandIn> none = write(handIns(0)).iterator();

        assertThat(none.hasNext()).isFalse();
        assertThatThrownBy(none::next).isInstanceOf(NoSuchElementException.class);
    }
}
