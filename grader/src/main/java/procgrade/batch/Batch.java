package procgrade.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import procgrade.collect.HandIn;
import procgrade.engine.Grade;
import procgrade.gradebook.Row;
import procgrade.submission.EnvironmentFault;

/** The grading of a class, from what was collected to the rows of a gradebook. */
public final class Batch {
    private static final String HAND_INS = "hand-ins.jsonl";

    private final BatchFolder folder;
    private final BatchKey key;
    private final ClassList handIns;
    private final Plan plan;
    private final Optional<AgainWish> wish;
    private BatchRun run;
    private boolean interrupted;

    private Batch(BatchFolder folder, BatchKey key, ClassList handIns, Plan plan, Optional<AgainWish> wish) {
        this.folder = folder;
        this.key = key;
        this.handIns = handIns;
        this.plan = plan;
        this.wish = wish;
    }

    /**
     * Finds out what there is to do. The hand-ins are written to the folder and not kept in memory.
     *
     * @param folder with what is known already; open
     * @param key what decides how hand-ins are graded
     * @param handIns of the class, sorted by key; read once
     * @param facts what else is known of the class
     * @param selection what is wanted
     * @return the batch
     * @throws EnvironmentFault if there is no room
     */
    public static Batch plan(
            BatchFolder folder, BatchKey key, Iterable<HandIn> handIns, ClassFacts facts, Selection selection) {
        try {
            ClassList list = ClassList.write(handIns, facts, folder.folder().resolve(HAND_INS), folder.disk());
            Function<String, Optional<Stored>> results = folder.results()::read;
            AgainWish wish = AgainWish.begin(folder, selection);
            Plan plan = Plan.of(list, results, key, selection, wish.made());
            return new Batch(folder, key, list, plan, Optional.of(wish));
        } catch (IOException cause) {
            throw BatchFolder.cannotKeep(cause);
        }
    }

    /**
     * Opens a batch of an earlier start, to judge it again. There is nothing to grade in it.
     *
     * @param folder of the batch; open
     * @param key what decides how hand-ins are judged now
     * @return the batch
     * @throws EnvironmentFault if nothing was ever collected into the folder, or it cannot be read
     */
    public static Batch reopen(BatchFolder folder, BatchKey key) {
        try {
            ClassList list = ClassList.open(folder.folder().resolve(HAND_INS));
            return new Batch(folder, key, list, new Plan(new BitSet(), 0, 0, 0, 0, 0), Optional.empty());
        } catch (IOException cause) {
            throw new EnvironmentFault(
                    "cannot read who handed in: " + EnvironmentFault.reason(cause), "start 'procgrade batch' again");
        }
    }

    /** Judges recorded runs. */
    @FunctionalInterface
    public interface Judge {
        /**
         * Judges the runs of one submission.
         *
         * @param evidence folder with the records
         * @return what comes of them; empty if they do not suffice, and the submission has to be graded anew
         */
        Optional<Grade> judge(Path evidence);
    }

    /**
     * Judges again what was recorded, and keeps what comes of it. What cannot be judged without running it stays as it
     * is: it is out of date then, and the next start grades it.
     *
     * @param judge judges one
     * @param reports writes what is kept of each
     * @param listener is told how it goes
     * @return how many were judged; with those that are refused anyway
     * @throws EnvironmentFault if something cannot be written
     */
    public int rejudge(Judge judge, SubmissionReports reports, BatchListener listener) {
        int judged = 0;
        try {
            for (HandIn handIn : handIns) {
                Optional<Stored> known = folder.results()
                        .read(handIn.key())
                        .filter(stored -> stored.content().equals(handIn.fingerprint()));
                if (!isInterrupted() && known.isPresent()) {
                    judged += rejudge(handIn, known.get(), judge, reports, listener) ? 1 : 0;
                }
            }
            return judged;
        } catch (IOException cause) {
            throw BatchFolder.cannotKeep(cause);
        }
    }

    private boolean rejudge(HandIn handIn, Stored known, Judge judge, SubmissionReports reports, BatchListener listener)
            throws IOException {
        Optional<Row> row = Optional.of(known.row()).filter(kept -> kept.state() == Row.State.REFUSED);
        if (known.row().state() == Row.State.GRADED) {
            listener.begins(handIn);
            Path files = folder.results().folder(handIn.key());
            Optional<Grade> grade = judge.judge(files);
            row = grade.map(judged -> Rows.graded(handIn, judged));
            if (grade.isPresent()) {
                reports.write(handIn, grade.get(), Rows.joined(handIn, row.get()), files);
            }
        }
        if (row.isEmpty()) {
            listener.dropped(handIn);
            return false;
        }
        folder.results().rejudged(new Stored(key.of(handIn), handIn.fingerprint(), row.get()));
        listener.kept(handIn, row.get());
        return true;
    }

    /** {@return how many hand-ins have a result, of whatever edition of the rubric} */
    public int known() {
        int known = 0;
        for (HandIn handIn : handIns) {
            known += folder.results().has(handIn.key()) ? 1 : 0;
        }
        return known;
    }

    private synchronized boolean isInterrupted() {
        return interrupted;
    }

    /** {@return what is known of the class besides its hand-ins} */
    public ClassFacts facts() {
        return handIns.facts();
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
        boolean whole = begun.run(workers);
        if (whole && wish.isPresent()) {
            end(wish.get());
        }
        return whole;
    }

    private static void end(AgainWish wish) {
        try {
            wish.end();
        } catch (IOException cause) {
            throw BatchFolder.cannotKeep(cause);
        }
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

    /**
     * {@return a row for everybody who handed in, before anything is graded: so that it can be seen whether a gradebook
     * is theirs}
     */
    public Iterable<Row> outline() {
        return new ClassRows(handIns, handIn -> Optional.of(Rows.outline(handIn)));
    }

    /** {@return how many rows there are of each state; read anew} */
    public Map<Row.State, Integer> states() {
        Map<Row.State, Integer> states = new EnumMap<>(Row.State.class);
        rows().forEach(row -> states.merge(row.state(), 1, Integer::sum));
        return states;
    }
}
