package procgrade.gradebook;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import procgrade.collect.Person;
import procgrade.judge.Verdict;

/** A class made by hand, with names as hostile as names get. */
public final class SampleRows {
    /** A right-to-left override, an escape character, a bell: what must never reach a screen as it is. */
    public static final String HOSTILE = "\u202egpj.exe \u001b[31m\u0007";

    private SampleRows() {}

    /** Everything that can happen to a submission, one of each. */
    public static Gradebook gradebook() {
        return gradebook(List.of(
                graded("ada", person("Ada Lovelace", "101", "ada@example.org"), passed(), deadlock(), hidden()),
                graded(
                        "cmd",
                        person("=cmd|'/c calc'!A1", "102", "+49@example.org"),
                        passed(),
                        notMeasurable(),
                        hidden()),
                failed(),
                refused(),
                team(),
                nothingJudged()));
    }

    public static Gradebook gradebook(List<Row> rows) {
        return new Gradebook(
                "pi_mw",
                "Pi with master and workers",
                10,
                rows,
                List.of(person("\u738b\u5c0f\u660e", "199", "wang@example.org")),
                List.of("two students are called Kim Lee"),
                Map.of("java", "17", "cores", "2"));
    }

    public static Row graded(String key, Person person, Mark... marks) {
        return graded(key, List.of(person), false, marks);
    }

    public static Row graded(String key, List<Person> people, boolean late, Mark... marks) {
        return new Row(
                key,
                people,
                late,
                Row.State.GRADED,
                "PiMw",
                "java",
                List.of(marks),
                "",
                4711,
                Duration.ofMillis(13_600),
                List.of());
    }

    public static Row team() {
        return graded(
                "team-7",
                List.of(
                        person("Grace \"Amazing\" Hopper", "104", "grace@example.org"),
                        person("O'Neil,\nJos\u00e9", "105", "")),
                true,
                passed(),
                deadlock(),
                mark("edges", "the edges are right", Verdict.PASSED, 3, 3, 3, true, ""));
    }

    public static Row refused() {
        return row(
                "mallory",
                person("Mallory " + HOSTILE, "103", "mallory@example.org"),
                Row.State.REFUSED,
                "the archive has an entry outside of its folder: ../../.profile");
    }

    public static Row failed() {
        return row("kim-lee", person("Kim Lee", "106", ""), Row.State.GRADER_ERROR, "no space left on device");
    }

    public static Row nothingJudged() {
        return graded("zoe", person("Zo\u00eb", "107", "zoe@example.org"), notMeasurable());
    }

    public static Row row(String key, Person person, Row.State state, String problem) {
        return new Row(key, List.of(person), false, state, "", "", List.of(), problem, 4711, Duration.ZERO, List.of());
    }

    public static Person person(String name, String id, String email) {
        return new Person(name, id, email);
    }

    public static Mark passed() {
        return mark("prints_pi", "prints pi", Verdict.PASSED, 4, 4, 4, false, "");
    }

    public static Mark deadlock() {
        return mark("ends", "ends by itself", Verdict.DEADLOCK, 0, 3, 3, false, "worker 1 waits for the master");
    }

    public static Mark notMeasurable() {
        return mark("ends", "ends by itself", Verdict.NOT_MEASURABLE, 0, 0, 3, false, "needs 4 cores");
    }

    public static Mark hidden() {
        return mark("edges", "the edges are right", Verdict.WRONG_OUTPUT, 0, 3, 3, true, "N = 0 gives secret");
    }

    public static Mark mark(
            String check,
            String sentence,
            Verdict verdict,
            double earned,
            double countable,
            double points,
            boolean hidden,
            String rationale) {
        return new Mark(check, sentence, verdict, earned, countable, points, hidden, rationale);
    }
}
