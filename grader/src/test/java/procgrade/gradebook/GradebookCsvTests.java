package procgrade.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import procgrade.report.Golden;

class GradebookCsvTests {
    @Test
    void a_class_of_hostile_names_looks_as_approved() throws IOException {
        Golden.compare("gradebook.csv", write(SampleRows.gradebook()).lines().toList());
    }

    private static String write(Gradebook gradebook) throws IOException {
        StringWriter out = new StringWriter();
        GradebookCsv.write(gradebook, out);
        return out.toString();
    }

    @Test
    void every_line_has_the_same_columns_and_no_cell_is_a_formula() throws IOException {
        List<CsvRecord> records = records(write(SampleRows.gradebook()));

        assertThat(records)
                .hasSize(8)
                .allSatisfy(record -> assertThat(record.getFieldCount())
                        .isEqualTo(records.get(0).getFieldCount()));
        records.forEach(record -> record.getFields()
                .forEach(cell -> assertThat(cell).doesNotContainPattern("(?s)(^|;)\\s*[=+@-]|[\\p{Cntrl}\u202e]")));
    }

    private static List<CsvRecord> records(String csv) {
        return CsvReader.builder().ofCsvRecord(csv).stream().toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "=1+1          | '=1+1",
                "+49 89        | '+49 89",
                "-x            | '-x",
                "@SUM(A1)      | '@SUM(A1)",
                "\uff1d1       | '\uff1d1",
                "^\t=1^        | \\t=1",
                "^\r=1^        | \\r=1",
                "^ =1^         | ^ '=1^",
                "x;=1;y        | x;'=1;y",
                "x; +1         | x; '+1",
                "-1            | -1",
                "+2.5          | +2.5",
                "-1,5          | -1,5",
                "-1-2          | '-1-2",
                "O'Neil        | O'Neil",
                "a=b           | a=b",
                "\u738b\u5c0f\u660e | \u738b\u5c0f\u660e",
            })
    void text_of_unknown_origin_is_no_formula(String text, String cell) {
        assertThat(Cells.text(text)).isEqualTo(cell);
    }

    @Test
    void points_that_could_not_be_judged_are_blank() throws IOException {
        Row row = SampleRows.graded(
                "x",
                SampleRows.person("x", "", ""),
                SampleRows.passed(),
                SampleRows.notMeasurable(),
                SampleRows.hidden());

        List<CsvRecord> records = records(write(SampleRows.gradebook(List.of(row))));

        assertThat(records.get(0).getFields().subList(6, 14))
                .containsExactly("earned", "countable", "points", "score", "percent", "prints_pi", "ends", "edges");
        assertThat(records.get(1).getFields().subList(6, 14))
                .containsExactly("4", "7", "10", "5.71", "57.14", "4", "", "0");
    }

    @Test
    void an_empty_class_has_a_first_line() throws IOException {
        Gradebook nobody = new Gradebook(
                "a",
                "b",
                1,
                List.of(),
                List.of(),
                List.of(),
                SampleRows.gradebook().environment());

        assertThat(write(nobody))
                .isEqualTo("key,names,ids,emails,late,state,earned,countable,points,score,percent,problem\n");
    }

    @Test
    void every_column_is_documented() throws IOException {
        String document = Files.readString(Path.of("../docs/gradebook.md"));
        List<String> columns =
                new ArrayList<>(records(write(SampleRows.gradebook())).get(0).getFields());
        columns.removeAll(List.of("prints_pi", "ends", "edges"));

        assertThat(columns)
                .hasSize(12)
                .allSatisfy(column -> assertThat(document).contains("| `" + column + "` |"));
    }

    @Test
    void json_lines_are_the_rows_one_after_the_other() throws IOException {
        StringBuilder out = new StringBuilder();
        JsonLines.write(SampleRows.gradebook(), out);
        Stream<Row> read = out.toString().lines().map(RowJson::read);

        assertThat(read).containsExactlyElementsOf(SampleRows.gradebook().rows());
    }
}
