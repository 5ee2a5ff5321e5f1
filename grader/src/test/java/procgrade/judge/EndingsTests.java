package procgrade.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import procgrade.observe.ProcessEnd;
import procgrade.run.StopReason;
import procgrade.standstill.Activity;
import procgrade.standstill.Standstill;

class EndingsTests {
    private static final OutputExpectation HELLO = OutputExpectation.inOrder(List.of(new ExpectedLine.Text("hello")));
    private static final Standstill PROOF = new Standstill(
            true,
            List.of(
                    new Standstill.Waiting(100, "master", "gets from rQueue", "PiMw.java:31", List.of(101L)),
                    new Standstill.Waiting(101, "worker 1", "gets from tQueue", "", List.of(100L))),
            "master waits for worker 1, and worker 1 waits for master",
            "is there a sentinel for each worker?");
    private static final String TRACEBACK =
            "Process Process-1:\nTraceback (most recent call last):\n  File \"/w/pi_mw.py\", line 7, in work\n"
                    + "    x\nNameError: name 'x' is not defined\n";

    @Test
    void a_run_that_ends_by_itself_with_the_right_exit_code_passes() {
        assertThat(Endings.judge(HandMade.run().evidence(), 0).passed()).isTrue();
        assertThat(Endings.judge(HandMade.run().ending(ProcessEnd.exited(3)).evidence(), 3)
                        .passed())
                .isTrue();
    }

    @Test
    void a_crash_names_the_exception_and_the_students_line() {
        Finding finding = Endings.judge(
                HandMade.run()
                        .ending(ProcessEnd.exited(1))
                        .complaining(TRACEBACK + "Exception in thread \"main\" java.lang.Error: no\n"
                                + "\tat PiMw.main(PiMw.java:3)\n")
                        .evidence(),
                0);

        assertThat(finding.verdict()).isEqualTo(Verdict.CRASHED);
        assertThat(finding.rationale()).isEqualTo("it ended with exit code 1: java.lang.Error: no (PiMw.java:3)");
        assertThat(finding.details())
                .containsExactly(
                        "at PiMw.java:3 in PiMw.main", "Process-1: NameError: name 'x' is not defined (pi_mw.py:7)");
        assertThat(finding.expected()).isEqualTo("exit code 0");
        assertThat(finding.actual()).isEqualTo("exit code 1");
    }

    @Test
    void a_crash_without_a_traceback_shows_the_last_words() {
        assertThat(crash("one\ntwo\n\nthree\nfour\n").details())
                .containsExactly("standard error: \"two\"", "standard error: \"three\"", "standard error: \"four\"");
        assertThat(crash(" \n").rationale()).isEqualTo("it ended with exit code 1 and nothing on standard error");
    }

    @ParameterizedTest
    @CsvSource({
        "6, SIGABRT",
        "9, SIGKILL",
        "11, SIGSEGV",
        "15, SIGTERM",
        "40, 40",
    })
    void a_signal_is_named(int number, String name) {
        Finding finding =
                Endings.judge(HandMade.run().ending(ProcessEnd.bySignal(number)).evidence(), 0);

        assertThat(finding.verdict()).isEqualTo(Verdict.CRASHED);
        assertThat(finding.actual()).isEqualTo("signal " + name);
        assertThat(finding.help().contains("memory")).isEqualTo(number == 9);
    }

    @Test
    void well_known_exceptions_get_a_hint() {
        String python = "Traceback (most recent call last):\n  File \"/w/a.py\", line 1, in <module>\n    input()\n";

        assertThat(crash(python + "EOFError: EOF when reading a line").help()).startsWith("standard input is empty");
        assertThat(crash("Exception in thread \"main\" java.lang.OutOfMemoryError: Java heap space")
                        .help())
                .startsWith("it needs less memory");
        assertThat(crash(python + "ValueError: no").help()).isEmpty();
    }

    @Test
    void success_is_wrong_if_a_failure_is_wanted() {
        Finding finding = Endings.judge(HandMade.run().evidence(), 2);

        assertThat(finding.verdict()).isEqualTo(Verdict.WRONG_OUTPUT);
        assertThat(finding.rationale()).isEqualTo("it ended with exit code 0 instead of 2");
    }

    @Test
    void a_proved_deadlock_says_who_waits_for_what() {
        Finding finding = Endings.judge(
                HandMade.run().standing(PROOF).stopped(StopReason.DEADLOCK).evidence(), 0);

        assertThat(finding.verdict()).isEqualTo(Verdict.DEADLOCK);
        assertThat(finding.rationale()).isEqualTo("deadlock: master waits for worker 1, and worker 1 waits for master");
        assertThat(finding.details())
                .containsExactly(
                        ".----> master  gets from rQueue",
                        "| .---   at PiMw.java:31",
                        "| '--> worker 1  gets from tQueue",
                        "'-----   (in no line of the program)");
        assertThat(finding.help()).isEqualTo("is there a sentinel for each worker?");
    }

    @Test
    void a_proof_counts_more_than_the_time_limit() {
        Standstill part = new Standstill(false, PROOF.waiting(), PROOF.sentence(), "");
        HandMade run = HandMade.run().standing(part).doing(Activity.Kind.COMPUTING, "worker 2 computes");

        assertThat(Endings.judge(run.evidence(), 0).verdict()).isEqualTo(Verdict.DEADLOCK);
        assertThat(Endings.judge(run.evidence(), 0).rationale()).startsWith("deadlock of some of its processes: ");
    }

    @Test
    void a_program_that_ends_after_all_had_no_deadlock() {
        assertThat(Endings.judge(HandMade.run().standing(PROOF).evidence(), 0).passed())
                .isTrue();
    }

    @Test
    void a_crashed_worker_is_named_first_when_the_rest_waits_for_it() {
        Finding finding = Endings.judge(
                HandMade.run()
                        .standing(PROOF)
                        .stopped(StopReason.DEADLOCK)
                        .master(10)
                        .worker(0, 100, 5, Optional.of(ProcessEnd.exited(1)))
                        .complaining(TRACEBACK)
                        .evidence(),
                0);

        assertThat(finding.verdict()).isEqualTo(Verdict.DEADLOCK);
        assertThat(finding.details().get(0))
                .isEqualTo("worker 1 ended with exit code 1: NameError: name 'x' is not defined (pi_mw.py:7)");
        assertThat(finding.help()).isEqualTo("look at the crash of the worker first: it may be the cause");
    }

    @ParameterizedTest
    @CsvSource({
        "OUTPUT_LIMIT, OUTPUT_LIMIT",
        "MEMORY_LIMIT, MEMORY_LIMIT",
        "PROCESS_LIMIT, WRONG_PROCESSES",
        "DEADLOCK, DEADLOCK",
        "TIME_LIMIT, TIME_LIMIT",
        "INTERRUPTED, GRADER_ERROR",
    })
    void a_stopped_program_gets_the_verdict_of_its_reason(StopReason reason, Verdict verdict) {
        Finding finding = Endings.judge(HandMade.run().stopped(reason).evidence(), 0);

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.rationale()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Activity.Kind.class)
    void out_of_time_is_no_progress_unless_it_computed(Activity.Kind kind) {
        Finding finding =
                Endings.judge(HandMade.run().doing(kind, "master does so").evidence(), 0);

        assertThat(finding.verdict())
                .isEqualTo(kind == Activity.Kind.COMPUTING ? Verdict.TIME_LIMIT : Verdict.NO_PROGRESS);
        assertThat(finding.rationale())
                .startsWith("it had not ended after 2.00 s")
                .endsWith(": master does so");
        assertThat(finding.help()).isNotEmpty();
    }

    @Test
    void the_output_until_a_bad_end_is_kept() {
        HandMade run = HandMade.run().doing(Activity.Kind.SLEEPING, "master sleeps");

        assertThat(lastDetail(run.printing("hello\n"))).isEqualTo("until then it had printed all that it should");
        assertThat(lastDetail(run.printing(""))).isEqualTo("until then it printed nothing");
        assertThat(details(run.printing("bye\n"), HELLO))
                .containsExactly(
                        "until then it printed 1 line: \"bye\"",
                        "in this output line 1 is wrong: expected \"hello\", found \"bye\"");
    }

    @Test
    void an_output_that_ends_too_early_is_told_of_in_sentences() {
        HandMade run = HandMade.run().doing(Activity.Kind.SLEEPING, "master sleeps");
        List<ExpectedLine> lines = List.of(new ExpectedLine.Text("a"), new ExpectedLine.Text("b"));

        assertThat(details(run.printing("a\n"), OutputExpectation.inOrder(lines)))
                .containsExactly(
                        "until then it printed 1 line: \"a\"", "in this output line 2 is missing: expected \"b\"");
        assertThat(details(run.printing("b\n"), OutputExpectation.inAnyOrder(lines)))
                .containsExactly(
                        "until then it printed 1 line: \"b\"", "in this output 1 line is missing", "missing: \"a\"");
        assertThat(details(run.printing("a\nb\nc\n"), OutputExpectation.inOrder(lines)))
                .containsExactly(
                        "until then it printed 3 lines, the last: \"c\"",
                        "in this output line 3 should not be there: found line 3 \"c\"");
    }

    private static List<String> details(HandMade run, OutputExpectation expectation) {
        return Endings.judge(run.evidence(), 0, expectation).details();
    }

    @Test
    void a_wrong_output_mentions_the_crash_of_a_worker() {
        Finding finding = Endings.judge(
                HandMade.run()
                        .printing("bye\n")
                        .master(10)
                        .worker(0, 100, 5, Optional.of(ProcessEnd.bySignal(11)))
                        .evidence(),
                0,
                HELLO);

        assertThat(finding.verdict()).isEqualTo(Verdict.WRONG_OUTPUT);
        assertThat(finding.details()).containsExactly("worker 1 ended with signal SIGSEGV");
        assertThat(finding.help()).isEqualTo("look at the crash of the worker first: it may be the cause");
    }

    @Test
    void a_wrong_output_mentions_a_crash_that_only_the_worker_itself_told_of() {
        Finding finding = Endings.judge(
                HandMade.run()
                        .printing("bye\n")
                        .master(10)
                        .worker(0, 100, 5, Optional.empty())
                        .complaining(TRACEBACK)
                        .evidence(),
                0,
                HELLO);

        assertThat(finding.details()).containsExactly("Process-1: NameError: name 'x' is not defined (pi_mw.py:7)");
    }

    @Test
    void workers_that_make_the_same_mistake_are_told_of_once() {
        Finding finding = wrongOutput(TRACEBACK + TRACEBACK.replace("Process-1", "Process-2"));

        assertThat(finding.details())
                .containsExactly("Process-1 and 1 more: NameError: name 'x' is not defined (pi_mw.py:7)");
    }

    @Test
    void a_wrong_output_mentions_the_exception_of_a_thread() {
        Finding finding = wrongOutput(TRACEBACK.replace("Process Process-1:", "Exception in thread Thread-1 (work):"));

        assertThat(finding.details())
                .containsExactly("on standard error: NameError: name 'x' is not defined (pi_mw.py:7)");
        assertThat(finding.help()).isEqualTo("look at that error first: it may be the cause");
    }

    private static Finding wrongOutput(String errors) {
        return Endings.judge(
                HandMade.run().printing("bye\n").complaining(errors).evidence(), 0, HELLO);
    }

    @Test
    void what_else_is_on_standard_error_is_no_crash() {
        Finding finding = wrongOutput("debug: 7\n");

        assertThat(finding.details()).isEmpty();
        assertThat(finding.help()).isEmpty();
    }

    @Test
    void a_right_output_and_a_good_end_pass() {
        assertThat(Endings.judge(HandMade.run().printing("hello\n").evidence(), 0, HELLO))
                .isEqualTo(Finding.PASSED);
    }

    private static Finding crash(String errors) {
        return Endings.judge(
                HandMade.run().ending(ProcessEnd.exited(1)).complaining(errors).evidence(), 0);
    }

    private static String lastDetail(HandMade run) {
        List<String> details = Endings.judge(run.evidence(), 0, HELLO).details();
        return details.get(details.size() - 1);
    }
}
