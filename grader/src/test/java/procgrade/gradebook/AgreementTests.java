package procgrade.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All files of a run tell the same. */
class AgreementTests {
    private static final int FIRST_ID = 101;
    private static final int LAST_ID = 107;

    @TempDir
    Path folder;

    private static List<String> column(String csv, int column) {
        return CsvReader.builder().ofCsvRecord(csv).stream()
                .map(line -> line.getField(column))
                .toList();
    }

    @Test
    void everybody_has_the_same_score_in_all_tables() throws IOException {
        Gradebook results = SampleRows.gradebook();
        StringBuilder canvas =
                new StringBuilder("Student,ID,Section,Pi with master and workers\nPoints Possible,,,10\n");
        StringBuilder moodle = new StringBuilder(
                "Identifier,Full name,Grade,Maximum Grade,Grade can be changed,Last modified (grade)\n");
        for (int id = FIRST_ID; id <= LAST_ID; id++) {
            canvas.append("x,").append(id).append(",S,\n");
            moodle.append("Participant ").append(id).append(",x,,10.00,Yes,-\n");
        }
        StringWriter table = new StringWriter();
        GradebookCsv.write(results, table);

        String filledCanvas =
                Downloads.canvas(folder, canvas.toString(), results, "").text();
        String filledMoodle = Downloads.moodle(folder, moodle.toString(), results, MoodleWorksheet.Columns.RECOGNISED)
                .text();

        // 104 and 105 are a group
        assertThat(column(filledCanvas, 3).subList(2, 9))
                .containsExactly("4.00", "5.71", "0.00", "7.00", "7.00", "", "");
        assertThat(column(filledMoodle, 2).subList(1, 8))
                .isEqualTo(column(filledCanvas, 3).subList(2, 9));
        assertThat(column(table.toString(), 9).subList(1, 7)).containsExactly("4.00", "5.71", "", "0.00", "7.00", "");
        assertThat(StreamSupport.stream(results.rows().spliterator(), false)
                        .map(row -> RowJson.read(RowJson.write(row)))
                        .map(row -> Score.of(row, 10).map(Object::toString).orElse("")))
                .containsExactlyElementsOf(column(table.toString(), 9).subList(1, 7));
    }
}
