package procgrade.gradebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanvasGradebookTests {
    private static final String HEADER = "Student,ID,SIS User ID,SIS Login ID,Section,Warm-up (16),"
            + "Pi with master and workers (17),Assignments Current Score,Final Score\n";
    private static final String POINTS = "    Points Possible,,,,,5,20,(read only),(read only)\n";

    @TempDir
    Path folder;

    private Downloads.Filled fill(String csv) throws IOException {
        return Downloads.canvas(folder, csv, SampleRows.gradebook(), "");
    }

    private Downloads.Filled fill(String csv, Row... rows) throws IOException {
        return Downloads.canvas(folder, csv, SampleRows.gradebook(List.of(rows)), "");
    }

    private static Row ada(String name, String id, String email) {
        return SampleRows.graded("ada", SampleRows.person(name, id, email), SampleRows.passed(), SampleRows.deadlock());
    }

    @Test
    void only_the_column_of_the_assignment_is_filled_and_the_file_keeps_its_form() throws IOException {
        String csv = ("\ufeff" + HEADER + "\"Manual Posting\",,,,,,Manual Posting,,\n" + POINTS
                        + "\"Lovelace, Ada\",101,\"0101\",ada,\"One, Two\",5,,\"\",80\n"
                        + "\"=cmd|'/c calc'!A1\",102,0102,cmd,S,4,3.00,1,2\n"
                        + "\"Hopper, Grace \"\"Amazing\"\"\nsecond line\",104,0104,grace,S,,,,\n"
                        + "\"Student, Test\",999,,,S,,,,")
                .replace("\n", "\r\n");

        String filled = fill(csv).text();

        assertThat(filled)
                .isEqualTo(csv.replace("\"One, Two\",5,,\"\",80", "\"One, Two\",5,8.00,\"\",80")
                        .replace("S,4,3.00,1,2", "S,4,11.43,1,2")
                        .replace("grace,S,,,,", "grace,S,,14.00,,"));
    }

    @Test
    void semicolons_and_decimal_commas_are_kept() throws IOException {
        String csv = HEADER.replace(',', ';') + "Points Possible;;;;;5,0;20,0;;\nLovelace, Ada;101;;;S;;;;1,5\n";

        assertThat(fill(csv).text()).isEqualTo(csv.replace("S;;;;1,5", "S;;8,00;;1,5"));
    }

    @Test
    void a_decimal_comma_between_commas_gets_quotation_marks() throws IOException {
        String csv = HEADER + "Points Possible,,,,,\"5,0\",\"20,0\",,\nAda,101,,,S,,,,\n";

        assertThat(fill(csv).text()).endsWith("Ada,101,,,S,,\"8,00\",,\n");
    }

    @Test
    void who_has_nothing_to_say_keeps_the_cell() throws IOException {
        String csv = HEADER + POINTS + "Kim Lee,106,,,S,1,2.50,,\nZo\u00eb,107,,,S,1,EX,,\nAda,101,,,S,,ex,,\n"
                + "\u738b\u5c0f\u660e,199,,,S,1,7,,\n";

        Downloads.Filled filled = fill(csv);

        assertThat(filled.text()).isEqualTo(csv);
        assertThat(filled.transfer().filled()).isZero();
        assertThat(filled.transfer().kept())
                .containsExactly(
                        "Kim Lee: the grader failed: no space left on device",
                        "Zo\u00eb: is excused",
                        "Ada: is excused");
        assertThat(filled.transfer().absent()).containsExactly("\u738b\u5c0f\u660e");
    }

    @Test
    void nothing_judged_is_no_zero_but_what_was_refused_is() throws IOException {
        String csv = HEADER + POINTS + "Zo\u00eb,107,,,S,1,,,\nMallory,103,,,S,1,12,,\n";

        Downloads.Filled filled = fill(csv);

        assertThat(filled.text()).endsWith("S,1,,,\nMallory,103,,,S,1,0.00,,\n");
        assertThat(filled.transfer().kept()).containsExactly("Zo\u00eb: nothing of it could be judged");
    }

    @Test
    void who_is_in_one_of_both_only_is_listed() throws IOException {
        Transfer transfer = fill(HEADER + POINTS + "Ada,101,,,S,,,,\n=Bob\u202e,555,,,S,,,,\n,556,,,S,,,,\n")
                .transfer();

        assertThat(transfer.column()).isEqualTo("Pi with master and workers (17)");
        assertThat(transfer.filled()).isEqualTo(1);
        assertThat(transfer.absent()).containsExactly("=Bob\\u202e", "556");
        assertThat(transfer.strangers())
                .containsExactly(
                        "=cmd|'/c calc'!A1 (cmd)",
                        "Kim Lee (kim-lee)",
                        "Mallory \\u202egpj.exe \\u001b[31m\\u0007 (mallory)",
                        "Grace \"Amazing\" Hopper (team-7)",
                        "O'Neil,\\nJos\u00e9 (team-7)",
                        "Zo\u00eb (zoe)");
    }

    @ParameterizedTest
    @CsvSource({
        "Ada Lovelace, '', ''",
        "ada LOVELACE, '', ''",
        "'Lovelace, Ada', '', ''",
        "somebody, 101, ''",
        "somebody, 0101, ''",
        "somebody, ADA@example.org, ''",
        "somebody, '', Ada@Example.org",
    })
    void people_are_found_by_what_is_known_of_them(String name, String id, String email) throws IOException {
        String csv = HEADER + POINTS + "\"Lovelace, Ada\",101,0101,ada@example.org,S,,,,\n";

        assertThat(fill(csv, ada(name, id, email)).text()).endsWith("S,,11.43,,\n");
    }

    @Test
    void family_name_and_first_name_may_have_columns_of_their_own() throws IOException {
        String csv = "LastName,FirstName,ID,Section,Pi with master and workers (17)\nLovelace,Ada,101,S,\n";

        assertThat(fill(csv, ada("Ada Lovelace", "", "")).text()).endsWith("Lovelace,Ada,101,S,5.71\n");
    }

    @Test
    void two_of_one_name_are_told_apart_by_what_the_system_knows_them_by_or_not_at_all() throws IOException {
        String csv = HEADER + POINTS + "Kim Lee,1,,,S,,,,\nKim Lee,2,,,S,,9,,\n";

        Downloads.Filled known = fill(csv, ada("Kim Lee", "1", ""));
        assertThat(known.text()).endsWith("Kim Lee,1,,,S,,11.43,,\nKim Lee,2,,,S,,9,,\n");

        Downloads.Filled unknown = fill(csv, ada("Kim Lee", "", ""));
        assertThat(unknown.text()).isEqualTo(csv);
        assertThat(unknown.transfer().kept())
                .hasSize(2)
                .allMatch(
                        line -> line.equals("Kim Lee: more than one of that name in the gradebook, handed in was ada"));
    }

    @Test
    void two_who_handed_in_under_one_name_get_nothing() throws IOException {
        Row other = SampleRows.graded("kim-2", SampleRows.person("Kim Lee", "", ""), SampleRows.passed());

        Downloads.Filled filled = fill(HEADER + POINTS + "Kim Lee,1,,,S,,9,,\n", ada("Kim Lee", "", ""), other);

        assertThat(filled.text()).endsWith("S,,9,,\n");
        assertThat(filled.transfer().kept())
                .containsExactly("Kim Lee: more than one of that name handed in: ada, kim-2");
    }

    @Test
    void who_handed_in_twice_gets_nothing() throws IOException {
        Row other = SampleRows.graded("again", SampleRows.person("Ada", "101", ""), SampleRows.passed());

        assertThat(fill(HEADER + POINTS + "Ada,101,,,S,,,,\n", ada("Ada", "101", ""), other)
                        .transfer()
                        .kept())
                .containsExactly("Ada: handed in more than once: ada, again");
    }

    @Test
    void a_number_that_means_two_people_in_two_columns_goes_by_the_name() throws IOException {
        String csv = HEADER + POINTS + "Bob Brown,101,202,,S,,,,\nAda Lovelace,303,101,,S,,,,\nEve,404,505,,S,,,,\n";
        Row bob = SampleRows.graded("bob", SampleRows.person("bob", "202", ""), SampleRows.passed());

        Downloads.Filled filled = fill(csv, ada("Ada", "101", ""), bob);

        assertThat(filled.text())
                .endsWith("Bob Brown,101,202,,S,,20.00,,\nAda Lovelace,303,101,,S,,11.43,,\nEve,404,505,,S,,,,\n");
        assertThat(fill(csv, ada("Ada", "101", "")).text())
                .endsWith("Bob Brown,101,202,,S,,,,\nAda Lovelace,303,101,,S,,11.43,,\nEve,404,505,,S,,,,\n");
    }

    @Test
    void who_is_found_under_another_name_is_told() throws IOException {
        Downloads.Filled filled = fill(HEADER + POINTS + "Bob Brown,101,,,S,,,,\n", ada("Ada", "101", ""));

        assertThat(filled.text()).endsWith("S,,11.43,,\n");
        assertThat(filled.transfer().notices())
                .containsExactly("1 found by number or address under another name, such as Bob Brown: Ada (ada)");
    }

    @Test
    void everybody_of_a_group_gets_the_grade() throws IOException {
        String csv = HEADER + POINTS + "Grace,104,,,S,,,,\nJos\u00e9,105,,,S,,,,\n";

        assertThat(fill(csv, SampleRows.team()).text())
                .contains("Grace,104,,,S,,14.00,,")
                .contains("Jos\u00e9,105,,,S,,14.00,,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Warm-up", "Warm-up (16)", "16"})
    void a_column_can_be_chosen(String column) throws IOException {
        Downloads.Filled filled =
                Downloads.canvas(folder, HEADER + POINTS + "Ada,101,,,S,,,,\n", SampleRows.gradebook(), column);

        assertThat(filled.text()).endsWith("Ada,101,,,S,2.00,,,\n");
        assertThat(filled.transfer().column()).isEqualTo("Warm-up (16)");
    }

    @Test
    void the_column_may_be_called_like_the_id_of_the_assignment() throws IOException {
        String csv = HEADER.replace("Pi with master and workers", "pi_mw") + POINTS + "Ada,101,,,S,,,,\n";

        assertThat(fill(csv).transfer().column()).isEqualTo("pi_mw (17)");
    }

    @Test
    void without_points_possible_the_points_of_the_rubric_count() throws IOException {
        Downloads.Filled filled = fill(HEADER + "Ada,101,,,S,,,,\n");

        assertThat(filled.text()).endsWith("S,,4.00,,\n");
        assertThat(filled.transfer().notices())
                .containsExactly("'Pi with master and workers (17)' has no points possible in 'canvas.csv', "
                        + "the grades are out of 10");
    }

    @Test
    void blank_lines_are_kept() throws IOException {
        String csv = HEADER + "\n" + POINTS + "Ada,101,,,S,,,,\n\n";

        assertThat(fill(csv).text()).isEqualTo(csv.replace("S,,,,\n", "S,,8.00,,\n"));
    }

    private void assertRefused(String csv, String column, String message) {
        StringWriter out = new StringWriter();
        assertThatThrownBy(() -> CanvasGradebook.fill(
                        Files.writeString(folder.resolve("canvas.csv"), csv), SampleRows.gradebook(), column, out))
                .isInstanceOf(GradebookFault.class)
                .hasMessage(message);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_gradebook_of_another_course_is_refused() {
        assertRefused(
                HEADER + POINTS + "Bob,1,,,S,,,,\nEve,2,,,S,,,,\n",
                "",
                "none of the 7 people who handed in is among the 2 of 'canvas.csv'; "
                        + "give the gradebook of this course");
        assertRefused(HEADER + POINTS, "", "there are no students in 'canvas.csv'; give the gradebook of this course");
    }

    @Test
    void a_column_that_is_not_there_or_twice_or_read_only_is_refused() {
        assertRefused(
                HEADER.replace("Pi with", "E with") + POINTS,
                "",
                "'canvas.csv' has no column 'Pi with master and workers', it may be of another course; "
                        + "choose one with --column, such as 'Warm-up (16)'");
        assertRefused(
                HEADER + POINTS,
                "ID",
                "'canvas.csv' has no column 'ID', it may be of another course; "
                        + "choose one with --column, such as 'Warm-up (16)'");
        assertRefused(
                "Student,ID,Section,Final Score\n",
                "",
                "'canvas.csv' has no column 'Pi with master and workers', it may be of another course; "
                        + "publish the assignment in Canvas and export again");
        assertRefused(
                HEADER.replace("Warm-up", "Pi with master and workers") + POINTS,
                "",
                "'canvas.csv' has 2 columns 'Pi with master and workers'; "
                        + "choose one with --column, such as 'Pi with master and workers (16)'");
        assertRefused(
                HEADER + POINTS.replace(",20,", ",(read only),") + "Ada,101,,,S,,,,\n",
                "",
                "column 'Pi with master and workers (17)' of 'canvas.csv' is read only in Canvas; "
                        + "choose another one with --column");
    }

    @Test
    void what_is_no_canvas_gradebook_is_refused() {
        assertRefused(
                "key,names\nada,Ada\n",
                "",
                "'canvas.csv' is no Canvas gradebook, its first line does not begin with Student and ID; "
                        + "give the file as Canvas exported it");
        assertRefused("", "", "'canvas.csv' is empty; download it again");
        assertRefused(
                HEADER + POINTS + "\"Ada,101,,,S,,,,\n",
                "",
                "'canvas.csv' is broken after line 2, a quotation mark is missing; download it again");
    }

    @Test
    void a_file_that_is_no_text_or_not_there_is_refused() throws IOException {
        Path spreadsheet = Files.write(folder.resolve("a.xlsx"), new byte[] {'P', 'K', 3, 4, (byte) 0xff, (byte) 0xfe});

        assertThatThrownBy(() -> CanvasGradebook.fill(spreadsheet, SampleRows.gradebook(), "", new StringWriter()))
                .hasMessage("'a.xlsx' is no text in UTF-8; "
                        + "give the file as it was downloaded, not as a spreadsheet saved it");
        assertThatThrownBy(() -> CanvasGradebook.fill(
                        folder.resolve("none.csv"), SampleRows.gradebook(), "", new StringWriter()))
                .hasMessage("there is no file 'none.csv'; download it first");
    }

    @Test
    void an_empty_class_changes_nothing() throws IOException {
        String csv = HEADER + POINTS + "Bob,1,,,S,,3,,\n";

        Downloads.Filled filled = fill(csv, new Row[0]);

        assertThat(filled.text()).isEqualTo(csv);
        assertThat(filled.transfer().absent()).containsExactly("Bob");
    }

    @Test
    void names_of_any_alphabet_are_compared() {
        assertThat(Matching.nameKey("M\u00fcller-L\u00fcdenscheidt, Hans"))
                .isEqualTo(Matching.nameKey("hans m\u00fcller l\u00fcdenscheidt"))
                .isNotEqualTo(Matching.nameKey("Hans M\u00fcller"));
        assertThat(Matching.nameKey("\u738b\u5c0f\u660e")).isEqualTo("\u738b\u5c0f\u660e");
    }
}
