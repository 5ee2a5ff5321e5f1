package procgrade.report;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import procgrade.engine.CheckOutcome;
import procgrade.engine.Grade;
import procgrade.gradebook.Row;
import procgrade.gradebook.Score;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;
import procgrade.text.Amounts;
import procgrade.text.Visible;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * The result of one submission as the {@code results.json} that Gradescope reads. A check that could not be judged has no
 * points there, and a submission of which nothing could be judged has no score: Gradescope then tells the instructor that
 * the autograder failed, and the student no number.
 */
public final class GradescopeResults {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final ObjectWriteContext INDENTED = new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
        }
    };

    private GradescopeResults() {}

    /** When a student gets to see the verdict of a hidden check, and with it the total. */
    public enum HiddenChecks {
        /** When the instructor publishes the grades. */
        AFTER_PUBLISHED("after_published"),
        /** Never; Gradescope then never shows the total, either. */
        NEVER("hidden");

        private final String visibility;

        HiddenChecks(String visibility) {
            this.visibility = visibility;
        }
    }

    /**
     * Writes a grade.
     *
     * @param grade what to report
     * @param top what the assignment is worth in Gradescope, finite and positive
     * @param hidden when hidden checks are shown
     * @return a JSON object, with a line end
     */
    public static String of(Grade grade, double top, HiddenChecks hidden) {
        Grade handout = Handout.of(grade, grade.submission());
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(INDENTED, text)) {
            json.writeStartObject();
            score(json, Score.of(grade.earned(), grade.countable(), top));
            json.writeNumberProperty("execution_time", Amounts.seconds(grade.took()));
            begin(json, String.join("\n", heading(handout)));
            json.writeArrayPropertyStart("tests");
            for (int i = 0; i < handout.checks().size(); i++) {
                test(json, i + 1, handout.checks().get(i), hidden);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    /**
     * Writes the result of what was not graded.
     *
     * @param row the result, a refusal or an error of the grader
     * @param top what the assignment is worth in Gradescope
     * @return a JSON object, with a line end
     */
    public static String notGraded(Row row, double top) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(INDENTED, text)) {
            json.writeStartObject();
            score(json, Score.of(row, top));
            boolean refused = row.state() == Row.State.REFUSED;
            begin(json, refused ? Visible.text(row.problem()) : "The grader failed; your instructor knows.");
            json.writeArrayPropertyStart("tests");
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void score(JsonGenerator json, Optional<BigDecimal> score) {
        score.ifPresent(value -> json.writeNumberProperty("score", value));
    }

    private static void begin(JsonGenerator json, String output) {
        json.writeStringProperty("output", output);
        json.writeStringProperty("output_format", "text");
        json.writeStringProperty("test_output_format", "text");
        json.writeStringProperty("test_name_format", "text");
        json.writeStringProperty("visibility", "visible");
        json.writeStringProperty("stdout_visibility", "hidden");
    }

    /** Nothing that is counted over all checks: it would tell the verdicts of the hidden ones. */
    private static List<String> heading(Grade grade) {
        List<String> lines = new ArrayList<>();
        grade.buildFailure().ifPresent(failure -> {
            lines.add("not " + Words.ofBuild(grade).replaceFirst("^(?:can be|is) ", "") + ": " + failure.rationale());
            lines.addAll(more(failure));
        });
        if (!grade.program().isEmpty()) {
            lines.add("program " + grade.program() + ", inputs of seed " + grade.seed());
        }
        return Visible.lines(lines);
    }

    private static void test(JsonGenerator json, int number, CheckOutcome check, HiddenChecks hidden) {
        Finding finding = check.finding();
        Verdict verdict = finding.verdict();
        json.writeStartObject();
        json.writeStringProperty("name", Visible.text(check.sentence()));
        json.writeStringProperty("number", Integer.toString(number));
        if (check.countable() > 0 || check.points() == 0) {
            json.writeNumberProperty("score", check.earned());
            json.writeNumberProperty("max_score", check.points());
            json.writeStringProperty("status", verdict == Verdict.PASSED ? "passed" : "failed");
        }
        List<String> lines = new ArrayList<>();
        if (!finding.rationale().isEmpty()) {
            lines.add(finding.rationale());
        }
        lines.addAll(verdict == Verdict.BUILD_FAILED ? List.of() : more(finding));
        lines.addAll(check.facts());
        if (verdict == Verdict.NOT_MEASURABLE) {
            lines.add("this costs no points");
        }
        json.writeStringProperty("output", String.join("\n", Visible.lines(lines)));
        json.writeStringProperty("visibility", check.hidden() ? hidden.visibility : "visible");
        json.writeArrayPropertyStart("tags");
        json.writeString(check.id());
        json.writeEndArray();
        json.writeEndObject();
    }

    private static List<String> more(Finding finding) {
        List<String> lines = new ArrayList<>();
        if (!finding.expected().isEmpty() || !finding.actual().isEmpty()) {
            lines.add("expected: " + finding.expected());
            lines.add("actual:   " + finding.actual());
        }
        lines.addAll(finding.details());
        if (!finding.help().isEmpty()) {
            lines.add("help: " + finding.help());
        }
        if (!finding.command().isEmpty()) {
            lines.add("try:  " + finding.command());
        }
        return lines;
    }
}
