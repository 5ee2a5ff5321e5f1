package procgrade.endtoend;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import procgrade.collect.Person;
import procgrade.engine.CheckOutcome;
import procgrade.engine.Grade;
import procgrade.engine.RunView;
import procgrade.gradebook.Gradebook;
import procgrade.gradebook.Mark;
import procgrade.gradebook.Row;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;
import procgrade.observe.Census;
import procgrade.observe.ProcessEnd;
import procgrade.observe.ProcessRecord;
import procgrade.observe.ProcessRole;
import procgrade.observe.Timeline;
import procgrade.report.ClassPage;
import procgrade.report.PageLinks;
import procgrade.report.StudentPage;
import procgrade.standstill.Standstill;

/** Writes the site of a class with all that can be in it: every verdict, names of many alphabets, hostile texts. */
final class SampleSite {
    static final String HOSTILE = "</td></title><script>document.title = 'taken'</script>\"\u202e\u001b[2J";
    private static final List<String> NAMES = List.of(
            "Ada Lovelace",
            "\u05e0\u05d5\u05e2\u05d4 \u05db\u05d4\u05df",
            "\u0645\u0631\u06cc\u0645 \u0645\u06cc\u0631\u0632\u0627\u062e\u0627\u0646\u06cc",
            "\u5f20\u4f1f",
            "\u00c9mile Zola",
            HOSTILE,
            "Wolfeschlegelsteinhausenbergerdorff ".strip().repeat(3));
    private static final double POINTS = 10;
    private static final Duration WALL = Duration.ofMillis(2400);

    private final Path folder;
    private final List<Row> rows = new ArrayList<>();

    private SampleSite(Path folder) {
        this.folder = folder;
    }

    /** Writes it into a folder; the rows are sorted by key. */
    static List<Row> write(Path folder, int size) throws IOException {
        SampleSite site = new SampleSite(folder);
        site.rows(size);
        site.pages();
        return site.rows;
    }

    private void rows(int size) {
        Verdict[] verdicts = Verdict.values();
        for (int i = 0; i < size; i++) {
            String key = String.format("student-%04d", i);
            boolean graded = i % 20 < 18;
            List<Verdict> given = i < 2 * verdicts.length
                    ? List.of(Verdict.PASSED, verdicts[i % verdicts.length], verdicts[(i + 3) % verdicts.length])
                    : List.of(Verdict.PASSED, Verdict.PASSED, i % 3 == 0 ? Verdict.TOO_SLOW : Verdict.PASSED);
            rows.add(new Row(
                    key,
                    i % 20 == 18 ? List.of() : people(i),
                    i % 11 == 0,
                    graded ? Row.State.GRADED : i % 20 == 18 ? Row.State.REFUSED : Row.State.GRADER_ERROR,
                    graded ? "PiMw" : "",
                    graded ? "java" : "",
                    graded ? marks(given) : List.of(),
                    graded ? "" : i % 20 == 18 ? "'a.zip' unpacks to more than 64 MiB" : HOSTILE,
                    i,
                    Duration.ofMillis(1000 + 37L * ((i * 7919) % 101)),
                    i % 17 == 5 ? List.of("has 2 programs; PiMw was taken") : List.of()));
        }
    }

    private static List<Person> people(int i) {
        Person one = new Person(NAMES.get(i % NAMES.size()) + (i < NAMES.size() ? "" : " " + i), "u" + i, "");
        return i % 13 == 4 ? List.of(one, Person.named("Partner " + i)) : List.of(one);
    }

    private static List<Mark> marks(List<Verdict> given) {
        List<Mark> marks = new ArrayList<>();
        for (int check = 0; check < given.size(); check++) {
            Verdict verdict = given.get(check);
            boolean open = !verdict.costsPoints() && verdict != Verdict.PASSED;
            marks.add(new Mark(
                    "check_" + check,
                    List.of("prints pi", "ends for many small tasks", "is faster with two workers")
                            .get(check),
                    verdict,
                    verdict == Verdict.PASSED ? POINTS : 0,
                    open ? 0 : POINTS,
                    POINTS,
                    check == 1,
                    verdict == Verdict.PASSED ? "" : "it is so"));
        }
        return marks;
    }

    private void pages() throws IOException {
        Gradebook gradebook = new Gradebook(
                "pi_mw",
                "Pi with master and workers",
                3 * POINTS,
                rows,
                List.of(new Person("Grace Hopper", "u99", ""), Person.named("\u5c0f\u6797 \u660e")),
                List.of("the roster names Ada Lovelace twice"),
                Map.of("cores", "2", "java", "17", "kernel", "6.1"));
        Files.createDirectories(folder.resolve("submissions"));
        try (Writer out = Files.newBufferedWriter(folder.resolve("index.html"))) {
            ClassPage.write(gradebook, out);
        }
        for (int i = 0; i < rows.size(); i++) {
            Files.writeString(folder.resolve("submissions").resolve(rows.get(i).key() + ".html"), page(i));
        }
    }

    private String page(int i) throws IOException {
        Row row = rows.get(i);
        Path evidence = folder.resolve("evidence").resolve(row.key());
        PageLinks links = new PageLinks(
                i == 0 ? Optional.empty() : Optional.of(rows.get(i - 1).key()),
                i == rows.size() - 1
                        ? Optional.empty()
                        : Optional.of(rows.get(i + 1).key()),
                Optional.of(new PageLinks.Records(evidence, "../evidence/" + row.key())));
        if (row.state() != Row.State.GRADED) {
            return StudentPage.of(row, links);
        }
        List<CheckOutcome> checks = new ArrayList<>();
        for (Mark mark : row.marks()) {
            checks.add(check(mark));
            if (i < 2 * Verdict.values().length) {
                Path run =
                        Files.createDirectories(evidence.resolve(mark.check()).resolve("01"));
                Files.writeString(run.resolve("stdout.txt"), "pi = 3.14\n" + HOSTILE + "\n" + "x".repeat(500) + "\n");
                Files.writeString(run.resolve("stderr.txt"), "");
            }
        }
        return StudentPage.of(
                row,
                new Grade(
                        "pi_mw",
                        "Pi with master and workers",
                        row.key(),
                        "PiMw.java",
                        "java",
                        row.seed(),
                        Optional.of(Duration.ofSeconds(1)),
                        checks,
                        row.notices(),
                        Map.of("cores", "2"),
                        row.took(),
                        false),
                links);
    }

    private static CheckOutcome check(Mark mark) {
        Finding finding = Finding.of(mark.verdict(), mark.rationale());
        if (mark.verdict() == Verdict.WRONG_OUTPUT) {
            finding = finding.comparing("\"pi = 3.14159\"", "\"pi = 3.2\"")
                    .withHelp("does the sum run from 1 to N?")
                    .about("java PiMw 1000 4");
        }
        return new CheckOutcome(
                mark.check(),
                mark.sentence(),
                mark.points(),
                mark.earned(),
                mark.countable(),
                mark.hidden(),
                List.of(),
                finding.withDetails(mark.verdict() == Verdict.CRASHED ? List.of("at " + "x".repeat(300)) : List.of()),
                Duration.ofMillis(1040),
                Optional.empty(),
                mark.verdict() == Verdict.PASSED ? List.of("speedup 1.93 (1.88 to 1.97)") : List.of(),
                List.of(run(mark.verdict() == Verdict.DEADLOCK)));
    }

    private static RunView run(boolean stands) {
        Standstill standstill = new Standstill(
                true,
                List.of(
                        new Standstill.Waiting(6, "master", "waits for worker 1 to end", "PiMw.java:31", List.of(7L)),
                        new Standstill.Waiting(
                                7,
                                "worker 1",
                                "puts to rQueue (full: 65 536 of 65 536 bytes)",
                                "PiMw.java:12",
                                List.of(6L)),
                        new Standstill.Waiting(
                                8, "worker 2", "waits for its turn to put to rQueue", "PiMw.java:12", List.of(7L))),
                "a circle",
                new Standstill.Advice("JOIN_BEFORE_GET", "A pipe holds only so much.", "Get first, then join."));
        Timeline timeline = new Timeline(List.of(
                new Timeline.Sample(Duration.ofMillis(200), Map.of(7L, Duration.ZERO), Map.of(), Duration.ZERO),
                new Timeline.Sample(
                        Duration.ofMillis(1200), Map.of(7L, Duration.ofMillis(700)), Map.of(), Duration.ZERO)));
        Census census = new Census(
                List.of(
                        process(6, ProcessRecord.Part.MASTER, 0),
                        process(7, ProcessRecord.Part.WORKER, 1),
                        process(8, ProcessRecord.Part.WORKER, 2)),
                List.of("sampling"),
                List.of(),
                true,
                true);
        return new RunView(
                "java PiMw 200000 2 10",
                WALL,
                stands ? "stopped: deadlock" : "exit code 0",
                census,
                timeline,
                stands ? Optional.of(standstill) : Optional.empty());
    }

    private static ProcessRecord process(long pid, ProcessRecord.Part part, int number) {
        return new ProcessRecord(
                pid,
                1,
                part,
                number,
                new ProcessRole(ProcessRole.Kind.JAVA, "PiMw"),
                List.of(),
                Duration.ofMillis(100),
                Optional.of(Duration.ofMillis(2100)),
                Optional.of(ProcessEnd.exited(0)),
                Duration.ofMillis(400),
                0,
                false,
                true);
    }
}
