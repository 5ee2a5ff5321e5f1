package procgrade.batch;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import procgrade.collect.HandIn;
import procgrade.collect.Refusal;
import procgrade.gradebook.Row;
import procgrade.submission.EnvironmentFault;

/** The grading of a class, from what was collected to the rows of a gradebook. */
public final class Batch {
    private static final String HAND_INS = "hand-ins.jsonl";

    private final BatchFolder folder;
    private final BatchKey key;
    private final ClassList handIns;
    private final Plan plan;
    private BatchRun run;
    private boolean interrupted;

    private Batch(BatchFolder folder, BatchKey key, ClassList handIns, Plan plan) {
        this.folder = folder;
        this.key = key;
        this.handIns = handIns;
        this.plan = plan;
    }

    /**
     * Finds out what there is to do. The hand-ins are written to the scratch folder and not kept in memory.
     *
     * @param folder with what is known already; open
     * @param key what decides how hand-ins are graded
     * @param handIns of the class, sorted by key; read once
     * @param refusals what could not be collected, sorted by key
     * @param selection what is wanted
     * @return the batch
     * @throws EnvironmentFault if there is no room
     */
    public static Batch plan(
            BatchFolder folder, BatchKey key, Iterable<HandIn> handIns, List<Refusal> refusals, Selection selection) {
        try {
            ClassList list = ClassList.write(handIns, refusals, folder.scratch().resolve(HAND_INS));
            Function<String, Optional<Stored>> results = folder.results()::read;
            return new Batch(folder, key, list, Plan.of(list, results, key, selection));
        } catch (IOException cause) {
            throw BatchFolder.cannotKeep(cause);
        }
    }

    /** {@return what is to be done} */
    public Plan plan() {
        return plan;
    }

    /**
     * Grades what the plan says, and returns when nothing of it goes on any more.
     *
     * @param grader grades one
     * @param listener is told how it goes
     * @param workers how many hand-ins may be in the works at the same time, at least 1
     * @return whether it came to its end; otherwise it was interrupted
     * @throws EnvironmentFault if it had to be given up, such as without room on the disk; what is kept stays
     */
    public boolean grade(HandInGrader grader, BatchListener listener, int workers) {
        BatchRun begun = new BatchRun(handIns, plan, key, folder.results(), folder.journal(), grader, listener);
        synchronized (this) {
            run = begun;
            if (interrupted) {
                begun.interrupt();
            }
        }
        return begun.run(workers);
    }

    /** Lets no hand-in begin any more, and ends those that go on. Any thread may call it, more than once. */
    public void interrupt() {
        BatchRun running;
        synchronized (this) {
            interrupted = true;
            running = run;
        }
        if (running != null) {
            running.interrupt();
        }
    }

    /** {@return the rows of all that has a current result, sorted by key, read anew for each iteration} */
    public Iterable<Row> rows() {
        return new ClassRows(handIns, key, folder.results());
    }

    /** {@return how many rows there are of each state; read anew} */
    public Map<Row.State, Integer> states() {
        Map<Row.State, Integer> states = new EnumMap<>(Row.State.class);
        rows().forEach(row -> states.merge(row.state(), 1, Integer::sum));
        return states;
    }
}
