package procgrade.report;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import procgrade.engine.CheckOutcome;
import procgrade.engine.Grade;
import procgrade.judge.Finding;
import procgrade.judge.Verdict;

/** Grades made by hand. */
final class SampleGrades {
    private SampleGrades() {}

    static Grade of(CheckOutcome... checks) {
        return grade(Optional.of(Duration.ofMillis(1234)), List.of(checks), List.of(), false);
    }

    static Grade interrupted() {
        return grade(Optional.of(Duration.ofMillis(1234)), List.of(passed()), List.of(), true);
    }

    /** One check with each verdict, as a real rubric would have them. */
    static Grade ofEveryVerdict() {
        return grade(
                Optional.of(Duration.ofMillis(1234)),
                List.of(
                        passed(),
                        wrongOutput(),
                        check("a_crash", of(Verdict.CRASHED, "exit code 1: IllegalStateException at PiMw.java:31")),
                        check("a_deadlock", deadlock()),
                        check("no_progress", of(Verdict.NO_PROGRESS, "worker 1 asks again and again")),
                        check("a_time_limit", of(Verdict.TIME_LIMIT, "still computing after 60 s")),
                        check("an_output_limit", of(Verdict.OUTPUT_LIMIT, "wrote more than 16 MiB")),
                        check("a_memory_limit", of(Verdict.MEMORY_LIMIT, "used more than 4096 MiB")),
                        check("wrong_processes", of(Verdict.WRONG_PROCESSES, "3 workers instead of 4")),
                        check("left_processes", of(Verdict.LEFT_PROCESSES, "2 processes were still alive")),
                        check("too_slow", of(Verdict.TOO_SLOW, "speedup 1.31, at least 1.50 is wanted")),
                        notMeasurable(),
                        check("skipped", of(Verdict.SKIPPED, "needs: prints pi")),
                        check("a_grader_error", of(Verdict.GRADER_ERROR, "cannot read /proc/4211/stat"))),
                List.of("ran without a sandbox: bwrap was not found"),
                false);
    }

    static Grade notBuilt() {
        Finding failure = of(Verdict.BUILD_FAILED, "javac found 1 error")
                .withDetails(List.of("PiMw.java:12: error: ';' expected", "\tint x = 1", "\t         ^"))
                .withHelp("put it right and try 'javac PiMw.java' yourself");
        return notBuilt(failure);
    }

    static Grade notBuilt(Finding failure) {
        return grade(Optional.empty(), List.of(check("one", failure), check("two", failure)), List.of(), false);
    }

    static Grade notPython() {
        Finding failure = of(Verdict.BUILD_FAILED, "pi_mw.py:2: SyntaxError: invalid syntax")
                .withDetails(List.of(
                        "File \"pi_mw.py\", line 2", "  def main(:", "           ^", "SyntaxError: invalid syntax"));
        Grade java = notBuilt(failure);
        return new Grade(
                java.assignment(),
                java.title(),
                java.submission(),
                "",
                "python",
                java.seed(),
                java.buildTook(),
                java.checks(),
                java.notices(),
                java.environment(),
                java.took(),
                java.interrupted());
    }

    static CheckOutcome passed() {
        return new CheckOutcome(
                "is_fast",
                "two workers are faster than one",
                10,
                10,
                10,
                false,
                List.of("prints_pi"),
                Finding.PASSED,
                Duration.ofMillis(12300),
                Optional.of(Path.of("evidence/is_fast")),
                List.of("speedup 1.93 (1.88 to 1.97)"),
                List.of());
    }

    static CheckOutcome wrongOutput() {
        Finding finding = of(Verdict.WRONG_OUTPUT, "line 1 is not what was expected")
                .comparing("\"pi = 3.14\"", "\"pi = 3.2\"")
                .withHelp("does the sum run from 1 to N?")
                .about("java PiMw 1000 4");
        return check("prints_pi", finding);
    }

    static Finding deadlock() {
        return of(Verdict.DEADLOCK, "its processes wait for each other for ever")
                .withDetails(List.of(
                        "master    waits for worker 1 to end       PiMw.java:31", "worker 1  waits for room in rQueue"))
                .withHelp("get the results before you wait for the workers");
    }

    static CheckOutcome notMeasurable() {
        return outcome("needs_cores", of(Verdict.NOT_MEASURABLE, "needs 4 cores, this machine has 2"), 0, false);
    }

    static CheckOutcome hidden(Finding finding) {
        return outcome("edges", finding, 10, true);
    }

    static CheckOutcome check(String id, Finding finding) {
        return outcome(id, finding, finding.verdict() == Verdict.GRADER_ERROR ? 0 : 10, false);
    }

    static Finding of(Verdict verdict, String rationale) {
        return Finding.of(verdict, rationale);
    }

    private static CheckOutcome outcome(String id, Finding finding, double countable, boolean hidden) {
        return new CheckOutcome(
                id,
                id.replace('_', ' '),
                10,
                finding.passed() ? 10 : 0,
                countable,
                hidden,
                List.of(),
                finding,
                Duration.ofMillis(1040),
                Optional.of(Path.of("evidence", id)),
                List.of(),
                List.of());
    }

    private static Grade grade(
            Optional<Duration> built, List<CheckOutcome> checks, List<String> notices, boolean interrupted) {
        return new Grade(
                "pi_mw",
                "Pi with master and workers",
                "ada",
                "PiMw.java",
                "java",
                4711,
                built,
                checks,
                notices,
                Map.of("java", "17", "cores", "2"),
                Duration.ofMillis(13600),
                interrupted);
    }
}
