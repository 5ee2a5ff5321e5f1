package procgrade.rubric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import procgrade.judge.Endings;
import procgrade.judge.Evidence;
import procgrade.judge.Finding;

/** What belongs to one check while it is tried: the grading, and the runs that the rubric has made. */
final class CheckSession {
    private final Grading grading;
    private final String check;
    private final Inputs inputs;
    private final List<Run> runs = new ArrayList<>();

    CheckSession(Grading grading, String check) {
        this.grading = grading;
        this.check = check;
        this.inputs = new Inputs(grading.seed(), check);
    }

    Grading grading() {
        return grading;
    }

    Inputs inputs() {
        return inputs;
    }

    Run run(RunRequest request) {
        Run run = new Run(this, request, grading.run(request));
        runs.add(run);
        return run;
    }

    /** The same run once more with nothing beside it; empty where that cannot be had. */
    Optional<Run> runAlone(RunRequest request) {
        Optional<Run> run = grading.runAlone(request).map(evidence -> new Run(this, request.alone(), evidence));
        run.ifPresent(runs::add);
        return run;
    }

    /** Runs a program of the assignment itself; if it does not end well, that is no fault of the submission. */
    Evidence runOurs(RunRequest request) {
        Evidence evidence = grading.run(request);
        Finding finding = Endings.judge(evidence, 0);
        if (!finding.passed()) {
            throw new RubricFault("the assignment's own program fails in the run '" + evidence.command() + "': "
                    + finding.rationale());
        }
        return evidence;
    }

    /** A run that nobody asks anything of would let every program pass. */
    void requireThatEachRunWasAsked(Class<?> rubric) {
        for (Run run : runs) {
            if (!run.wasAsked()) {
                throw new RubricFault(rubric.getName() + "." + check + ": nothing is asked of the run '" + run.command()
                        + "': add a verb, such as .terminates()");
            }
        }
    }
}
