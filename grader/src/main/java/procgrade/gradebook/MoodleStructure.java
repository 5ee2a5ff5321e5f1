package procgrade.gradebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What the columns of a table hold, so that those of a grading worksheet are recognised in any language. */
final class MoodleStructure {
    private List<String> header = List.of();
    private final List<Column> columns = new ArrayList<>();
    private boolean begun;

    /** What the cells of one column have in common. */
    private static final class Column {
        private BigDecimal number;
        private boolean sameNumber = true;
        private boolean numbersOrBlank = true;

        void take(String cell) {
            BigDecimal parsed = Decimals.parse(cell).orElse(null);
            numbersOrBlank &= parsed != null || cell.isBlank() || cell.strip().equals("-");
            sameNumber &= parsed != null && (number == null || number.compareTo(parsed) == 0);
            number = parsed;
        }
    }

    void take(List<String> cells) {
        if (!begun) {
            begun = true;
            header = List.copyOf(cells);
            cells.forEach(cell -> columns.add(new Column()));
        } else if (cells.size() == columns.size()) {
            for (int i = 0; i < cells.size(); i++) {
                columns.get(i).take(cells.get(i));
            }
        }
    }

    List<String> header() {
        return header;
    }

    /** The one column after that of the grades which says the same number in each line; -1 if there is none or several. */
    int maximum() {
        List<Integer> found = new ArrayList<>();
        for (int i = 2; i < columns.size(); i++) {
            Column column = columns.get(i);
            boolean positive = column.number != null && column.number.signum() > 0;
            if (column.sameNumber && positive && columns.get(i - 1).numbersOrBlank) {
                found.add(i);
            }
        }
        return found.size() == 1 ? found.get(0) : -1;
    }
}
