package procgrade.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import procgrade.collect.Person;
import procgrade.gradebook.Gradebook;
import procgrade.gradebook.Mark;
import procgrade.gradebook.Row;
import procgrade.judge.Verdict;

/** Results of classes made by hand. */
final class SampleClass {
    private static final double POINTS = 10;

    private SampleClass() {}

    static Gradebook of(Row... rows) {
        return of(List.of(rows));
    }

    static Gradebook of(Iterable<Row> rows) {
        return new Gradebook(
                "pi_mw",
                "Pi with master and workers",
                2 * POINTS,
                rows,
                List.of(new Person("Grace <b>Hopper</b>", "u7", "")),
                List.of("the roster names 2 students twice"),
                Map.of("cores", "2", "java", "17"));
    }

    /** Row {@code student-<i>}, which got this verdict in the second of two checks. */
    static Row row(int i, Verdict verdict) {
        return row("student-" + i, "Student " + i, verdict);
    }

    static Row row(String key, String name, Verdict verdict) {
        return new Row(
                key,
                List.of(Person.named(name)),
                false,
                Row.State.GRADED,
                "PiMw",
                "java",
                List.of(mark("prints_pi", Verdict.PASSED), mark("is_fast", verdict)),
                "",
                1,
                Duration.ofMillis(1400),
                List.of());
    }

    static Mark mark(String check, Verdict verdict) {
        double earned = verdict == Verdict.PASSED ? POINTS : 0;
        double countable = verdict == Verdict.PASSED || verdict.costsPoints() ? POINTS : 0;
        return new Mark(
                check,
                check.replace('_', ' '),
                verdict,
                earned,
                countable,
                POINTS,
                check.equals("is_fast"),
                verdict == Verdict.PASSED ? "" : "it is so");
    }

    static Row notGraded(String key, Row.State state, String problem) {
        return new Row(
                key, List.of(), true, state, "", "", List.of(), problem, 1, Duration.ofSeconds(9), List.of("odd"));
    }

    static List<Row> passed(int count) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(row(i, Verdict.PASSED));
        }
        return rows;
    }
}
