package procgrade.report;

import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import procgrade.engine.CheckOutcome;
import procgrade.engine.Grade;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;
import procgrade.text.Amounts;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * A grade as one JSON document, in the format that {@code docs/report-format.md} describes field by field and
 * {@code docs/report.schema.json} formally. Its version goes up when a field disappears or changes its meaning; a new
 * field leaves it as it is. Written by the streaming API: binding would make the start of procgrade half a second longer.
 */
public final class JsonReport {
    /** Version of the format. */
    public static final int VERSION = 1;

    private static final int ASCII = 0x7f;
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final ObjectWriteContext INDENTED = new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
        }
    };

    private JsonReport() {}

    /**
     * Writes a grade.
     *
     * @param grade what to report
     * @return a JSON object, with a line end
     */
    public static String of(Grade grade) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(INDENTED, text)) {
            json.writeStartObject();
            json.writeNumberProperty("schemaVersion", VERSION);
            submission(json, grade);
            points(json, grade);
            counts(json, grade);
            seconds(json, "buildSeconds", grade.buildTook().orElse(null));
            seconds(json, "tookSeconds", grade.took());
            json.writeBooleanProperty("interrupted", grade.interrupted());
            json.writeArrayPropertyStart("checks");
            grade.checks().forEach(check -> check(json, check));
            json.writeEndArray();
            strings(json, "notices", grade.notices());
            object(json, "environment", grade.environment());
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    /**
     * Writes a grade with nothing but ASCII characters, so that it is the same in every encoding that a terminal or a
     * pipe may have.
     *
     * @param grade what to report
     * @return a JSON object, with a line end
     */
    public static String inAscii(Grade grade) {
        StringBuilder ascii = new StringBuilder();
        // other characters can only be in strings, where an escape means the same
        of(grade).chars().forEach(unit -> {
            if (unit < ASCII) {
                ascii.append((char) unit);
            } else {
                ascii.append(String.format("\\u%04x", unit));
            }
        });
        return ascii.toString();
    }

    private static void submission(JsonGenerator json, Grade grade) {
        json.writeObjectPropertyStart("assignment");
        json.writeStringProperty("id", grade.assignment());
        json.writeStringProperty("title", grade.title());
        json.writeEndObject();
        json.writeObjectPropertyStart("submission");
        json.writeStringProperty("name", grade.submission());
        json.writeStringProperty("program", grade.program());
        json.writeStringProperty("language", grade.language());
        json.writeEndObject();
        json.writeNumberProperty("seed", grade.seed());
    }

    private static void points(JsonGenerator json, Grade grade) {
        json.writeObjectPropertyStart("points");
        json.writeNumberProperty("earned", grade.earned());
        json.writeNumberProperty("countable", grade.countable());
        json.writeNumberProperty("total", grade.points());
        json.writeEndObject();
    }

    private static void counts(JsonGenerator json, Grade grade) {
        json.writeObjectPropertyStart("counts");
        json.writeNumberProperty("passed", grade.count(Verdict.PASSED));
        json.writeNumberProperty("failed", TerminalReport.failed(grade));
        json.writeNumberProperty("skipped", grade.count(Verdict.SKIPPED));
        json.writeNumberProperty("notMeasurable", grade.count(Verdict.NOT_MEASURABLE));
        json.writeNumberProperty("graderErrors", grade.count(Verdict.GRADER_ERROR));
        json.writeEndObject();
    }

    private static void check(JsonGenerator json, CheckOutcome check) {
        Finding finding = Words.disclosed(check);
        json.writeStartObject();
        json.writeStringProperty("id", check.id());
        json.writeStringProperty("sentence", check.sentence());
        json.writeStringProperty("verdict", finding.verdict().name());
        json.writeNumberProperty("points", check.points());
        json.writeNumberProperty("earned", check.earned());
        json.writeNumberProperty("countable", check.countable());
        json.writeBooleanProperty("hidden", check.hidden());
        strings(json, "needs", check.needs());
        seconds(json, "tookSeconds", check.took());
        json.writeStringProperty("rationale", finding.rationale());
        json.writeStringProperty("help", finding.help());
        json.writeStringProperty("expected", finding.expected());
        json.writeStringProperty("actual", finding.actual());
        strings(json, "details", finding.details());
        json.writeStringProperty("command", finding.command());
        strings(json, "facts", check.hidden() ? List.of() : check.facts());
        json.writeName("evidence");
        if (check.evidence().isPresent() && !check.hidden()) {
            json.writeString(check.evidence().get().toString());
        } else {
            json.writeNull();
        }
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    /** Sorted, so that the same grade gives the same text. */
    private static void object(JsonGenerator json, String name, Map<String, String> entries) {
        json.writeObjectPropertyStart(name);
        new TreeMap<>(entries).forEach(json::writeStringProperty);
        json.writeEndObject();
    }

    private static void seconds(JsonGenerator json, String name, Duration time) {
        json.writeName(name);
        if (time == null) {
            json.writeNull();
        } else {
            json.writeNumber(Amounts.seconds(time));
        }
    }
}
