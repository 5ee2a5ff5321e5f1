package procgrade.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import procgrade.gradebook.Gradebook;
import procgrade.gradebook.Mark;
import procgrade.gradebook.Row;
import procgrade.gradebook.Score;
import procgrade.judge.Verdict;

/** What is counted over a class; of the size of the rubric, however many hand in. */
final class ClassFigures {
    static final int BARS = 10;
    private static final int HUNDREDTHS = 100 * 100;

    private final Map<Row.State, Integer> states = new EnumMap<>(Row.State.class);
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final Map<String, Check> checks = new LinkedHashMap<>();
    /** How many have each score, in hundredths of a per cent: a median needs all of them. */
    private final int[] scores = new int[HUNDREDTHS + 1];

    private final Map<Verdict, Integer> having = new EnumMap<>(Verdict.class);

    private int late;
    private int noticed;
    private int submissions;

    /** What became of one check in the whole class. */
    static final class Check {
        private final Mark first;
        private final int index;
        private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);

        private Check(Mark first, int index) {
            this.first = first;
            this.index = index;
        }

        String sentence() {
            return first.sentence();
        }

        double points() {
            return first.points();
        }

        boolean hidden() {
            return first.hidden();
        }

        /** Its place in the rubric, from 0. */
        int index() {
            return index;
        }

        /** How often it got each verdict; only those that it got. */
        Map<Verdict, Integer> verdicts() {
            return verdicts;
        }

        int submissions() {
            return verdicts.values().stream().mapToInt(Integer::intValue).sum();
        }

        int passed() {
            return verdicts.getOrDefault(Verdict.PASSED, 0);
        }

        /** In how many submissions it could be judged. */
        int judged() {
            return submissions()
                    - verdicts.getOrDefault(Verdict.NOT_MEASURABLE, 0)
                    - verdicts.getOrDefault(Verdict.GRADER_ERROR, 0);
        }

        /** What it fails with most often. */
        Optional<Verdict> usualFailure() {
            return verdicts.entrySet().stream()
                    .filter(entry -> Words.isFailure(entry.getKey()))
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey);
        }
    }

    static ClassFigures of(Gradebook gradebook) {
        ClassFigures figures = new ClassFigures();
        gradebook.rows().forEach(figures::take);
        return figures;
    }

    void take(Row row) {
        submissions++;
        late += row.late() ? 1 : 0;
        states.merge(row.state(), 1, Integer::sum);
        noticed += row.notices().isEmpty() ? 0 : 1;
        Set<Verdict> own = EnumSet.noneOf(Verdict.class);
        for (Mark mark : row.marks()) {
            verdicts.merge(mark.verdict(), 1, Integer::sum);
            own.add(mark.verdict());
            checks.computeIfAbsent(mark.check(), unused -> new Check(mark, checks.size()))
                    .verdicts
                    .merge(mark.verdict(), 1, Integer::sum);
        }
        own.forEach(verdict -> having.merge(verdict, 1, Integer::sum));
        Score.percent(row)
                .map(percent -> percent.movePointRight(2).intValue())
                .ifPresent(hundredths -> scores[Math.max(0, Math.min(HUNDREDTHS, hundredths))]++);
    }

    int submissions() {
        return submissions;
    }

    int late() {
        return late;
    }

    /** How many came with a notice. */
    int noticed() {
        return noticed;
    }

    int count(Row.State state) {
        return states.getOrDefault(state, 0);
    }

    /** How often there was each verdict, over all checks of all submissions; only those that there were. */
    Map<Verdict, Integer> verdicts() {
        return verdicts;
    }

    /** How many submissions got each verdict in any check; only those that there were. */
    Map<Verdict, Integer> having() {
        return having;
    }

    /** The checks by id, in the order of the rubric. */
    Map<String, Check> checksById() {
        return checks;
    }

    List<Check> checks() {
        return new ArrayList<>(checks.values());
    }

    /** How many submissions have a score. */
    int scored() {
        int sum = 0;
        for (int count : scores) {
            sum += count;
        }
        return sum;
    }

    /** The mean of the scores in per cent; 0 if there are none. */
    BigDecimal mean() {
        long sum = 0;
        for (int i = 0; i < scores.length; i++) {
            sum += (long) scores[i] * i;
        }
        int scored = scored();
        return scored == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(sum)
                        .divide(BigDecimal.valueOf(scored), MathContext.DECIMAL64)
                        .movePointLeft(2)
                        .setScale(2, RoundingMode.HALF_UP);
    }

    /** The score in per cent that half of the submissions reach; 0 if there are none. */
    BigDecimal median() {
        int scored = scored();
        if (scored == 0) {
            return BigDecimal.ZERO;
        }
        long both = (long) atRank((scored - 1) / 2) + atRank(scored / 2);
        return BigDecimal.valueOf(both).divide(BigDecimal.valueOf(200), 2, RoundingMode.HALF_UP);
    }

    private int atRank(int rank) {
        int passed = 0;
        int score = 0;
        while (passed + scores[score] <= rank) {
            passed += scores[score++];
        }
        return score;
    }

    /** How many scores are in each tenth of the scale; the top belongs to the last. */
    int[] distribution() {
        int[] bars = new int[BARS];
        for (int i = 0; i < scores.length; i++) {
            bars[Math.min(BARS - 1, i * BARS / HUNDREDTHS)] += scores[i];
        }
        return bars;
    }
}
