package procgrade.cli;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import procgrade.gradebook.Mark;
import procgrade.gradebook.Row;
import procgrade.judge.Verdict;

/** What a row comes to in a word, so that the rows of a class can be counted. */
final class Upshot {
    static final String PASSED = "passed";

    private Upshot() {}

    /**
     * The word: of what went wrong, the first that cost points; what could not be tried because of it does not count.
     *
     * @return such as {@code passed}, {@code deadlock}, {@code refused} or {@code grader error}
     */
    static String of(Row row) {
        return switch (row.state()) {
            case REFUSED -> "refused";
            case GRADER_ERROR -> Verdict.GRADER_ERROR.words();
            case GRADED -> ofMarks(row);
        };
    }

    private static String ofMarks(Row row) {
        return row.marks().stream()
                .map(Mark::verdict)
                .filter(verdict -> verdict != Verdict.PASSED)
                .min(Comparator.comparingInt(Upshot::rank))
                .map(Verdict::words)
                .orElse(PASSED);
    }

    /** The first one of the least rank is what to tell. */
    private static int rank(Verdict verdict) {
        if (verdict == Verdict.SKIPPED) {
            return 1;
        }
        return verdict.costsPoints() ? 0 : 2;
    }

    /** Whether the grader has to answer for something in a row. */
    static boolean isOurFault(Row row) {
        return row.state() == Row.State.GRADER_ERROR
                || row.marks().stream().anyMatch(mark -> mark.verdict() == Verdict.GRADER_ERROR);
    }

    /** Numbers of rows, by their words. */
    static final class Counts {
        private final Map<String, Integer> counts = new TreeMap<>();

        void add(Row row) {
            counts.merge(of(row), 1, Integer::sum);
        }

        int total() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** Such as {@code 12 passed, 3 deadlock}: the passed first, then the most. */
        @Override
        public String toString() {
            Comparator<Map.Entry<String, Integer>> order =
                    Comparator.comparing(entry -> !entry.getKey().equals(PASSED));
            return counts.entrySet().stream()
                    .sorted(order.thenComparing(
                            Map.Entry.<String, Integer>comparingByValue().reversed()))
                    .map(entry -> entry.getValue() + " " + entry.getKey())
                    .reduce((one, other) -> one + ", " + other)
                    .orElse("none");
        }
    }
}
