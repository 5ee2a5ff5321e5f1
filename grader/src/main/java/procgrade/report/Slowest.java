package procgrade.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import procgrade.gradebook.Row;

/** Finds the submissions whose grading took most time. */
final class Slowest {
    private static final int MOST = 10;
    private static final Comparator<Row> BY_TIME =
            Comparator.comparing(Row::took).thenComparing(Row::key, Comparator.reverseOrder());

    private final PriorityQueue<Row> found = new PriorityQueue<>(BY_TIME);

    void add(Row row) {
        found.add(row);
        if (found.size() > MOST) {
            found.remove();
        }
    }

    /** The slowest first. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>(found);
        rows.sort(BY_TIME.reversed());
        return rows;
    }
}
