package procgrade.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import procgrade.engine.Grade;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTests {
    static Stream<Grade> grades() {
        return Stream.of(
                SampleGrades.ofEveryVerdict(),
                SampleGrades.notBuilt(),
                SampleGrades.interrupted(),
                SampleGrades.of(SampleGrades.hidden(SampleGrades.deadlock())),
                SampleGrades.of());
    }

    @ParameterizedTest
    @MethodSource("grades")
    void a_report_is_valid_by_the_schema_in_the_jar(Grade grade) throws IOException {
        assertThat(schema().validate(JsonReport.of(grade), InputFormat.JSON)).isEmpty();
    }

    @Test
    void the_schema_refuses_an_unknown_field_and_a_missing_one() throws IOException {
        String report = JsonReport.of(SampleGrades.interrupted());

        assertThat(schema().validate(report.replaceFirst("\"seed\"", "\"sead\""), InputFormat.JSON))
                .hasSize(2);
    }

    private static Schema schema() throws IOException {
        try (var file = JsonReport.class.getResourceAsStream("report.schema.json")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        }
    }

    @Test
    void the_fields_carry_the_grade() {
        JsonNode report = JsonMapper.shared().readTree(JsonReport.of(SampleGrades.ofEveryVerdict()));

        assertThat(report.at("/assignment/id").asString()).isEqualTo("pi_mw");
        assertThat(report.at("/points/earned").asDouble()).isEqualTo(10);
        assertThat(report.at("/points/countable").asDouble()).isEqualTo(120);
        assertThat(report.at("/points/total").asDouble()).isEqualTo(140);
        assertThat(report.at("/counts/failed").asInt()).isEqualTo(10);
        assertThat(report.at("/checks/1/expected").asString()).isEqualTo("\"pi = 3.14\"");
        assertThat(report.at("/checks/1/evidence").asString()).isEqualTo("evidence/prints_pi");
        assertThat(report.at("/buildSeconds").asDouble()).isEqualTo(1.234);
    }

    @Test
    void a_hidden_check_gives_away_only_its_verdict() {
        Finding secret = Finding.of(Verdict.WRONG_OUTPUT, "secret")
                .comparing("secret", "secret")
                .withDetails(List.of("secret"))
                .withHelp("secret")
                .about("secret");

        assertThat(JsonReport.of(SampleGrades.of(SampleGrades.hidden(secret))))
                .contains("WRONG_OUTPUT")
                .doesNotContain("secret", "evidence/");
    }

    @Test
    void every_field_and_every_verdict_is_documented() throws IOException {
        String document = Files.readString(Path.of("../docs/report-format.md"));
        List<String> names = new ArrayList<>();
        collect("", JsonMapper.shared().readTree(JsonReport.of(SampleGrades.of(SampleGrades.passed()))), names);

        assertThat(names).isNotEmpty().allSatisfy(name -> assertThat(document).contains("`" + name + "`"));
        for (Verdict verdict : Verdict.values()) {
            assertThat(document).contains(verdict.name());
        }
    }

    private static void collect(String path, JsonNode node, List<String> names) {
        if (node.isObject() && !path.equals("environment.")) {
            node.properties().forEach(field -> {
                names.add(path + field.getKey());
                collect(path + field.getKey() + ".", field.getValue(), names);
            });
        } else if (node.isArray() && !node.isEmpty()) {
            collect(path.replaceFirst("\\.$", "[]."), node.get(0), names);
        }
    }
}
