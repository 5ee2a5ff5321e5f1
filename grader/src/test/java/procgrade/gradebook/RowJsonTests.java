package procgrade.gradebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import procgrade.judge.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RowJsonTests {
    static Stream<Row> rows() {
        Stream<Row> samples = StreamSupport.stream(SampleRows.gradebook().rows().spliterator(), false);
        return Stream.concat(samples, Stream.of(odd()));
    }

    /** Values at the edges of their ranges. */
    private static Row odd() {
        return new Row(
                "x",
                List.of(),
                true,
                Row.State.GRADED,
                "",
                "",
                List.of(SampleRows.mark(
                        "c", "\ud800 alone\u2028", Verdict.TOO_SLOW, 0.1, 1.0 / 3, 1e-7, true, "\u0000\n")),
                "",
                Long.MAX_VALUE,
                Duration.ofSeconds(86_400, 123_456_789),
                List.of("", "\ud83d\ude00"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_row_that_was_written_and_read_is_the_same(Row row) {
        assertThat(RowJson.read(RowJson.write(row))).isEqualTo(row);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_row_is_one_line_of_ascii(Row row) {
        assertThat(RowJson.write(row)).matches("\\{[\\x20-\\x7e]*}");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_row_is_valid_by_its_schema(Row row) throws IOException {
        assertThat(schema().validate(RowJson.write(row), InputFormat.JSON)).isEmpty();
    }

    @Test
    void the_schema_refuses_an_unknown_field_and_a_missing_one() throws IOException {
        String row = RowJson.write(SampleRows.team());

        assertThat(schema().validate(row.replaceFirst("\"seed\"", "\"sead\""), InputFormat.JSON))
                .hasSize(2);
    }

    private static Schema schema() throws IOException {
        String text = Files.readString(Path.of("../docs/gradebook-row.schema.json"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
    }

    @Test
    void every_field_and_every_state_is_documented() throws IOException {
        String document = Files.readString(Path.of("../docs/gradebook.md"));
        List<String> names = new ArrayList<>();
        collect("", JsonMapper.shared().readTree(RowJson.write(SampleRows.team())), names);

        assertThat(names)
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(document).contains("`" + name + "`"));
        for (Row.State state : Row.State.values()) {
            assertThat(document).contains("`" + state.name() + "`");
        }
    }

    private static void collect(String path, JsonNode node, List<String> names) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                names.add(path + field.getKey());
                collect(path + field.getKey() + ".", field.getValue(), names);
            });
        } else if (node.isArray() && !node.isEmpty()) {
            collect(path.substring(0, path.length() - 1) + "[].", node.get(0), names);
        }
    }

    @Test
    void a_new_field_does_not_matter() {
        Row row = SampleRows.refused();
        String line = RowJson.write(row).replaceFirst("\\{", "{\"new\":[{\"a\":null}],");

        assertThat(RowJson.read(line)).isEqualTo(row);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "\"schemaVersion\":1 | \"schemaVersion\":7  | it has version 7, this procgrade reads version 1",
                "\"key\":            | \"kea\":             | it has no 'key'",
                "\"key\":\"team-7\"  | \"key\":null         | 'key' is not a string",
                "\"late\":true       | \"late\":\"yes\"     | 'late' is not true or false",
                "\"seed\":4711       | \"seed\":0.5         | 'seed' is no whole number of 64 bits",
                "\"seed\":4711       | \"seed\":\"1\"       | 'seed' is not a number",
                "\"GRADED\"          | \"LOST\"             | 'state' has the unknown value 'LOST'",
                "\"DEADLOCK\"        | \"LUCK\"             | 'verdict' has the unknown value 'LUCK'",
                "\"notices\":[]      | \"notices\":7        | 'notices' is not an array",
                "\"notices\":[]      | \"notices\":[7]      | 'notices' is no array of strings",
                "\"checks\":[        | \"checks\":[7,       | 'checks' is no array of objects",
                "\"tookSeconds\":    | \"tookSeconds\":-    | 'tookSeconds' is no time of grading",
            })
    void what_is_no_row_is_refused(String right, String wrong, String why) {
        String line = RowJson.write(SampleRows.team());
        assertThat(line).contains(right);

        assertRefused(line.replace(right, wrong), why);
    }

    @Test
    void half_a_line_is_refused_wherever_it_was_cut() {
        String line = RowJson.write(SampleRows.team());

        for (int length = 1; length < line.length(); length++) {
            String half = line.substring(0, length);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RowJson.read(half))
                    .withMessageMatching("this is no row of a gradebook: column \\d+ is not as JSON should be; "
                            + "remove the line and grade the submission again");
        }
    }

    @Test
    void an_empty_line_and_two_objects_are_refused() {
        assertRefused("", "it is no JSON object");
        assertRefused("[]", "it is no JSON object");
        assertRefused(RowJson.write(SampleRows.team()) + "{}", "something follows the object");
    }

    private static void assertRefused(String line, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RowJson.read(line))
                .withMessage(
                        "this is no row of a gradebook: " + why + "; remove the line and grade the submission again");
    }
}
