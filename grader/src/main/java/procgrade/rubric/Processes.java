package procgrade.rubric;

import procgrade.judge.Evidence;
import procgrade.judge.Finding;
import procgrade.judge.ProcessJudge;

/** The verbs about the processes of a run. What could not be observed is never held against a program. */
public final class Processes {
    private final Run run;
    private final Grading grading;
    private final ProcessJudge judge;

    Processes(Run run, Grading grading, Evidence evidence) {
        this.run = run;
        this.grading = grading;
        this.judge = new ProcessJudge(evidence, grading.usableCores());
    }

    /**
     * There are exactly so many worker processes. Those that libraries, virtual machines and the sandbox start for
     * themselves do not count.
     *
     * @param count 1 or more
     * @return this
     */
    public Processes workers(int count) {
        return workersBetween(count, count);
    }

    /**
     * There are so many worker processes.
     *
     * @param least 0 or more
     * @param most {@code least} or more
     * @return this
     */
    public Processes workersBetween(int least, int most) {
        return require(judge.workersBetween(least, most));
    }

    /**
     * The program starts no process.
     *
     * @return this
     */
    public Processes none() {
        return require(judge.none());
    }

    /**
     * All workers are there at the same time; and if they compute for long enough to tell, they compute at the same time.
     *
     * @return this
     */
    public Processes allAtOnce() {
        return require(judge.allAtOnce());
    }

    /**
     * At some moment so many workers are there at the same time.
     *
     * @param count 2 or more
     * @return this
     */
    public Processes atLeastAtOnce(int count) {
        return require(judge.atLeastAtOnce(count));
    }

    /**
     * No worker starts before the one before it has ended.
     *
     * @return this
     */
    public Processes oneAfterTheOther() {
        return require(judge.oneAfterTheOther());
    }

    /**
     * The workers compute about as much as those of the reference solution. For work that no right program can do with much
     * less processor time, so that who uses hardly any has not done it. If a worker computes for half a second, that is
     * enough; otherwise the reference solution is run in the same way, and its workers' processor time compared.
     *
     * @param share the least that all workers together may use of that of the reference solution's: more than 0, less
     *     than 1
     * @return this
     * @throws RubricFault if the share is another number, or there is no reference solution in this language
     */
    public Processes computeAtLeast(double share) {
        if (!(share > 0 && share < 1)) {
            throw new RubricFault("workers that should compute at least " + share
                    + " times as long as the reference solution's: say more than 0 and less than 1");
        }
        if (!grading.hasReference()) {
            throw new RubricFault("the assignment has no reference solution in "
                    + grading.language().title()
                    + " to compare the work with: name one in assignment.properties, or leave computeAtLeast out");
        }
        return require(judge.computeAtLeast(share, run::ofReference));
    }

    /**
     * Each worker does a fair part of the computing. Only for runs that compute for seconds.
     *
     * @return this
     */
    public Processes shareTheWork() {
        return require(judge.shareTheWork());
    }

    /**
     * The master leaves the computing to its workers. Only for runs that compute for seconds.
     *
     * @return this
     */
    public Processes masterOnlyCoordinates() {
        return require(judge.masterOnlyCoordinates());
    }

    /**
     * Every worker ends by itself with this exit code.
     *
     * @param code 0 to 255
     * @return this
     */
    public Processes allExitWith(int code) {
        judge.unobservedEnds().ifPresent(grading::fact);
        return require(judge.allExitWith(code));
    }

    /**
     * No process is alive when the program has ended.
     *
     * @return this
     */
    public Processes noneLeft() {
        return require(judge.noneLeft());
    }

    /**
     * Who has nothing to do waits, and does not ask again and again. For runs of at least two seconds with few, large
     * tasks: in others, processes have good reasons to wake up often.
     *
     * @return this
     */
    public Processes waitQuietly() {
        return require(judge.waitQuietly());
    }

    private Processes require(Finding finding) {
        run.require(finding);
        return this;
    }
}
