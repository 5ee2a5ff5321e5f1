package procgrade.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import procgrade.assignment.Assignment;
import procgrade.assignment.Language;
import procgrade.engine.CheckOutcome;
import procgrade.engine.Grade;
import procgrade.engine.GradeListener;
import procgrade.engine.GradeOptions;
import procgrade.engine.GraderSetup;
import procgrade.engine.GradingSession;
import procgrade.engine.Specimen;
import procgrade.engine.Specimen.Kind;
import procgrade.engine.Workspace;
import procgrade.judge.Verdict;
import procgrade.report.Palette;
import procgrade.submission.Submission;
import procgrade.submission.SubmissionLimits;
import procgrade.submission.SubmissionReader;

/** Grades the programs that assignments keep, and prints what came of it. */
final class Verification {
    private static final int NAME_WIDTH = 42;

    private final GraderSetup setup;
    private final PrintWriter out;
    private final Palette palette;
    private final List<Language> languages;
    private final ProgressLine progress;
    private volatile GradingSession session;
    private volatile boolean interrupted;
    private long seed;

    Verification(GraderSetup setup, Surroundings surroundings, Palette palette, List<Language> languages) {
        this.setup = setup;
        this.out = surroundings.out();
        this.palette = palette;
        this.languages = languages;
        this.progress = new ProgressLine(surroundings.err(), surroundings.errIsTerminal());
    }

    /** Ends it early. */
    void interrupt() {
        interrupted = true;
        GradingSession running = session;
        if (running != null) {
            running.interrupt();
        }
    }

    /** Every program once. */
    ExitCode all(List<Assignment> assignments) {
        int differences = 0;
        int programs = 0;
        for (Assignment assignment : assignments) {
            out.println(palette.strong(assignment.id()));
            List<Specimen> specimens = specimens(assignment);
            TreeSet<String> open = new TreeSet<>();
            for (Specimen specimen : specimens) {
                Grade grade = grade(assignment, specimen);
                if (interrupted) {
                    return ExitCode.INTERRUPTED;
                }
                differences += print(specimen, grade);
                programs++;
                grade.checks().stream()
                        .filter(check -> specimen.kind() == Kind.REFERENCE)
                        .map(CheckOutcome::id)
                        .forEach(open::add);
            }
            specimens.forEach(specimen -> open.removeAll(specimen.expected().keySet()));
            open.forEach(check -> out.println("  " + palette.bad("DIFFERS") + "  no bad program fails at " + check));
            differences += open.size();
        }
        out.println();
        out.println("verified " + programs + " programs of " + assignments.size() + " assignments: "
                + (differences == 0 ? "all as expected" : differences + " differences"));
        return differences == 0 ? ExitCode.PASSED : ExitCode.FAILED;
    }

    private List<Specimen> specimens(Assignment assignment) {
        return Specimen.of(assignment).stream()
                .filter(specimen -> languages.contains(specimen.language()))
                .toList();
    }

    private int print(Specimen specimen, Grade grade) {
        List<String> differences = specimen.differences(grade);
        StringBuilder letters = new StringBuilder();
        grade.checks().forEach(check -> letters.append(letter(check.finding().verdict())));
        String name = String.format("%-6s  %s", specimen.language().key(), specimen.name());
        String word = differences.isEmpty() ? palette.good("ok") : palette.bad("DIFFERS");
        progress.clear();
        out.printf("  %-" + NAME_WIDTH + "s %-12s %s%n", name, letters, word);
        differences.forEach(difference -> out.println("          " + difference));
        out.flush();
        return differences.size();
    }

    private static char letter(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> 'P';
            case SKIPPED -> 's';
            case NOT_MEASURABLE -> '-';
            case GRADER_ERROR -> 'E';
            default -> 'f';
        };
    }

    /** The references again and again. */
    ExitCode references(List<Assignment> assignments, int times) {
        List<String> failures = new ArrayList<>();
        for (Assignment assignment : assignments) {
            for (Specimen specimen : specimens(assignment)) {
                if (specimen.kind() == Kind.REFERENCE && !interrupted) {
                    repeat(assignment, specimen, times, failures);
                }
            }
        }
        progress.clear();
        failures.forEach(failure -> out.println(palette.bad("DIFFERS") + "  " + failure));
        if (interrupted) {
            return ExitCode.INTERRUPTED;
        }
        return failures.isEmpty() ? ExitCode.PASSED : ExitCode.FAILED;
    }

    private void repeat(Assignment assignment, Specimen specimen, int times, List<String> failures) {
        int full = 0;
        int unmeasured = 0;
        int done = 0;
        String name = assignment.id() + " " + specimen.language().key();
        while (done < times && !interrupted) {
            Grade grade = grade(assignment, specimen);
            List<String> differences = specimen.differences(grade);
            done++;
            full += differences.isEmpty() ? 1 : 0;
            unmeasured += grade.count(Verdict.NOT_MEASURABLE) > 0 ? 1 : 0;
            String round = name + " round " + done + " seed " + grade.seed() + ": ";
            differences.forEach(difference -> failures.add(round + difference));
        }
        progress.clear();
        out.printf(
                "%-24s full marks %d of %d times%s%n",
                name, full, done, unmeasured == 0 ? "" : ", " + unmeasured + " times with a check not measurable");
        out.flush();
    }

    private Grade grade(Assignment assignment, Specimen specimen) {
        progress.show("grading " + assignment.id() + " " + specimen.language().key() + " " + specimen.name());
        seed++;
        try (Workspace workspace = Workspace.create(false)) {
            Submission submission = SubmissionReader.read(
                    specimen.origin(), workspace.folder().resolve("submission"), SubmissionLimits.DEFAULT);
            session = new GradingSession(setup, workspace, GradeListener.NONE);
            if (interrupted) {
                session.interrupt();
            }
            GradeOptions options = new GradeOptions(seed, List.of(), Optional.empty(), Optional.empty());
            return session.grade(assignment, submission, options.in(specimen.language()));
        }
    }
}
