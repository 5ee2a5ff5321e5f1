package procgrade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import procgrade.judge.Finding;
import procgrade.judge.HandMade;
import procgrade.judge.Verdict;
import procgrade.rubric.Check;
import procgrade.rubric.Program;
import procgrade.rubric.RubricFor;
import procgrade.run.StopReason;

/** Rubrics that are run over records: those of a program that tests make up, and write down as a grading does. */
class RecordedRunsTests {
    @TempDir
    private Path folder;

    private Replay replay;

    @BeforeEach
    void make_room() {
        replay = new Replay(folder);
    }

    @Test
    void a_rubric_gets_the_same_evidence_again() {
        List<CheckOutcome> graded = replay.grade(HelloCase.class, HandMade.run().printing("hello\n"));

        List<CheckOutcome> again = replay.rejudge(HelloCase.class);

        assertThat(graded).extracting(outcome -> outcome.finding().verdict()).containsOnly(Verdict.PASSED);
        assertThat(Replay.timeless(again)).isEqualTo(Replay.timeless(graded));
        assertThat(again.get(0).runs()).isNotEmpty();
    }

    @Test
    void a_check_takes_what_its_runs_took() {
        replay.grade(HelloCase.class, HandMade.run().printing("hello\n").taking(700));

        assertThat(replay.rejudge(HelloCase.class))
                .extracting(CheckOutcome::took)
                .containsExactly(Duration.ofMillis(700), Duration.ofMillis(1400));
    }

    @Test
    void a_changed_rubric_judges_the_same_runs_in_another_way() {
        replay.grade(HelloCase.class, HandMade.run().printing("hello\n"));

        Finding finding = replay.rejudge(GoodbyeCase.class).get(0).finding();

        assertThat(finding.verdict()).isEqualTo(Verdict.WRONG_OUTPUT);
        assertThat(finding.expected()).contains("goodbye");
    }

    @Test
    void runs_that_are_asked_for_in_another_order_are_found() {
        replay.grade(HelloCase.class, HandMade.run().printing("hello\n"));

        assertThat(replay.rejudge(TurnedCase.class).get(0).finding()).isEqualTo(Finding.PASSED);
    }

    @Test
    void a_run_that_was_not_recorded_is_no_fault_of_the_submission() {
        replay.grade(HelloCase.class, HandMade.run().printing("hello\n"));

        CheckOutcome outcome = replay.rejudge(OtherRunCase.class).get(0);

        assertThat(outcome.finding().verdict()).isEqualTo(Verdict.GRADER_ERROR);
        assertThat(outcome.finding().rationale())
                .isEqualTo("this run was not recorded; grade again: python3 pi_mw.py 'other one'");
        assertThat(outcome.finding().help()).contains("not the submission's fault", "procgrade check");
        assertThat(outcome.countable()).isZero();
    }

    @Test
    void a_run_that_was_repeated_undisturbed_is_found() {
        replay.grade(QuickCase.class, HandMade.run().taking(1100));

        CheckOutcome outcome = replay.rejudge(QuickCase.class).get(0);

        assertThat(outcome.finding().verdict()).isEqualTo(Verdict.TOO_SLOW);
        assertThat(outcome.took()).isEqualTo(Duration.ofMillis(2200));
    }

    @Test
    void work_that_was_compared_with_the_reference_solution_is_compared_with_its_record() {
        replay.grade(
                WorkCase.class,
                HandMade.run().master(100).worker(0, 2000, 60),
                HandMade.run().master(100).worker(0, 2000, 1500));

        Finding finding = replay.rejudge(WorkCase.class).get(0).finding();

        assertThat(finding.verdict()).isEqualTo(Verdict.WRONG_PROCESSES);
        assertThat(finding.rationale()).startsWith("the workers did hardly any of the work: together they used 0.06 s");
    }

    @Test
    void work_that_nobody_compared_when_it_was_recorded_costs_no_points() {
        replay.grade(UnaskedWorkCase.class, HandMade.run().master(100).worker(0, 2000, 60));

        CheckOutcome outcome = replay.rejudge(WorkCase.class).get(0);

        assertThat(outcome.finding().rationale())
                .isEqualTo("this run was not recorded; grade again: the reference program with one");
        assertThat(outcome.countable()).isZero();
    }

    @Test
    void a_record_answers_once_only() {
        replay.grade(HelloCase.class, HandMade.run().printing("hello\n"));

        assertThat(replay.rejudge(TwiceCase.class).get(0).finding().verdict()).isEqualTo(Verdict.GRADER_ERROR);
    }

    @Test
    void runs_with_other_input_pipes_and_hold_ups_or_less_company_are_other_runs() {
        replay.grade(PlainCase.class, HandMade.run().printing("hello\n"));

        assertThat(replay.rejudge(HardCase.class))
                .hasSize(4)
                .extracting(outcome -> outcome.finding().verdict())
                .containsOnly(Verdict.GRADER_ERROR);
    }

    @Test
    void a_run_that_was_interrupted_counts_as_not_recorded() {
        replay.grade(HelloCase.class, HandMade.run().stopped(StopReason.INTERRUPTED));

        assertThat(replay.rejudge(HelloCase.class).get(0).finding().rationale())
                .startsWith("this run was not recorded; grade again: ");
    }

    @Test
    void what_a_limit_has_ended_holds_as_long_as_the_limit_does() {
        replay.grade(HelloCase.class, HandMade.run().taking(10_000).stopped(StopReason.TIME_LIMIT));
        assertThat(replay.rejudge(HelloCase.class).get(0).finding().verdict()).isEqualTo(Verdict.TIME_LIMIT);

        replay.limit("run.seconds=20");

        assertThat(replay.rejudge(HelloCase.class).get(0).finding().verdict()).isEqualTo(Verdict.GRADER_ERROR);
    }

    @Test
    void what_ended_by_itself_holds_if_the_time_would_still_be_enough() {
        replay.grade(HelloCase.class, HandMade.run().printing("hello\n").taking(3000));

        replay.limit("run.seconds=4");
        assertThat(replay.rejudge(HelloCase.class).get(0).finding()).isEqualTo(Finding.PASSED);

        replay.limit("run.seconds=2");
        assertThat(replay.rejudge(HelloCase.class).get(0).finding().verdict()).isEqualTo(Verdict.GRADER_ERROR);
    }

    @Test
    void output_that_was_cut_off_holds_as_long_as_the_limit_does() {
        replay.grade(HelloCase.class, HandMade.run().stopped(StopReason.OUTPUT_LIMIT));
        assertThat(replay.rejudge(HelloCase.class).get(0).finding().verdict()).isEqualTo(Verdict.OUTPUT_LIMIT);

        replay.limit("output.mebibytes=64");

        assertThat(replay.rejudge(HelloCase.class).get(0).finding().verdict()).isEqualTo(Verdict.GRADER_ERROR);
    }

    @Test
    void a_damaged_record_costs_its_check_only_and_no_points() throws IOException {
        replay.grade(PlainCase.class, HandMade.run().printing("hello\n"));
        Path file = EvidenceFiles.run(replay.evidence(), "reads", 1).resolve("evidence.json");
        Files.writeString(file, Files.readString(file).substring(0, 200));

        List<CheckOutcome> again = replay.rejudge(PlainCase.class);

        assertThat(again.get(0).finding().verdict()).isEqualTo(Verdict.GRADER_ERROR);
        assertThat(again.get(0).finding().rationale()).startsWith(file + ": is damaged in line 1, column ");
        assertThat(again.get(0).countable()).isZero();
        assertThat(again.get(1).finding()).isEqualTo(Finding.PASSED);
    }

    @RubricFor("pi_mw")
    static class WorkCase {
        @Check(points = 1)
        void works(Program program) {
            program.run("one").processes().computeAtLeast(0.1);
        }
    }

    @RubricFor("pi_mw")
    static class UnaskedWorkCase {
        @Check(points = 1)
        void works(Program program) {
            program.run("one").processes().workers(1);
        }
    }

    @RubricFor("quick")
    static class QuickCase {
        @Check(points = 1)
        void is_quick(Program program) {
            program.run("hello").takesAtMost(Duration.ofSeconds(1));
        }
    }

    @RubricFor("pi_mw")
    static class HelloCase {
        @Check(points = 1)
        void greets(Program program) {
            program.run("one").printsLines("hello");
        }

        @Check(points = 2, needs = "greets")
        void greets_again(Program program) {
            program.run("two").printsLines("hello");
            program.run("three").printsLines("hello");
        }
    }

    @RubricFor("pi_mw")
    static class GoodbyeCase {
        @Check(points = 1)
        void greets(Program program) {
            program.run("one").printsLines("goodbye");
        }
    }

    @RubricFor("pi_mw")
    static class TurnedCase {
        @Check(points = 1)
        void greets_again(Program program) {
            program.run("three").printsLines("hello");
            program.run("two").printsLines("hello");
        }
    }

    @RubricFor("pi_mw")
    static class OtherRunCase {
        @Check(points = 1)
        void greets(Program program) {
            program.run("other one").printsLines("hello");
        }
    }

    @RubricFor("pi_mw")
    static class TwiceCase {
        @Check(points = 1)
        void greets(Program program) {
            program.run("one").printsLines("hello");
            program.run("one").printsLines("hello");
        }
    }

    @RubricFor("pi_mw")
    static class PlainCase {
        @Check(points = 1)
        void reads(Program program) {
            program.run("one").terminates();
        }

        @Check(points = 1)
        void squeezes(Program program) {
            program.run("one").terminates();
        }

        @Check(points = 1)
        void pauses(Program program) {
            program.run("one").terminates();
        }

        @Check(points = 1)
        void is_alone(Program program) {
            program.run("one").terminates();
        }
    }

    @RubricFor("pi_mw")
    static class HardCase {
        @Check(points = 1)
        void reads(Program program) {
            program.withInput("x").run("one").terminates();
        }

        @Check(points = 1)
        void squeezes(Program program) {
            program.withPipesOf(4096).run("one").terminates();
        }

        @Check(points = 1)
        void pauses(Program program) {
            program.heldUp(1).run("one").terminates();
        }

        @Check(points = 1)
        void is_alone(Program program) {
            program.undisturbed().run("one").terminates();
        }
    }
}
