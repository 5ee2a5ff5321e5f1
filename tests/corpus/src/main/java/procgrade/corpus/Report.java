package procgrade.corpus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says what a run over the corpus has shown: the confusion matrix, a row for each pattern, and every mistake. */
final class Report {
    private static final double MEDIAN = 0.5;
    private static final double HIGH = 0.95;
    private static final double NANOS_OF_MILLI = 1e6;

    private final List<Result> results;

    Report(List<Result> results) {
        this.results = List.copyOf(results);
    }

    /** {@return whether every program did what its head says, and the detector spoke of it as it should} */
    boolean isFlawless() {
        return count(Result.Kind.HIT) + count(Result.Kind.SILENCE) == results.size();
    }

    private long count(Result.Kind kind) {
        return results.stream().filter(result -> result.kind() == kind).count();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%-24s %10s %10s", "", "reported", "silence"));
        lines.add(String.format(
                Locale.ROOT, "%-24s %10d %10d", "hangs", count(Result.Kind.HIT), count(Result.Kind.MISS)));
        lines.add(String.format(
                Locale.ROOT, "%-24s %10d %10d", "lives", count(Result.Kind.FALSE_ALARM), count(Result.Kind.SILENCE)));
        lines.add("");
        lines.addAll(patterns());
        lines.add("");
        lines.add("verdict after the standstill: " + spread(Result::latency));
        lines.add("processor time of a double scan: " + spread(Result::scanCpu));
        for (Result result : results) {
            String mistake = switch (result.kind()) {
                case MISS -> "missed";
                case FALSE_ALARM -> "false alarm";
                case BROKEN -> "did not do what its head says";
                case HIT, SILENCE -> "";
            };
            if (!mistake.isEmpty()) {
                lines.add(mistake + ": " + result.program().name()
                        + (result.detail().isEmpty() ? "" : ": " + result.detail()));
            }
        }
        return lines;
    }

    private List<String> patterns() {
        Map<String, List<Result>> byPattern = results.stream()
                .collect(Collectors.groupingBy(
                        result -> (result.program().hangs() ? "hangs: " : "lives: ")
                                + result.program().pattern(),
                        TreeMap::new,
                        Collectors.toList()));
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%-48s %8s %8s %8s", "pattern", "programs", "right", "p95 ms"));
        byPattern.forEach((pattern, of) -> lines.add(String.format(
                Locale.ROOT,
                "%-48s %8d %8d %8s",
                pattern,
                of.size(),
                of.stream()
                        .filter(result -> result.kind() == Result.Kind.HIT || result.kind() == Result.Kind.SILENCE)
                        .count(),
                of.stream().anyMatch(result -> result.kind() == Result.Kind.HIT)
                        ? String.format(Locale.ROOT, "%.0f", millis(quantile(of, Result::latency, HIGH)))
                        : "")));
        return lines;
    }

    private String spread(Function<Result, Duration> figure) {
        if (count(Result.Kind.HIT) == 0) {
            return "none";
        }
        return String.format(
                Locale.ROOT,
                "median %.1f ms, p95 %.1f ms, most %.1f ms",
                millis(quantile(results, figure, MEDIAN)),
                millis(quantile(results, figure, HIGH)),
                millis(quantile(results, figure, 1)));
    }

    /** The smallest value that a share of the hits does not exceed. */
    private static Duration quantile(List<Result> of, Function<Result, Duration> figure, double share) {
        List<Duration> sorted = of.stream()
                .filter(result -> result.kind() == Result.Kind.HIT)
                .map(figure)
                .sorted()
                .toList();
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / NANOS_OF_MILLI;
    }
}
