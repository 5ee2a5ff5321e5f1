package procgrade.batch;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import procgrade.collect.HandIn;
import procgrade.collect.Refusal;
import procgrade.gradebook.Row;

/** The rows of a class, sorted by key, each read when it is asked for. Hand-ins without a current result have none. */
final class ClassRows implements Iterable<Row> {
    private final ClassList handIns;
    private final Function<HandIn, Optional<Row>> rows;

    ClassRows(ClassList handIns, BatchKey key, ResultStore store) {
        this(
                handIns,
                handIn -> store.read(handIn.key())
                        .filter(stored -> stored.batchKey().equals(key.of(handIn)))
                        .map(stored -> Rows.joined(handIn, stored.row())));
    }

    /**
     * Rows that are made in some other way.
     *
     * @param rows the row of a hand-in; empty for none
     */
    ClassRows(ClassList handIns, Function<HandIn, Optional<Row>> rows) {
        this.handIns = handIns;
        this.rows = rows;
    }

    @Override
    public Iterator<Row> iterator() {
        return new Merged(handIns.iterator(), handIns.facts().refusals().iterator());
    }

    /** Of both lists the lesser key first. */
    private final class Merged implements Iterator<Row> {
        private final Iterator<HandIn> graded;
        private final Iterator<Refusal> refused;
        private Row fromGraded;
        private Row fromRefused;

        Merged(Iterator<HandIn> graded, Iterator<Refusal> refused) {
            this.graded = graded;
            this.refused = refused;
            advanceGraded();
            advanceRefused();
        }

        private void advanceGraded() {
            fromGraded = null;
            while (fromGraded == null && graded.hasNext()) {
                fromGraded = rows.apply(graded.next()).orElse(null);
            }
        }

        private void advanceRefused() {
            fromRefused = refused.hasNext() ? Rows.of(refused.next()) : null;
        }

        @Override
        public boolean hasNext() {
            return fromGraded != null || fromRefused != null;
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException("the class has no further row");
            }
            boolean first = fromRefused == null
                    || fromGraded != null && fromGraded.key().compareTo(fromRefused.key()) < 0;
            Row row = first ? fromGraded : fromRefused;
            if (first) {
                advanceGraded();
            } else {
                advanceRefused();
            }
            return row;
        }
    }
}
