package procgrade.judge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import procgrade.measure.Disturbance;
import procgrade.measure.Interval;
import procgrade.measure.Round;
import procgrade.measure.SpeedupResult;

/**
 * Puts the result of measuring a speedup into words.
 *
 * @param factor how many times as fast the program should be
 * @param workers with how many workers
 */
public record SpeedupJudge(double factor, int workers) {
    /**
     * Refuses a machine with too few cores, before anything is run.
     *
     * @param cores that can be used, at least 1
     * @return PASSED if there are enough, otherwise NOT_MEASURABLE
     */
    public Finding judgeCores(int cores) {
        return cores >= workers
                ? Finding.PASSED
                : notMeasurable("a speedup with " + workers + " workers needs as many cores, and only "
                                + Amount.of(cores, "core", "cores") + " can be used here")
                        .withHelp("run it on a machine with " + workers + " cores or more");
    }

    /**
     * Judges.
     *
     * @param result that is not {@link SpeedupResult.Conclusion#MORE_ROUNDS}
     * @param rounds that it rests on
     * @param one the last run of the program with one worker; may be null if no round counts
     * @param several the last run of the program with several workers
     * @return PASSED, TOO_SLOW or NOT_MEASURABLE
     */
    public Finding judge(SpeedupResult result, List<Round> rounds, Evidence one, Evidence several) {
        return switch (result.conclusion()) {
            case FAST_ENOUGH -> Finding.PASSED;
            case TOO_SLOW -> lackWork(rounds) ? leftOut(rounds) : tooSlow(result, rounds, one, several);
            case BUSY ->
                notMeasurable("other programs used " + foreign(rounds) + " in " + result.disturbed() + " of "
                                + Amount.of(rounds.size(), "round", "rounds"))
                        .withDetails(times(rounds))
                        .withHelp("close them and run again");
            case LOW_CAPACITY ->
                notMeasurable("the cores of this machine are no whole ones: " + capacity(result))
                        .withHelp("run it on a machine whose cores are not shared with others");
            case UNSTEADY ->
                Finding.disturbed("what the cores of this machine give changed while it was measured, by "
                                + Amount.percent(result.capacity().orElseThrow().spread()) + ": " + capacity(result))
                        .withDetails(times(rounds));
            case TOO_NEAR ->
                notMeasurable("too near to the bar to tell: " + speedup(result) + ", the bar is "
                                + number(result.bar()))
                        .withDetails(times(rounds));
            case MORE_ROUNDS -> throw new IllegalArgumentException("the measuring has not come to its end: " + result);
        };
    }

    /**
     * What was measured, for the report.
     *
     * @param result with at least one round that counts
     * @return a line such as {@code 1.86 times as fast with 2 workers (1.79 to 1.90, 5 pairs)}
     */
    public String speedup(SpeedupResult result) {
        return result.speedup()
                .map(interval -> number(interval.median()) + " times as fast with " + workers + " workers ("
                        + number(interval.low()) + " to " + number(interval.high()) + ", "
                        + Amount.of(interval.count(), "pair", "pairs") + ")")
                .orElse("not measured");
    }

    private String wanted(SpeedupResult result) {
        String asked = "at least " + number(factor) + " times as fast";
        return result.bar() < factor
                ? asked + "; " + number(result.bar()) + " times on this machine: " + capacity(result)
                : asked;
    }

    private String capacity(SpeedupResult result) {
        return result.capacity()
                .map(capacity -> capacity.processes() + " programs that only compute got " + number(capacity.median())
                        + " times the work of one done in the same time")
                .orElse("not calibrated");
    }

    /** The round in the middle of those that were disturbed. */
    private static String foreign(List<Round> rounds) {
        List<Disturbance> disturbed = rounds.stream()
                .filter(Round::isDisturbed)
                .map(Round::disturbance)
                .sorted(Comparator.comparingDouble(Disturbance::foreignCores))
                .toList();
        Disturbance typical = disturbed.get(disturbed.size() / 2);
        return String.format(Locale.ROOT, "%.1f of ", typical.foreignCores())
                + Amount.of(typical.cores(), "core", "cores");
    }

    private Finding tooSlow(SpeedupResult result, List<Round> rounds, Evidence one, Evidence several) {
        return Finding.of(Verdict.TOO_SLOW, speedup(result) + ", which is too little")
                .comparing(wanted(result), speedup(result))
                .withDetails(times(rounds))
                .withHelp(SpeedupAdvice.of(one, several));
    }

    private Finding leftOut(List<Round> rounds) {
        List<Double> shares = counted(rounds).stream().map(Round::shareOfWork).toList();
        String share = Amount.percent(Interval.of(shares).median());
        return Finding.of(
                        Verdict.TOO_SLOW,
                        "with " + workers + " workers it did " + share
                                + " of the work, by processor time: what is left out is no speedup")
                .withDetails(times(rounds))
                .withHelp("compute the same, whatever the number of workers");
    }

    /** In most of the rounds that count. */
    private static boolean lackWork(List<Round> rounds) {
        List<Round> counted = counted(rounds);
        return 2 * counted.stream().filter(Round::lacksWork).count() > counted.size();
    }

    private static List<Round> counted(List<Round> rounds) {
        return rounds.stream().filter(round -> !round.isDisturbed()).toList();
    }

    private List<String> times(List<Round> rounds) {
        List<String> lines = new ArrayList<>();
        add(
                lines,
                "with 1 worker",
                rounds.stream().flatMap(round -> round.oneWorker().stream()).toList());
        add(
                lines,
                "sequential program",
                rounds.stream().flatMap(round -> round.sequential().stream()).toList());
        add(
                lines,
                "with " + workers + " workers",
                rounds.stream().flatMap(round -> round.workers().stream()).toList());
        if (lackWork(rounds)) {
            add(
                    lines,
                    "of that at work, all processes together",
                    rounds.stream().flatMap(round -> round.work().stream()).toList());
        }
        return lines;
    }

    private static void add(List<String> lines, String who, List<Duration> times) {
        if (!times.isEmpty()) {
            double median = Interval.of(
                            times.stream().map(time -> (double) time.toNanos()).toList())
                    .median();
            lines.add(who + ": " + Amount.seconds(Duration.ofNanos(Math.round(median))) + " (median of "
                    + Amount.of(times.size(), "run", "runs") + ")");
        }
    }

    private static Finding notMeasurable(String rationale) {
        return Finding.of(Verdict.NOT_MEASURABLE, rationale);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
