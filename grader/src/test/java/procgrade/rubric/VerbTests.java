package procgrade.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static procgrade.rubric.Expectations.interleaved;
import static procgrade.rubric.Expectations.lines;
import static procgrade.rubric.Expectations.linesInAnyOrder;
import static procgrade.rubric.Expectations.number;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import procgrade.assignment.Language;
import procgrade.judge.Finding;
import procgrade.judge.HandMade;
import procgrade.judge.Verdict;
import procgrade.observe.ProcessEnd;
import procgrade.run.StopReason;
import procgrade.standstill.Activity;

class VerbTests {
    private final ScriptedGrading grading = new ScriptedGrading();
    private final Program pi = grading.program();

    @Test
    void a_run_is_asked_for_with_all_its_options() {
        pi.within(Duration.ofSeconds(3))
                .withInput("x")
                .undisturbed()
                .withPipesOf(4096)
                .run(1_000_000L, "two words", 0.5);

        assertThat(grading.requests)
                .containsExactly(new RunRequest(
                        List.of("1000000", "two words", "0.5"),
                        RunRequest.Target.SUBMISSION,
                        Optional.of(Duration.ofSeconds(3)),
                        "x",
                        OptionalInt.of(4096),
                        false,
                        true,
                        OptionalLong.empty()));
    }

    @Test
    void what_hangs_with_small_pipes_only_is_said_to_do_so() {
        grading.program = request -> request.pipeBytes().isPresent()
                ? HandMade.run().doing(Activity.Kind.WAITING, "all wait").stopped(StopReason.TIME_LIMIT)
                : HandMade.run();

        Finding finding = failure(() -> pi.withPipesOf(4096).run().terminates());

        assertThat(finding.verdict()).isEqualTo(Verdict.NO_PROGRESS);
        assertThat(finding.rationale())
                .startsWith("it hangs only when the pipe buffer is small (4096 bytes); it had not ended");
        assertThat(grading.requests)
                .extracting(RunRequest::pipeBytes)
                .containsExactly(OptionalInt.of(4096), OptionalInt.empty());
    }

    @Test
    void what_hangs_as_usual_is_not_blamed_on_small_pipes() {
        grading.program = request ->
                HandMade.run().doing(Activity.Kind.WAITING, "all wait").stopped(StopReason.TIME_LIMIT);

        assertThat(failure(() -> pi.withPipesOf(4096).run().terminates()).rationale())
                .startsWith("it had not ended");
    }

    @Test
    void a_wrong_answer_with_small_pipes_is_judged_at_once() {
        grading.program = request -> HandMade.run().printing("b\n");

        assertThat(failure(() -> pi.withPipesOf(4096).run().printsLines("a")).rationale())
                .isEqualTo("line 1 is wrong");
        assertThat(grading.requests).hasSize(1);
    }

    @Test
    void results_that_stay_the_same_may_come_in_any_order() {
        grading.program = request -> HandMade.run().printing(request.isHard() ? "b\na\n" : "a\nb\n");

        pi.resultsStayTheSame(3, 1000);

        assertThat(grading.requests)
                .extracting(RunRequest::pipeBytes)
                .containsExactly(
                        OptionalInt.empty(),
                        OptionalInt.of(4096),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty());
        assertThat(grading.requests)
                .extracting(RunRequest::holdUps)
                .filteredOn(OptionalLong::isPresent)
                .doesNotHaveDuplicates()
                .hasSize(3);
        assertThat(grading.requests).allMatch(request -> request.arguments().equals(List.of("1000")));
    }

    @Test
    void a_result_that_changes_when_processes_are_held_up_names_the_pass_and_the_difference() {
        grading.program = request ->
                HandMade.run().printing(request.holdUps().equals(OptionalLong.of(31 * 42 + 2)) ? "a\nc\n" : "a\nb\n");

        Finding finding = failure(() -> pi.resultsStayTheSame(2));

        assertThat(finding)
                .isEqualTo(Finding.of(
                                Verdict.WRONG_OUTPUT,
                                "its result changes when single processes are slower than others (pass 2 of 2, seed"
                                        + " 42); 1 line is missing, 1 line should not be there")
                        .comparing("\"b\"", "line 2 \"c\"")
                        .withHelp("what relies on who comes first, or on how long something takes?")
                        .about("PiMw 1000 4"));
    }

    @Test
    void a_result_that_changes_when_pipes_are_small_is_said_to_do_so() {
        grading.program = request -> HandMade.run().printing(request.pipeBytes().isPresent() ? "a\n" : "a\nb\n");

        Finding finding = failure(() -> pi.resultsStayTheSame(2));

        assertThat(finding.rationale())
                .isEqualTo("its result changes when the pipe buffer is small (4096 bytes); 1 line is missing");
        assertThat(finding.help()).isEqualTo("what relies on all items being there at once?");
        assertThat(grading.requests).hasSize(2);
    }

    @Test
    void what_hangs_or_crashes_only_when_processes_are_held_up_is_said_to_do_so() {
        grading.program = request -> request.holdUps().isPresent()
                ? HandMade.run().doing(Activity.Kind.WAITING, "all wait").stopped(StopReason.TIME_LIMIT)
                : HandMade.run();
        Finding hangs = failure(() -> pi.resultsStayTheSame(1));
        assertThat(hangs.verdict()).isEqualTo(Verdict.NO_PROGRESS);
        assertThat(hangs.rationale())
                .startsWith(
                        "it hangs only when single processes are slower than others (pass 1 of 1, seed 42); it had");

        grading.program = request ->
                HandMade.run().ending(ProcessEnd.exited(request.holdUps().isPresent() ? 3 : 0));
        Finding crashes = failure(() -> pi.resultsStayTheSame(1));
        assertThat(crashes.verdict()).isEqualTo(Verdict.CRASHED);
        assertThat(crashes.rationale())
                .startsWith(
                        "it fails only when single processes are slower than others (pass 1 of 1, seed 42); it ended"
                                + " with exit code 3");
    }

    @Test
    void who_interrupts_a_run_with_hold_ups_does_not_blame_the_program() {
        grading.program = request ->
                request.holdUps().isPresent() ? HandMade.run().stopped(StopReason.INTERRUPTED) : HandMade.run();

        Finding finding = failure(() -> pi.resultsStayTheSame(1));

        assertThat(finding.verdict()).isEqualTo(Verdict.GRADER_ERROR);
        assertThat(finding.rationale()).isEqualTo("the run was interrupted");
    }

    @Test
    void each_expectation_is_met_by_its_output() {
        printing("pi = 3.5\n").run().prints(number("pi = ", 3.5, 0));
        printing("a\nb\n").run().printsLines("a", "b").printsLinesInAnyOrder("b", "a");
        printing("b\na\nend\n").run().prints(linesInAnyOrder(List.of("a", "b")).then(lines("end")));
        printing("a1\nb1\na2\n").run().prints(interleaved(List.of(List.of("a1", "a2"), List.of("b1"))));
        printing("a\nb\n")
                .run()
                .satisfies("the last line is b", output -> output.get(1).equals("b"));

        assertThat(failure(() -> printing("a\n").run().printsLines("b")).rationale())
                .isEqualTo("line 1 is wrong");
        assertThat(failure(() -> printing("a\n").run().satisfies("it says b", output -> output.contains("b"))))
                .isEqualTo(Finding.of(Verdict.WRONG_OUTPUT, "the output is not as it should be")
                        .comparing("it says b", "\"a\\n\"")
                        .about("PiMw 1000 4"));
    }

    @Test
    void every_verb_first_wants_a_proper_end() {
        grading.program = request -> HandMade.run().stopped(StopReason.OUTPUT_LIMIT);
        Run run = pi.run();

        List<ThrowingCallable> verbs = List.of(
                run::terminates,
                run::lines,
                run::output,
                run::errors,
                run::processes,
                () -> run.exits(1),
                () -> run.prints(lines("a")),
                () -> run.takesAtMost(Duration.ofHours(1)),
                () -> run.takesAtLeast(Duration.ofMillis(1)),
                () -> run.satisfies("anything", output -> true));
        for (ThrowingCallable verb : verbs) {
            assertThat(failure(verb).verdict()).isEqualTo(Verdict.OUTPUT_LIMIT);
        }
    }

    @Test
    void another_exit_code_is_accepted_if_it_is_asked_for() {
        grading.program = request ->
                HandMade.run().ending(ProcessEnd.exited(2)).printing("usage\n").complaining("no");

        Run run = pi.run().exits(2);
        run.printsLines("usage");
        assertThat(run.errors()).isEqualTo("no");
        assertThat(failure(() -> pi.run().printsLines("usage")).verdict()).isEqualTo(Verdict.CRASHED);
    }

    @Test
    void a_program_that_sleeps_is_timed() {
        pi.run().takesAtMost(Duration.ofSeconds(2));

        assertThat(failure(() -> pi.run().takesAtMost(Duration.ofSeconds(1))).verdict())
                .isEqualTo(Verdict.TOO_SLOW);
    }

    @Test
    void who_takes_too_long_beside_others_is_run_again_undisturbed_and_that_run_counts() {
        grading.program = request -> HandMade.run().taking(request.undisturbed() ? 900 : 1100);

        pi.run(7).takesAtMost(Duration.ofSeconds(1));

        assertThat(grading.requests).extracting(RunRequest::undisturbed).containsExactly(false, true);
        assertThat(grading.requests).extracting(RunRequest::arguments).containsOnly(List.of("7"));
    }

    @Test
    void who_takes_too_long_undisturbed_is_not_run_again() {
        grading.program = request -> HandMade.run().taking(1100);

        assertThat(failure(() -> pi.undisturbed().run().takesAtMost(Duration.ofSeconds(1)))
                        .verdict())
                .isEqualTo(Verdict.TOO_SLOW);
        assertThat(grading.requests).hasSize(1);
    }

    @Test
    void who_ends_too_soon_beside_others_is_run_again_undisturbed_and_that_run_counts() {
        grading.program = request -> HandMade.run().taking(request.undisturbed() ? 1000 : 900);

        pi.run(7).takesAtLeast(Duration.ofSeconds(1));
        assertThat(grading.requests).extracting(RunRequest::undisturbed).containsExactly(false, true);

        assertThat(failure(() -> pi.undisturbed().run(7).takesAtLeast(Duration.ofMillis(1001)))
                        .verdict())
                .isEqualTo(Verdict.WRONG_PROCESSES);
        assertThat(grading.requests).hasSize(3);
    }

    @Test
    void doubtful_work_is_compared_with_the_same_run_of_the_reference_solution() {
        grading.program = request ->
                HandMade.run().master(100).worker(0, 2000, request.target() == RunRequest.Target.REFERENCE ? 1500 : 60);

        Finding finding = failure(() -> pi.undisturbed()
                .withPipesOf(4096)
                .heldUp(1)
                .run(7, 1)
                .processes()
                .computeAtLeast(0.1));

        assertThat(finding.verdict()).isEqualTo(Verdict.WRONG_PROCESSES);
        assertThat(finding.rationale()).startsWith("the workers did hardly any of the work: ");
        assertThat(grading.requests.get(1))
                .isEqualTo(new RunRequest(
                        List.of("7", "1"),
                        RunRequest.Target.REFERENCE,
                        Optional.empty(),
                        "",
                        OptionalInt.empty(),
                        false,
                        true,
                        OptionalLong.empty()));
    }

    @Test
    void work_that_is_not_doubtful_costs_no_further_run() {
        grading.program = request -> HandMade.run().master(100).worker(0, 2000, 500);

        pi.run().processes().computeAtLeast(0.1);

        assertThat(grading.requests).hasSize(1);
    }

    @Test
    void a_demand_on_work_that_cannot_be_compared_is_a_mistake_of_the_rubric() {
        assertThatThrownBy(() -> pi.run().processes().computeAtLeast(1))
                .isInstanceOf(RubricFault.class)
                .hasMessage("workers that should compute at least 1.0 times as long as the reference solution's: say"
                        + " more than 0 and less than 1");
        grading.ownPrograms = false;
        assertThatThrownBy(() -> pi.run().processes().computeAtLeast(0.1))
                .isInstanceOf(RubricFault.class)
                .hasMessage("the assignment has no reference solution in Java to compare the work with: name one in"
                        + " assignment.properties, or leave computeAtLeast out");
    }

    @Test
    void the_verbs_about_processes_can_be_strung_together() {
        grading.program = request ->
                HandMade.run().taking(2500).master(20).worker(0, 2500, 2000).worker(0, 2500, 2000);

        pi.run()
                .processes()
                .workers(2)
                .workersBetween(1, 3)
                .atLeastAtOnce(2)
                .allAtOnce()
                .computeAtLeast(0.1)
                .shareTheWork()
                .masterOnlyCoordinates()
                .allExitWith(0)
                .noneLeft()
                .waitQuietly();
        assertThat(failure(() -> pi.run().processes().none()).command()).isEqualTo("PiMw 1000 4");
        assertThat(failure(() -> pi.run().processes().oneAfterTheOther()).verdict())
                .isEqualTo(Verdict.WRONG_PROCESSES);
    }

    @Test
    void an_exit_code_that_nobody_saw_is_reported_as_a_fact() {
        grading.program = request -> HandMade.run().master(20).worker(0, 100, 20, Optional.empty());

        pi.run().processes().allExitWith(0);
        assertThat(grading.facts).containsExactly("exit code not observed: worker 1");
    }

    @Test
    void a_value_can_depend_on_the_language() {
        assertThat(pi.inJava(10).inPython(1)).isEqualTo(10);
        grading.language = Language.PYTHON;
        assertThat(pi.inJava(10).inPython(1)).isEqualTo(1);
        assertThat(pi.language()).isEqualTo(Language.PYTHON);
    }

    @Test
    void the_reference_solution_can_be_asked() {
        grading.program = request -> HandMade.run().printing("pi = 3\n");
        assertThat(pi.reference(7)).containsExactly("pi = 3");
        assertThat(grading.requests.get(0).target()).isEqualTo(RunRequest.Target.REFERENCE);

        grading.program = request -> HandMade.run().ending(ProcessEnd.exited(1));
        assertThatThrownBy(() -> pi.reference(7))
                .isInstanceOf(RubricFault.class)
                .hasMessage("the assignment's own program fails in the run 'PiMw 1000 4': it ended with exit code 1 and"
                        + " nothing on standard error");
        grading.ownPrograms = false;
        assertThatThrownBy(() -> pi.reference(7))
                .isInstanceOf(RubricFault.class)
                .hasMessage("the assignment has no reference solution in Java: name one in assignment.properties, or"
                        + " compute the answer in the rubric");
    }

    @Test
    void a_failure_reads_well_in_an_ide() {
        Finding finding = Finding.of(Verdict.DEADLOCK, "deadlock")
                .comparing("one", "two")
                .withDetails(List.of("master waits"))
                .withHelp("think")
                .about("PiMw 1");

        assertThat(new CheckFailure(finding))
                .hasMessage("DEADLOCK: deadlock\n  run: PiMw 1\n  expected: one\n  actual: two\n  master waits\n  help:"
                        + " think");
        assertThat(new CheckFailure(Finding.of(Verdict.CRASHED, "it crashed"))).hasMessage("CRASHED: it crashed");
    }

    private Program printing(String output) {
        grading.program = request -> HandMade.run().printing(output);
        return pi;
    }

    private static Finding failure(ThrowingCallable verb) {
        return catchThrowableOfType(CheckFailure.class, verb).finding();
    }
}
