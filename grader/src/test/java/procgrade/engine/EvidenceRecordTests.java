package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import procgrade.assignment.Language;
import procgrade.build.BuildOutcome;
import procgrade.build.Program;
import procgrade.judge.Evidence;
import procgrade.measure.Calibration;
import procgrade.observe.MachineUse;
import procgrade.rubric.CalibrationRun;
import procgrade.rubric.RunRequest;
import procgrade.run.RunLimits;
import procgrade.run.RunSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is written about a run is read again as it was. */
class EvidenceRecordTests {
    private static final int CASES = 300;
    private static final int HUGE = 20 << 20;
    private static final Duration NAP = Duration.ofNanos(123_456_789);
    private static final BuildOutcome BUILT = new BuildOutcome.Built(
            new Program(
                    Language.JAVA,
                    "PiMw",
                    List.of("java", "-cp", "\u0000"),
                    Path.of("/home/ada"),
                    List.of(Path.of("/usr/lib")),
                    Map.of("A", "\ud83d\ude00")),
            List.of("left out: a.class"),
            NAP);
    private static final BuildOutcome FAILED = new BuildOutcome.BuildFailed(
            "does not compile", "help", List.of("PiMw.java:1: error: \u001b"), Optional.of(Language.JAVA), NAP);

    @TempDir
    private Path folder;

    /** Writes made-up evidence to the folder. */
    private Evidence written(long seed) {
        MadeEvidence made = new MadeEvidence(seed, folder);
        RunRequest request = made.request();
        Evidence evidence = made.evidence(made.bytes(40), made.bytes(7));
        EvidenceWriter.write(evidence, request, made.spec(request, made.limits()), folder);
        return evidence;
    }

    private Path file() {
        return folder.resolve("evidence.json");
    }

    @Test
    void what_was_written_is_read_again_whatever_it_is() {
        for (long seed = 0; seed < CASES; seed++) {
            MadeEvidence made = new MadeEvidence(seed, folder);
            RunRequest request = made.request();
            RunLimits limits = made.limits();
            Evidence evidence = made.evidence(made.bytes(40), made.bytes(7));
            EvidenceWriter.write(evidence, request, made.spec(request, limits), folder);

            EvidenceReader reader = EvidenceReader.open(folder);
            assertThat(reader.evidence()).as("seed %d", seed).isEqualTo(evidence);
            assertThat(reader.request()).as("seed %d", seed).isEqualTo(request);
            assertThat(reader.limits()).as("seed %d", seed).isEqualTo(limits);
        }
    }

    @Test
    void every_record_is_valid_by_the_schema() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs/evidence.schema.json")), InputFormat.JSON);
        for (long seed = 0; seed < 20; seed++) {
            written(seed);
            assertThat(schema.validate(Files.readString(file()), InputFormat.JSON))
                    .isEmpty();
        }
        MadeEvidence made = new MadeEvidence(1, folder);
        Path other = folder.resolve("other.json");
        CalibrationFile.write(new CalibrationRun(new Calibration(2, NAP, NAP), Optional.of(made.machine())), other);
        assertThat(schema.validate(Files.readString(other), InputFormat.JSON)).isEmpty();
        for (BuildOutcome build : List.of(BUILT, FAILED)) {
            GradingFile.write(grading(build), other);
            assertThat(schema.validate(Files.readString(other), InputFormat.JSON))
                    .isEmpty();
        }
        assertThat(schema.validate(Files.readString(other).replace("\"seed\"", "\"sead\""), InputFormat.JSON))
                .isNotEmpty();
    }

    private static GradingRecord grading(BuildOutcome build) {
        return new GradingRecord(
                Instant.parse("2026-11-26T14:00:00.123456789Z"),
                "pi_mw",
                "\ud800da",
                List.of("a notice"),
                Long.MAX_VALUE,
                List.of("prints_pi"),
                true,
                2,
                Map.of("java", "17"),
                build,
                Set.of(RunRequest.Target.REFERENCE));
    }

    @Test
    void what_is_known_of_a_grading_is_read_again_as_it_was() {
        for (BuildOutcome build : List.of(BUILT, FAILED)) {
            GradingFile.write(grading(build), folder.resolve("grading.json"));

            assertThat(GradingRecord.read(folder)).isEqualTo(grading(build));
        }
    }

    @Test
    void output_of_any_size_stays_beside_the_record_byte_for_byte() throws IOException {
        MadeEvidence made = new MadeEvidence(1, folder);
        byte[] output = made.bytes(HUGE);
        RunRequest request = made.request();
        Evidence evidence = made.evidence(output, new byte[0]);
        EvidenceWriter.write(evidence, request, made.spec(request, RunLimits.DEFAULT), folder);

        assertThat(EvidenceReader.open(folder).evidence().output()).isEqualTo(evidence.output());
        assertThat(folder.resolve("stdout.txt")).hasBinaryContent(output);
        assertThat(Files.size(file())).isLessThan(1 << 16);
    }

    @Test
    void evidence_can_be_read_where_it_was_copied_to() throws IOException {
        Evidence evidence = written(3);
        Path copy = Files.createDirectory(folder.resolve("copy"));
        for (String name : List.of("evidence.json", "stdout.txt", "stderr.txt")) {
            Files.move(folder.resolve(name), copy.resolve(name));
        }

        assertThat(EvidenceReader.open(copy).evidence().output()).isEqualTo(evidence.output());
        assertThat(EvidenceReader.open(copy).outcome().stdout()).isEqualTo(copy.resolve("stdout.txt"));
    }

    @Test
    void a_run_can_be_repeated_from_its_record() {
        MadeEvidence made = new MadeEvidence(5, folder);
        RunSpec spec = new RunSpec(
                List.of("/usr/bin/python3", "pi mw.py", "1000", "\"\u00e9\u0000"),
                Path.of("/home/ada/program"),
                List.of(),
                Map.of("B", "2", "A", "1"),
                "in\n",
                RunLimits.DEFAULT,
                folder);
        EvidenceWriter.write(made.evidence(new byte[0], new byte[0]), made.request(), spec, folder);

        JsonNode json = JsonMapper.shared().readTree(file().toFile());
        assertThat(json.get("arguments").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(spec.command());
        assertThat(json.get("folder").asString()).isEqualTo("/home/ada/program");
        assertThat(json.get("environment").toString()).isEqualTo("{\"A\":\"1\",\"B\":\"2\"}");
        assertThat(json.get("input").asString()).isEqualTo("in\n");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,0.000000001", "1500000000,1.5", "60000000000,60", "1000000010,1.00000001"})
    void times_are_seconds_exact_to_the_nanosecond(long nanos, String text) {
        assertThat(RecordWriter.seconds(Duration.ofNanos(nanos))).isEqualTo(text);
        assertThat(RecordWriter.seconds(Duration.ofNanos(-nanos))).isEqualTo(nanos == 0 ? text : "-" + text);
    }

    @Test
    void a_calibration_is_read_again_as_it_was() {
        MadeEvidence made = new MadeEvidence(2, folder);
        for (Optional<MachineUse> machine : List.of(Optional.of(made.machine()), Optional.<MachineUse>empty())) {
            CalibrationRun run = new CalibrationRun(new Calibration(2, NAP, Duration.ofNanos(200_000_001)), machine);
            Path file = EvidenceFiles.calibration(folder, "is_fast", 7);
            CalibrationFile.write(run, file);

            assertThat(file).hasFileName("calibration-07.json");
            assertThat(CalibrationFile.read(file)).isEqualTo(run);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"exact\":[a-z]+         | \"exact\":1        | census.exact: expected true or false, found the number 1",
                "\"exact\":               | \"exakt\":         | census.exact: expected true or false, found nothing",
                "\"wallSeconds\":[0-9.]+  | \"wallSeconds\":\"1\"  | limits.wallSeconds: expected a number of seconds, found the text '1'",
                "\"wallSeconds\":[0-9.]+  | \"wallSeconds\":1e-10 | limits.wallSeconds: expected a number of seconds, exact to the nanosecond, found the number 1E-10",
                "\"wallSeconds\":[0-9.]+  | \"wallSeconds\":1e99999999 | limits.wallSeconds: expected a number of seconds, exact to the nanosecond, found the number 1E+99999999",
                "\"wallSeconds\":[0-9.]+  | \"wallSeconds\":0  | limits: the limits of a run must be positive",
                "\"target\":\"[A-Z]+\"    | \"target\":\"ME\"  | request.target: expected one of [SUBMISSION, SEQUENTIAL, REFERENCE], found the text 'ME'",
                "\"processes\":[0-9]+     | \"processes\":5000000000 | limits.processes: expected a smaller number, found the number 5000000000",
                "\"processes\":[0-9]+     | \"processes\":1.5  | limits.processes: expected a whole number, found the number 1.5",
                "\"methods\":\\[          | \"methods\":[7],\"more\":[ | census.methods[0]: expected a text, found the number 7",
                "\"methods\":\\[[^]]*\\]  | \"methods\":{}     | census.methods: expected an array, found an object",
                "\"schemaVersion\":1      | \"schemaVersion\":2 | schemaVersion: this procgrade reads version 1, and this is 2",
                "\"kind\":\"run\"         | \"kind\":\"grading\" | kind: expected 'run', found 'grading'",
                "\"kind\":                | \"sort\":          | procgrade has not written this file",
                "\"kind\":\"run\"         | \"kind\":\"run\",\"kind\":\"run\" | is damaged in line 1, column",
            })
    void a_damaged_record_is_one_line_that_names_file_and_field(String pattern, String damage, String message)
            throws IOException {
        written(11);
        String text = Files.readString(file());
        String damaged = text.replaceFirst(pattern.strip(), damage.strip());
        assertThat(damaged).isNotEqualTo(text);
        Files.writeString(file(), damaged);

        assertThatThrownBy(this::readAll)
                .isInstanceOf(EvidenceFault.class)
                .hasMessageStartingWith(file() + ": " + message)
                .extracting(Throwable::getMessage)
                .satisfies(line -> assertThat(line).doesNotContain("\n"));
    }

    private void readAll() {
        EvidenceReader reader = EvidenceReader.open(folder);
        reader.request();
        reader.limits();
        reader.evidence();
    }

    @Test
    void half_a_record_is_never_taken_for_a_whole_one() throws IOException {
        written(12);
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length < whole.length; length += 13) {
            Files.write(file(), Arrays.copyOf(whole, length));

            assertThatThrownBy(this::readAll)
                    .as("%d bytes", length)
                    .isInstanceOf(EvidenceFault.class)
                    .hasMessageStartingWith(file() + ": ");
        }
    }

    @Test
    void what_follows_a_record_is_damage() throws IOException {
        written(12);
        Files.writeString(file(), Files.readString(file()) + "{}");

        assertThatThrownBy(this::readAll).hasMessageContaining(": is damaged in line 1, column ");
    }

    @Test
    void bytes_that_are_no_text_are_damage() throws IOException {
        written(12);
        byte[] bytes = Files.readString(file()).getBytes(StandardCharsets.UTF_8);
        bytes[12] = (byte) 0xff;
        Files.write(file(), bytes);

        assertThatThrownBy(this::readAll)
                .isInstanceOf(EvidenceFault.class)
                .hasMessageStartingWith(file() + ": is damaged in line 1");
    }

    @Test
    void output_that_is_not_what_was_recorded_is_no_evidence() throws IOException {
        written(12);
        Files.writeString(folder.resolve("stdout.txt"), "3.14");

        assertThatThrownBy(this::readAll)
                .isInstanceOf(EvidenceFault.class)
                .hasMessage(folder.resolve("stdout.txt") + ": has 4 bytes, and 40 were recorded");
    }

    @Test
    void output_that_is_missing_is_no_evidence() throws IOException {
        written(12);
        Files.delete(folder.resolve("stderr.txt"));

        assertThatThrownBy(this::readAll)
                .isInstanceOf(EvidenceFault.class)
                .hasMessage(folder.resolve("stderr.txt") + ": cannot be read: there is no such file or folder");
    }

    @Test
    void a_record_that_is_missing_is_named() {
        assertThatThrownBy(() -> EvidenceReader.open(folder))
                .isInstanceOf(EvidenceFault.class)
                .hasMessage(file() + ": cannot be read: there is no such file or folder");
    }

    @Test
    void fields_that_a_later_version_adds_are_passed_over() throws IOException {
        Evidence evidence = written(12);
        Files.writeString(file(), Files.readString(file()).replaceFirst("\"command\"", "\"new\":[{}],\"command\""));

        assertThat(EvidenceReader.open(folder).evidence()).isEqualTo(evidence);
    }
}
