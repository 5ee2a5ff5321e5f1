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
import org.junit.jupiter.params.provider.ValueSource;
import procgrade.judge.Verdict;
import procgrade.report.Golden;

class MoodleWorksheetTests {
    private static final String HEADER = "Identifier,\"Full name\",\"Email address\",Status,Grade,\"Maximum Grade\","
            + "\"Grade can be changed\",\"Last modified (submission)\",\"Last modified (grade)\",\"Feedback comments\"\n";
    private static final String ADA =
            "\"Participant 101\",\"Ada Lovelace\",ada@example.org,\"Submitted\",,20.00,Yes,\"Monday, 5 October\",-,\n";
    private static final String ADA_COMMENT = "<p>8.00 of 20 points</p><ul><li>prints pi: 4 of 4</li>"
            + "<li>ends by itself: 0 of 3 (worker 1 waits for the master)</li>"
            + "<li>the edges are right: 0 of 3 (this check is hidden: wrong output)</li></ul>";

    @TempDir
    Path folder;

    private Downloads.Filled fill(String csv) throws IOException {
        return Downloads.moodle(folder, csv, SampleRows.gradebook(), MoodleWorksheet.Columns.RECOGNISED);
    }

    private Downloads.Filled fill(String csv, Row row) throws IOException {
        return Downloads.moodle(folder, csv, SampleRows.gradebook(List.of(row)), MoodleWorksheet.Columns.RECOGNISED);
    }

    private static String line(String participant, String grade, String maximum, String changeable, String comment) {
        return participant + ",somebody,,Submitted," + grade + "," + maximum + "," + changeable + ",-,-," + comment
                + "\n";
    }

    @Test
    void only_grade_and_comment_are_filled_and_the_file_keeps_its_form() throws IOException {
        String csv = "\ufeff" + (HEADER + ADA).replace("\n", "\r\n");

        Downloads.Filled filled = fill(csv);

        assertThat(filled.text())
                .isEqualTo(csv.replace(",,20.00,", ",8.00,20.00,").replace(",-,\r\n", ",-," + ADA_COMMENT + "\r\n"));
        assertThat(filled.transfer().column()).isEqualTo("Grade");
        assertThat(filled.transfer().filled()).isEqualTo(1);
        assertThat(filled.transfer().notices()).isEmpty();
    }

    @Test
    void a_class_of_hostile_names_looks_as_approved() throws IOException {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int id = 101; id <= 107; id++) {
            csv.append(line("Participant " + id, "", "\"10,00\"", "Yes", ""));
        }

        Golden.compare("moodle.csv", fill(csv.toString()).text().lines().toList());
    }

    @Test
    void comments_tell_nothing_of_hidden_checks_and_are_no_markup() throws IOException {
        Row row = SampleRows.graded(
                "ada",
                SampleRows.person("Ada", "101", ""),
                SampleRows.mark("a", "<b>", Verdict.CRASHED, 0, 1, 1, false, "</p><script>\"\u202e"),
                SampleRows.hidden(),
                SampleRows.mark("b", "b", Verdict.GRADER_ERROR, 0, 0, 1, false, "cannot read /home/ta/class"));

        assertThat(fill(HEADER + ADA, row).text())
                .contains("<li>&lt;b&gt;: 0 of 1 (&lt;/p&gt;&lt;script&gt;&quot;\\u202e)</li>")
                .contains("<li>b: could not be judged, costs nothing</li>")
                .doesNotContain("secret", "<script", "/home");
    }

    @Test
    void decimal_commas_are_kept() throws IOException {
        String text = fill(HEADER + ADA.replace("20.00", "\"20,00\"")).text();

        assertThat(text).contains("\"Submitted\",\"8,00\",\"20,00\",Yes");
    }

    @Test
    void who_has_nothing_to_say_or_is_locked_keeps_both_cells() throws IOException {
        String csv = HEADER
                + line("Participant 106", "3.00", "10.00", "Yes", "by hand")
                + line("Participant 107", "", "10.00", "Yes", "")
                + line("Participant 101", "", "10.00", "No", "")
                + line("Participant 102", "", "-", "Yes", "")
                + line("Participant 555", "7.00", "10.00", "Yes", "other");

        Downloads.Filled filled = fill(csv);

        assertThat(filled.text()).isEqualTo(csv);
        assertThat(filled.transfer().kept())
                .containsExactly(
                        "somebody: the grader failed: no space left on device",
                        "somebody: nothing of it could be judged",
                        "somebody: the grade cannot be changed in Moodle",
                        "somebody: the maximum grade '-' is no number");
        assertThat(filled.transfer().absent()).containsExactly("somebody");
        assertThat(filled.transfer().strangers()).hasSize(3);
    }

    @Test
    void what_was_refused_gets_no_points_and_the_reason() throws IOException {
        assertThat(fill(HEADER + line("Participant 103", "", "10.00", "Yes", ""))
                        .text())
                .endsWith(",0.00,10.00,Yes,-,-,<p>0.00 of 10 points</p>"
                        + "<p>the archive has an entry outside of its folder: ../../.profile</p>\n");
    }

    @Test
    void a_comment_that_stood_there_is_replaced_and_that_is_told() throws IOException {
        Downloads.Filled filled = fill(HEADER + ADA.replace(",-,\n", ",-,by hand\n"));

        assertThat(filled.text()).contains(ADA_COMMENT).doesNotContain("by hand");
        assertThat(filled.transfer().notices()).containsExactly("1 comment that stood in 'moodle.csv' was replaced");
        assertThat(fill(filled.text()).transfer().notices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ID,Vollst\u00e4ndiger Name,E-Mail-Adresse,Status,Bewertung,Bestwertung,"
                        + "Bewertung kann ge\u00e4ndert werden,Zuletzt ge\u00e4ndert (Abgabe),"
                        + "Zuletzt ge\u00e4ndert (Bewertung),Feedback als Kommentar",
                "Identifiant,Nom complet,Adresse de courriel,Statut,Note,Note maximale,La note peut \u00eatre modifi\u00e9e,"
                        + "Derni\u00e8re modification (travail remis),Derni\u00e8re modification (note),"
                        + "Feedback par commentaires",
                "Identificador,Nombre completo,Direcci\u00f3n de correo,Estado,Calificaci\u00f3n,Calificaci\u00f3n m\u00e1xima,"
                        + "La calificaci\u00f3n puede ser cambiada,\u00daltima modificaci\u00f3n (entrega),"
                        + "\u00daltima modificaci\u00f3n (calificaci\u00f3n),Comentarios de retroalimentaci\u00f3n",
                "Identificativo,Nome,Indirizzo email,Stato,Valutazione,Valutazione massima,"
                        + "La valutazione pu\u00f2 essere cambiata,Ultima modifica (consegna),"
                        + "Ultima modifica (valutazione),Commenti",
                "\u6807\u8bc6\u7b26,\u5168\u540d,\u7535\u5b50\u90ae\u4ef6,\u72b6\u6001,\u6210\u7ee9,\u6700\u9ad8\u5206,"
                        + "\u5141\u8bb8\u66f4\u6539\u6210\u7ee9,\u4fee\u6539 (a),\u4fee\u6539 (b),\u53cd\u9988\u610f\u89c1",
            })
    void columns_are_recognised_in_many_languages(String header) throws IOException {
        String csv = header + "\n" + ADA;

        assertThat(fill(csv).text())
                .isEqualTo(csv.replace(",,20.00,", ",8.00,20.00,").replace(",-,\n", ",-," + ADA_COMMENT + "\n"));
    }

    @Test
    void a_worksheet_of_a_blind_or_group_assignment_is_filled() throws IOException {
        String blind = "Identifier,Status,Grade,Maximum Grade,Grade can be changed,Last modified (grade)\n";
        assertThat(fill(blind + "Participant 101,Submitted,,10.00,Yes,-\n").text())
                .endsWith("Submitted,4.00,10.00,Yes,-\n");

        String group = HEADER.replace("Status,", "Status,Group,");
        assertThat(fill(group + ADA.replace("\"Submitted\",", "\"Submitted\",7,"))
                        .text())
                .contains("7,8.00,20.00,Yes");
    }

    @Test
    void without_a_column_for_comments_only_grades_are_filled() throws IOException {
        String csv = HEADER.replace(",\"Feedback comments\"", "") + ADA.replace(",-,\n", ",-\n");

        Downloads.Filled filled = fill(csv);

        assertThat(filled.text()).isEqualTo(csv.replace(",,20.00,", ",8.00,20.00,"));
        assertThat(filled.transfer().notices())
                .containsExactly("no column for comments was recognised in 'moodle.csv', only grades were filled in");
    }

    @Test
    void columns_can_be_chosen() throws IOException {
        String csv = "Who,Mark,Mine,Out of,Remarks\nParticipant 101,1,,10,\nParticipant 102,2,,10,\n";

        String text = Downloads.moodle(
                        folder, csv, SampleRows.gradebook(), new MoodleWorksheet.Columns("Mine", "Remarks"))
                .text();

        assertThat(text).contains("Participant 101,1,4.00,10,<p>4.00 of 10 points</p>");
    }

    @Test
    void people_are_found_by_address_and_name_too() throws IOException {
        Row byAddress = SampleRows.graded("ada", SampleRows.person("x", "", "ADA@example.org"), SampleRows.passed());
        Row byName = SampleRows.graded("ada", SampleRows.person("ada lovelace", "", ""), SampleRows.passed());

        assertThat(fill(HEADER + ADA, byAddress).text()).contains(",20.00,20.00,");
        assertThat(fill(HEADER + ADA, byName).text()).contains(",20.00,20.00,");
    }

    private void assertRefused(String csv, MoodleWorksheet.Columns columns, String message) {
        StringWriter out = new StringWriter();
        assertThatThrownBy(() -> MoodleWorksheet.fill(
                        Files.writeString(folder.resolve("moodle.csv"), csv), SampleRows.gradebook(), columns, out))
                .isInstanceOf(GradebookFault.class)
                .hasMessage(message);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void what_cannot_be_filled_is_refused() {
        MoodleWorksheet.Columns recognised = MoodleWorksheet.Columns.RECOGNISED;
        assertRefused(
                "key,names,score\nada,Ada,7\n",
                recognised,
                "'moodle.csv' is no grading worksheet of Moodle, or in a language that is not known; "
                        + "choose the column of the grades with --column");
        assertRefused(
                "a\n1\n",
                recognised,
                "'moodle.csv' is no grading worksheet of Moodle, or in a language that is not known; "
                        + "choose the column of the grades with --column");
        assertRefused(
                "ID,Bewertung,Skala,Feedback als Kommentar\nTeilnehmer/in101,,gut,\n",
                recognised,
                "'moodle.csv' has no column with the maximum grade, so the assignment has a scale or none; "
                        + "set its type of grade to points in Moodle");
        assertRefused(
                HEADER + ADA,
                new MoodleWorksheet.Columns("Points", ""),
                "'moodle.csv' has no column 'Points'; choose one of Identifier, Full name, Email address, Status, Grade, "
                        + "Maximum Grade, Grade can be changed, Last modified (submission), Last modified (grade), "
                        + "Feedback comments");
        assertRefused(
                HEADER + ADA,
                new MoodleWorksheet.Columns("Grade", "Grade"),
                "column 'Grade' of 'moodle.csv' cannot take both grades and comments; name the column of the grades with --column");
        assertRefused(
                HEADER, recognised, "there are no participants in 'moodle.csv'; give the worksheet of this assignment");
        assertRefused(
                HEADER + line("Participant 1", "", "10.00", "Yes", ""),
                recognised,
                "none of the 7 people who handed in is among the 1 of 'moodle.csv'; "
                        + "give the gradebook of this course");
    }
}
