package procgrade.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import procgrade.assignment.Assignment;
import procgrade.assignment.Language;
import procgrade.engine.CheckOutcome;
import procgrade.engine.Grade;
import procgrade.engine.GradeListener;
import procgrade.engine.GradeOptions;
import procgrade.engine.Specimen;
import procgrade.engine.Specimen.Kind;
import procgrade.judge.Verdict;
import procgrade.report.Palette;

/**
 * Grades the programs that assignments keep, several at the same time, and prints what came of it in their order.
 *
 * <p>Measuring speedups takes most of the time, and nobody else may run meanwhile. Which checks do that is learnt from the
 * references, which are graded first.
 */
final class Verification {
    private final SpecimenGrader grader;
    private final PrintWriter out;
    private final Palette palette;
    private final ProgressLine line;
    private final SpecimenSelection selection;
    private final Measuring measuring;
    private final AgainCommand again;
    private final ExecutorService pool;
    private VerifyProgress progress;
    private int differences;
    private int unmeasured;

    Verification(
            SpecimenGrader grader,
            Surroundings surroundings,
            Palette palette,
            SpecimenSelection selection,
            int jobs,
            Measuring measuring,
            AgainCommand again) {
        this.grader = grader;
        this.out = surroundings.out();
        this.palette = palette;
        this.line = new ProgressLine(surroundings);
        this.selection = selection;
        this.measuring = measuring;
        this.again = again;
        this.pool = Executors.newFixedThreadPool(jobs, task -> {
            Thread thread = new Thread(task, "verification");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Whose speedups to measure. */
    enum Measuring {
        /** Nobody's. */
        NONE,
        /** Of each check that measures, the references and one bad program that it must find too slow. */
        FEW,
        /** Everybody's. */
        ALL
    }

    /** Every program once. */
    ExitCode all(List<Assignment> assignments) {
        List<Programs> all = assignments.stream()
                .map(assignment -> new Programs(assignment, selection.of(assignment)))
                .filter(programs -> !programs.specimens.isEmpty())
                .toList();
        int count = all.stream().mapToInt(programs -> programs.specimens.size()).sum();
        progress = new VerifyProgress(line, count);
        try {
            all.forEach(Programs::start);
            for (Programs programs : all) {
                if (!print(programs)) {
                    return ExitCode.INTERRUPTED;
                }
            }
        } catch (CompletionException failed) {
            // what grading throws is for the user, whichever thread it happened in
            throw failed.getCause() instanceof RuntimeException fault ? fault : failed;
        } finally {
            pool.shutdown();
            grader.interrupt();
            progress.clear();
        }
        out.println("verified " + amount(count, "program") + " of " + amount(all.size(), "assignment") + ": "
                + (differences == 0 ? "all as expected" : amount(differences, "difference"))
                + (unmeasured == 0 ? "" : ", " + amount(unmeasured, "check") + " could not be measured here"));
        return differences == 0 ? ExitCode.PASSED : ExitCode.FAILED;
    }

    private static String amount(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** Prints the table of an assignment line by line, as they come; false if it was interrupted. */
    private boolean print(Programs programs) {
        Coverage coverage = new Coverage();
        Matrix matrix = null;
        for (int i = 0; i < programs.specimens.size(); i++) {
            Specimen specimen = programs.specimens.get(i);
            Optional<Grade> graded = programs.grades.get(i).join();
            if (graded.isEmpty() || grader.isInterrupted()) {
                return false;
            }
            Grade grade = graded.get();
            if (matrix == null) {
                matrix = new Matrix(palette, ids(grade));
                List<String> heading = matrix.heading();
                progress.above(() -> {
                    out.println(palette.strong(programs.assignment.id()));
                    heading.forEach(out::println);
                });
            }
            coverage.add(specimen, grade);
            print(programs.assignment, specimen, grade, matrix);
        }
        if (!selection.isPartial()) {
            Set<String> open = coverage.open();
            open.forEach(check -> out.println("  " + palette.bad("DIFFERS") + "  no bad program fails at " + check));
            differences += open.size();
            withoutReference(programs)
                    .forEach(language -> out.println("  no reference in " + language.title()
                            + ": nothing shows that the rubric accepts a program in it"));
        }
        out.println();
        return true;
    }

    private static List<String> ids(Grade grade) {
        return grade.checks().stream().map(CheckOutcome::id).toList();
    }

    private List<Language> withoutReference(Programs programs) {
        return selection.languages().stream()
                .filter(language -> !programs.assignment.references().containsKey(language))
                .toList();
    }

    private void print(Assignment assignment, Specimen specimen, Grade grade, Matrix matrix) {
        Specimen tried = specimen.without(matrix.notTried(grade));
        List<String> found = tried.differences(grade);
        differences += found.size();
        unmeasured += (int) grade.count(Verdict.NOT_MEASURABLE);
        progress.above(() -> {
            out.println(matrix.row(specimen, grade, found.isEmpty()));
            found.forEach(difference -> out.println("          " + difference));
            if (!found.isEmpty()) {
                out.println("          again: " + again.of(assignment, specimen, grade, tried.differing(grade)));
            }
            out.flush();
        });
    }

    /** The programs of an assignment, which are graded by the threads of the pool. */
    private final class Programs {
        private final Assignment assignment;
        private final List<Specimen> specimens;
        private final Set<String> timed = ConcurrentHashMap.newKeySet();
        private List<CompletableFuture<Optional<Grade>>> grades = List.of();

        Programs(Assignment assignment, List<Specimen> specimens) {
            this.assignment = assignment;
            this.specimens = specimens;
        }

        /**
         * Hands all to the pool. Those that wait for the references cannot block them: the pool takes tasks in their
         * order, and references come first.
         */
        void start() {
            List<CompletableFuture<Optional<Grade>>> references = specimens.stream()
                    .filter(specimen -> specimen.kind() == Kind.REFERENCE)
                    .map(specimen -> CompletableFuture.supplyAsync(() -> grade(specimen, List.of()), pool))
                    .toList();
            grades = Stream.concat(
                            references.stream(),
                            specimens.stream()
                                    .filter(specimen -> specimen.kind() != Kind.REFERENCE)
                                    .map(specimen -> CompletableFuture.supplyAsync(
                                            () -> grade(specimen, worthwhile(specimen, references)), pool)))
                    .toList();
        }

        /** Empty if it was interrupted before. */
        private Optional<Grade> grade(Specimen specimen, List<String> only) {
            if (grader.isInterrupted()) {
                return Optional.empty();
            }
            String name = assignment.id() + " " + specimen.language().key() + " " + specimen.name();
            progress.begins(name);
            try {
                GradeOptions options = new GradeOptions(
                        SpecimenGrader.seed(assignment, specimen),
                        only,
                        Optional.empty(),
                        Optional.empty(),
                        measuring != Measuring.NONE);
                return Optional.of(grader.grade(assignment, specimen, options, new GradeListener() {
                    @Override
                    public void measuring(String check) {
                        timed.add(check);
                    }
                }));
            } finally {
                progress.ends(name);
            }
        }

        /** The checks to try with a program; none for all. */
        private List<String> worthwhile(Specimen specimen, List<CompletableFuture<Optional<Grade>>> references) {
            if (measuring != Measuring.FEW || specimen.kind() != Kind.BAD) {
                return List.of();
            }
            return references.stream()
                    .flatMap(reference -> reference.join().stream())
                    .flatMap(grade -> ids(grade).stream())
                    .distinct()
                    .filter(check -> !timed.contains(check) || isExample(specimen, check))
                    .toList();
        }

        /** Whether it is the first in its language that fails at a check; those that fail at no other come first. */
        private boolean isExample(Specimen specimen, String check) {
            Comparator<Specimen> fewest =
                    Comparator.comparingInt(other -> other.failing().size());
            return specimens.stream()
                    .filter(other -> other.language() == specimen.language())
                    .filter(other -> other.failing().contains(check))
                    .min(fewest)
                    .filter(specimen::equals)
                    .isPresent();
        }
    }
}
