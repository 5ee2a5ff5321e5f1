package procgrade.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import procgrade.submission.SubmissionFault;

class RosterTests {
    @TempDir
    private Path temporary;

    private Path csv;

    @BeforeEach
    void name() {
        csv = temporary.resolve("roster.csv");
    }

    private Roster read(String... lines) throws IOException {
        return read(String.join("\n", lines), StandardCharsets.UTF_8);
    }

    private Roster read(String text, Charset charset) throws IOException {
        Files.write(csv, text.getBytes(charset));
        return Roster.read(csv);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name,id,email|Ada Lovelace,s1,ada@example.org",
                "NAME;ID;EMail|Ada Lovelace;s1;ada@example.org",
                "Full name\tSID\tEmail address|Ada Lovelace\tS1\tada@example.org",
                "First Name,Last Name,SID,Email|Ada,Lovelace,s1,ada@example.org",
                "last_name,first_name,student_id,e-mail|Lovelace,Ada,s1,ada@example.org",
                "Matrikelnummer;Vorname;Nachname;E-Mail-Adresse|s1;Ada;Lovelace;ada@example.org",
                "Identifier,Full name,Email address|s1,\" Ada  Lovelace \",ada@example.org"
            })
    void columns_are_known_by_their_headers(String header, String line) throws IOException {
        Roster roster = read(header, line);

        assertThat(roster.people()).hasSize(1);
        Roster.Listed ada = roster.people().get(0);
        assertThat(ada.person()).isEqualTo(new Person("Ada Lovelace", "s1", "ada@example.org"));
        assertThat(ada.line()).isEqualTo(2);
        assertThat(roster.notices()).isEmpty();
    }

    @Test
    void a_gradebook_of_canvas_is_a_roster() throws IOException {
        Roster roster = read(
                "Student,ID,SIS User ID,SIS Login ID,Section,Lab 3 (77)",
                "    Points Possible,,,,,10.00",
                ",,,,,Manual Posting",
                "\"Lovelace, Ada\",101,S-1,ada@example.org,A,",
                "\"Student, Test\",999,,a1b2c3,A,");

        assertThat(roster.people()).hasSize(1);
        assertThat(roster.people().get(0).person()).isEqualTo(new Person("Lovelace, Ada", "101", ""));
        assertThat(roster.people().get(0).ids()).containsExactlyInAnyOrder("101", "s-1", "ada@example.org");
    }

    @Test
    void moodles_word_before_the_number_of_a_participant_is_no_part_of_the_id() throws IOException {
        assertThat(read("Identifier,Full name", "Teilnehmer/in 12,Ada", "Participant 13,Alan", "s 4,X")
                        .people())
                .extracting(listed -> listed.person().id())
                .containsExactly("12", "13", "4");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_a_header() throws IOException {
        assertThat(read("\ufeffname", "Ada").people()).hasSize(1);
        assertThat(read("\ufeffname\nJörg", StandardCharsets.UTF_16LE).people())
                .extracting(listed -> listed.person().name())
                .containsExactly("Jörg");
    }

    @Test
    void other_encodings_are_taken_for_latin_1_with_a_notice() throws IOException {
        Roster roster = read("name\nJörg", StandardCharsets.ISO_8859_1);

        assertThat(roster.people().get(0).person().name()).isEqualTo("Jörg");
        assertThat(roster.notices())
                .containsExactly("the roster is not UTF-8 and is read as Latin-1: look whether names are right");
    }

    @Test
    void a_line_that_is_there_twice_counts_once() throws IOException {
        Roster roster = read("name,id", "Ada,1", "Alan,2", "Ada,1");

        assertThat(roster.people()).hasSize(2);
        assertThat(roster.notices()).containsExactly("the roster has Ada twice, in lines 2 and 4");
    }

    @Test
    void blank_lines_are_passed_over() throws IOException {
        assertThat(read("name,id", "", "Ada,1", ",", "Alan,2", "").people()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name,id;Ada,1,x|has 3 fields in line 2, but 2 in its header",
                "name,id;Ada|has 1 fields in line 2, but 2 in its header",
                "name,points;Ada,3;,4|does not say in line 3 who that is",
                "colour,size;red,3|names no column in line 1 that tells who people are: colour, size",
                "name,id|has no people in it"
            })
    void faults_name_the_line(String lines, String problem) {
        assertThatThrownBy(() -> read(lines.split(";")))
                .isInstanceOf(SubmissionFault.class)
                .hasMessage("the roster " + csv + " " + problem)
                .extracting(fault -> ((SubmissionFault) fault).wayOut())
                .asString()
                .isNotBlank();
    }

    @Test
    void a_quote_that_is_never_closed_is_a_fault() {
        assertThatThrownBy(() -> read("name,id", "Ada,1", "\"Alan,2"))
                .isInstanceOf(SubmissionFault.class)
                .hasMessageContaining("line 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere.csv", "."})
    void a_file_that_cannot_be_read_is_a_fault(String name) {
        assertThatThrownBy(() -> Roster.read(temporary.resolve(name)))
                .isInstanceOf(SubmissionFault.class)
                .hasMessageContaining(" cannot be read: ");
    }

    @Test
    void a_huge_file_is_a_fault() throws IOException {
        Files.write(csv, new byte[20_000_001]);

        assertThatThrownBy(() -> Roster.read(csv))
                .isInstanceOf(SubmissionFault.class)
                .hasMessageEndingWith("has more than 20 MB");
    }
}
