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
