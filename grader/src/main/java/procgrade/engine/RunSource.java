package procgrade.engine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import procgrade.assignment.Language;
import procgrade.judge.Evidence;
import procgrade.rubric.CalibrationRun;
import procgrade.rubric.RunRequest;

/** Where the runs that a rubric asks for come from: programs that run now, or the records of some that have run. */
interface RunSource {
    /** The language of the submission. */
    Language language();

    /** Whether the assignment has a program of its own in that language. */
    boolean has(RunRequest.Target target);

    /** Cores that programs may use at the same time. */
    int cores();

    /** The folder with the records of a check; empty if there are none that last. */
    Optional<Path> evidence(String check);

    /**
     * What was recorded about a run.
     *
     * @param check that asks for it
     * @param number of the run in its check, from 1
     * @param request which program, and how
     * @param begins is told how a student would type it
     */
    Evidence run(String check, int number, RunRequest request, Consumer<String> begins);

    /**
     * What the cores give at the same time.
     *
     * @param check that asks for it
     * @param number of the calibration in its check, from 1
     * @param processes at least 2
     */
    CalibrationRun calibrate(String check, int number, int processes);
}
