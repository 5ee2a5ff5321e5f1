package procgrade.cli;

import java.util.ArrayList;
import java.util.List;
import procgrade.assignment.Assignment;
import procgrade.engine.Grade;
import procgrade.engine.GradeListener;
import procgrade.engine.GradeOptions;
import procgrade.engine.Specimen;
import procgrade.judge.Verdict;
import procgrade.report.Palette;

/** Grades references again and again, each time with other inputs, and counts how often they get full marks. */
final class Repetition {
    private final SpecimenGrader grader;
    private final Surroundings surroundings;
    private final Palette palette;
    private final ProgressLine progress;
    private final List<String> failures = new ArrayList<>();

    Repetition(SpecimenGrader grader, Surroundings surroundings, Palette palette) {
        this.grader = grader;
        this.surroundings = surroundings;
        this.palette = palette;
        this.progress = new ProgressLine(surroundings);
    }

    /** Grades so many times, one at a time. */
    void repeat(Assignment assignment, Specimen specimen, int times) {
        int full = 0;
        int unmeasured = 0;
        int done = 0;
        String name = assignment.id() + " " + specimen.language().key();
        while (done < times && !grader.isInterrupted()) {
            done++;
            progress.show("grading " + name + ", round " + done + " of " + times);
            Grade grade = grader.grade(assignment, specimen, GradeOptions.all(done), GradeListener.NONE);
            List<String> differences = specimen.differences(grade);
            full += differences.isEmpty() ? 1 : 0;
            unmeasured += grade.count(Verdict.NOT_MEASURABLE) > 0 ? 1 : 0;
            String round = name + " round " + done + " seed " + grade.seed() + ": ";
            differences.forEach(difference -> failures.add(round + difference));
        }
        progress.clear();
        surroundings
                .out()
                .printf(
                        "%-24s full marks %d of %d times%s%n",
                        name,
                        full,
                        done,
                        unmeasured == 0 ? "" : ", " + unmeasured + " times with a check not measurable");
        surroundings.out().flush();
    }

    /** Prints what went wrong. */
    ExitCode finish() {
        failures.forEach(failure -> surroundings.out().println(palette.bad("DIFFERS") + "  " + failure));
        if (grader.isInterrupted()) {
            return ExitCode.INTERRUPTED;
        }
        return failures.isEmpty() ? ExitCode.PASSED : ExitCode.FAILED;
    }
}
