package procgrade.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import procgrade.assignment.Assignment;
import procgrade.engine.Grade;
import procgrade.engine.GradeListener;
import procgrade.engine.GradeOptions;
import procgrade.engine.Specimen;
import procgrade.judge.Verdict;
import procgrade.report.Palette;

/**
 * Grades references again and again, each time with other inputs, and counts how often they get full marks. All of them
 * once, then all of them again: so that those that are graded at the same time do different things, as those of a class
 * that is graded do, and whoever interrupts it knows something of each.
 */
final class Repetition {
    private final SpecimenGrader grader;
    private final PrintWriter out;
    private final ProgressLine line;
    private final Palette palette;
    private final boolean measured;
    private final ExecutorService pool;
    private final Map<Reference, Tally> tallies = new LinkedHashMap<>();

    /**
     * A repetition.
     *
     * @param jobs how many to grade at the same time
     * @param measured whether to measure speedups
     */
    Repetition(SpecimenGrader grader, Surroundings surroundings, Palette palette, int jobs, boolean measured) {
        this.grader = grader;
        this.out = surroundings.out();
        this.line = new ProgressLine(surroundings);
        this.palette = palette;
        this.measured = measured;
        this.pool = Executors.newFixedThreadPool(jobs, task -> {
            Thread thread = new Thread(task, "repetition");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What is graded again and again. */
    record Reference(Assignment assignment, Specimen specimen) {
        String name() {
            return assignment.id() + " " + specimen.language().key();
        }
    }

    /** How it went with one of them. */
    private static final class Tally {
        private int done;
        private int full;
        private int unmeasured;

        private void add(boolean hasFullMarks, boolean hasUnmeasured) {
            done++;
            full += hasFullMarks ? 1 : 0;
            unmeasured += hasUnmeasured ? 1 : 0;
        }

        private String text() {
            return "full marks " + full + " of " + done + " times"
                    + (unmeasured == 0 ? "" : ", " + unmeasured + " times with a check not measurable");
        }
    }

    /** Grades all so many times, and prints what came of it. */
    ExitCode repeat(List<Reference> references, int times) {
        references.forEach(reference -> tallies.put(reference, new Tally()));
        VerifyProgress progress = new VerifyProgress(line, references.size() * times);
        List<CompletableFuture<Void>> gradings = IntStream.rangeClosed(1, times)
                .boxed()
                .flatMap(round -> references.stream()
                        .map(reference -> CompletableFuture.runAsync(() -> grade(reference, round, progress), pool)))
                .toList();
        try {
            gradings.forEach(CompletableFuture::join);
        } catch (CompletionException failed) {
            // what grading throws is for the user, whichever thread it happened in
            throw failed.getCause() instanceof RuntimeException fault ? fault : failed;
        } finally {
            pool.shutdownNow();
            progress.clear();
        }
        tallies.forEach((reference, tally) -> out.printf("%-24s %s%n", reference.name(), tally.text()));
        out.flush();
        if (grader.isInterrupted()) {
            return ExitCode.INTERRUPTED;
        }
        boolean full = tallies.values().stream().allMatch(tally -> tally.full == tally.done);
        return full ? ExitCode.PASSED : ExitCode.FAILED;
    }

    private void grade(Reference reference, int round, VerifyProgress progress) {
        if (grader.isInterrupted()) {
            return;
        }
        String name = reference.name() + " round " + round;
        progress.begins(name);
        try {
            GradeOptions options = GradeOptions.all(round).measuring(measured);
            Grade grade = grader.grade(reference.assignment(), reference.specimen(), options, GradeListener.NONE);
            if (!grader.isInterrupted()) {
                progress.above(() -> count(reference, name, grade));
            }
        } finally {
            progress.ends(name);
        }
    }

    /** By one thread at a time, above the line of the progress. */
    private void count(Reference reference, String name, Grade grade) {
        List<String> differences = reference.specimen().differences(grade);
        boolean unmeasured = grade.count(Verdict.NOT_MEASURABLE) > 0;
        tallies.get(reference).add(differences.isEmpty(), unmeasured);
        String where = palette.bad("DIFFERS") + "  " + name + " seed " + grade.seed() + ": ";
        differences.forEach(difference -> out.println(where + difference));
        out.flush();
    }
}
