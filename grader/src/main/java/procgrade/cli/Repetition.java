package procgrade.cli;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Optional<RepetitionRecord> record;
    private final ExecutorService pool;
    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    /**
     * A repetition.
     *
     * @param jobs how many to grade at the same time
     * @param measured whether to measure speedups
     * @param record of what was counted earlier, and for what is counted now
     */
    Repetition(
            SpecimenGrader grader,
            Surroundings surroundings,
            Palette palette,
            int jobs,
            boolean measured,
            Optional<RepetitionRecord> record) {
        this.grader = grader;
        this.out = surroundings.out();
        this.line = new ProgressLine(surroundings);
        this.palette = palette;
        this.measured = measured;
        this.record = record;
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

    private record Turn(Reference reference, int round) {
        private String name() {
            return reference.name() + " round " + round;
        }
    }

    /** How it went with one of them. */
    private static final class Tally {
        private final Set<Integer> rounds = new HashSet<>();
        private int full;
        private int unmeasured;

        private void add(RepetitionRecord.Line line) {
            if (rounds.add(line.round())) {
                full += line.differences().isEmpty() ? 1 : 0;
                unmeasured += line.unmeasured() ? 1 : 0;
            }
        }

        private String text() {
            return "full marks " + full + " of " + rounds.size() + " times"
                    + (unmeasured == 0 ? "" : ", " + unmeasured + " times with a check not measurable");
        }
    }

    /** Grades all so many times, and prints what came of it. */
    ExitCode repeat(List<Reference> references, int times) {
        references.forEach(reference -> tallies.put(reference.name(), new Tally()));
        record.ifPresent(known -> known.earlier().forEach(this::countEarlier));
        List<Turn> turns = IntStream.rangeClosed(1, times)
                .boxed()
                .flatMap(round -> references.stream().map(reference -> new Turn(reference, round)))
                .filter(turn -> !tallies.get(turn.reference.name()).rounds.contains(turn.round))
                .toList();
        VerifyProgress progress = new VerifyProgress(line, turns.size());
        List<CompletableFuture<Void>> gradings = turns.stream()
                .map(turn -> CompletableFuture.runAsync(() -> grade(turn, progress), pool))
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
        tallies.forEach((name, tally) -> out.printf("%-24s %s%n", name, tally.text()));
        out.flush();
        if (grader.isInterrupted()) {
            return ExitCode.INTERRUPTED;
        }
        boolean full = tallies.values().stream().allMatch(tally -> tally.full == tally.rounds.size());
        return full ? ExitCode.PASSED : ExitCode.FAILED;
    }

    /** Others may have been counted into the same file. */
    private void countEarlier(RepetitionRecord.Line line) {
        if (tallies.containsKey(line.reference())) {
            tallies.get(line.reference()).add(line);
        }
    }

    private void grade(Turn turn, VerifyProgress progress) {
        if (grader.isInterrupted()) {
            return;
        }
        progress.begins(turn.name());
        try {
            Reference reference = turn.reference;
            GradeOptions options = GradeOptions.all(turn.round).measuring(measured);
            Grade grade = grader.grade(reference.assignment(), reference.specimen(), options, GradeListener.NONE);
            if (!grader.isInterrupted()) {
                progress.above(() -> count(turn, grade));
            }
        } finally {
            progress.ends(turn.name());
        }
    }

    /** By one thread at a time, above the line of the progress. */
    private void count(Turn turn, Grade grade) {
        List<String> differences = turn.reference.specimen().differences(grade);
        boolean unmeasured = grade.count(Verdict.NOT_MEASURABLE) > 0;
        RepetitionRecord.Line counted =
                new RepetitionRecord.Line(turn.reference.name(), turn.round, differences, unmeasured);
        record.ifPresent(kept -> kept.add(counted));
        tallies.get(counted.reference()).add(counted);
        String where = palette.bad("DIFFERS") + "  " + turn.name() + " seed " + grade.seed() + ": ";
        differences.forEach(difference -> out.println(where + difference));
        out.flush();
    }
}
