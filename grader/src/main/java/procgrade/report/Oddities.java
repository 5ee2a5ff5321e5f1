package procgrade.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import procgrade.collect.Person;
import procgrade.gradebook.Mark;
import procgrade.gradebook.Row;
import procgrade.judge.Verdict;

/**
 * Finds the submissions that somebody should look at: where the grader failed, what was refused, what has a verdict that
 * hardly anybody else has, what came with a notice. Of each kind only the first few are kept.
 */
final class Oddities {
    private static final int MOST = 20;
    /** In a small class everybody has something that nobody else has. */
    private static final int SMALLEST_CLASS = 10;
    /** Of so many there is one that may have a verdict which is called rare. */
    private static final int RARE = 50;

    private final Kind errors = new Kind("grader errors");
    private final Kind refusals = new Kind("refusals");
    private final Kind notices = new Kind("submissions with notices");
    private final Map<Given, Kind> given = new LinkedHashMap<>();
    private int graded;

    /**
     * A submission to look at.
     *
     * @param key of it
     * @param people whose it is
     * @param why it is odd, a line for each reason
     */
    record Odd(String key, List<Person> people, List<String> why) {}

    private record Given(String check, String sentence, Verdict verdict) {}

    void add(Row row) {
        switch (row.state()) {
            case REFUSED -> refusals.add(row, "refused: " + row.problem());
            case GRADER_ERROR -> errors.add(row, "the grader failed: " + row.problem());
            case GRADED -> graded(row);
        }
        if (!row.notices().isEmpty()) {
            notices.add(row, "note: " + String.join("; ", row.notices()));
        }
    }

    private void graded(Row row) {
        graded++;
        for (Mark mark : row.marks()) {
            switch (mark.verdict()) {
                case GRADER_ERROR ->
                    errors.add(row, "the grader failed in “" + mark.sentence() + "”: " + mark.rationale());
                // these tell of another check, or of all
                case SKIPPED, BUILD_FAILED -> {}
                default ->
                    given.computeIfAbsent(
                                    new Given(mark.check(), mark.sentence(), mark.verdict()), unused -> new Kind(""))
                            .add(row, "");
            }
        }
    }

    /** {@return those to look at, the most urgent first} */
    List<Odd> odd() {
        Map<String, Odd> odd = new LinkedHashMap<>();
        errors.collect(odd);
        refusals.collect(odd);
        rare().forEach((pair, kind) -> kind.collect(odd, sentence(pair, kind.all)));
        notices.collect(odd);
        return List.copyOf(odd.values());
    }

    /** {@return what was left out, a sentence each; possibly none} */
    List<String> leftOut() {
        return List.of(errors, refusals, notices).stream()
                .filter(kind -> kind.all > kind.first.size())
                .map(kind -> "Only the first " + kind.first.size() + " of " + kind.all + " " + kind.name
                        + " are listed here.")
                .toList();
    }

    private Map<Given, Kind> rare() {
        Map<Given, Kind> rare = new LinkedHashMap<>();
        if (graded >= SMALLEST_CLASS) {
            int most = Math.min(MOST, Math.max(1, graded / RARE));
            given.entrySet().stream()
                    .filter(entry -> entry.getValue().all <= most)
                    .sorted(Comparator.comparingInt(entry -> entry.getValue().all))
                    .forEach(entry -> rare.put(entry.getKey(), entry.getValue()));
        }
        return rare;
    }

    private String sentence(Given pair, int count) {
        String what = pair.verdict().words() + " in “" + pair.sentence() + "”, as ";
        return what + (count == 1 ? "nobody else" : "only " + count + " of " + graded);
    }

    /** Submissions of which the same can be said. */
    private static final class Kind {
        private final String name;
        private final List<Odd> first = new ArrayList<>();
        private int all;

        Kind(String name) {
            this.name = name;
        }

        void add(Row row, String why) {
            all++;
            if (first.size() < MOST) {
                first.add(new Odd(row.key(), row.people(), List.of(why)));
            }
        }

        void collect(Map<String, Odd> odd) {
            first.forEach(one -> merge(odd, one, one.why().get(0)));
        }

        void collect(Map<String, Odd> odd, String why) {
            first.forEach(one -> merge(odd, one, why));
        }

        private static void merge(Map<String, Odd> odd, Odd one, String why) {
            Odd known = odd.computeIfAbsent(one.key(), key -> new Odd(key, one.people(), new ArrayList<>()));
            known.why().add(why);
        }
    }
}
