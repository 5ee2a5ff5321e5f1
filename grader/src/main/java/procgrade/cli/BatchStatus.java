package procgrade.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How far a batch has come.
 *
 * @param done hand-ins that were graded since it was started
 * @param total hand-ins that it was started for
 * @param elapsed time since then
 * @param counts of what they came to, as text
 * @param current keys of those that are being graded
 */
record BatchStatus(int done, int total, Duration elapsed, String counts, List<String> current) {
    private static final int BAR = 20;
    private static final int ENOUGH = 3;
    private static final double SECONDS_PER_MINUTE = 60;

    /** The lines of the display. */
    List<String> lines() {
        return List.of(bar() + "  " + done + " of " + total + pace(), "  " + counts, "  now: " + names());
    }

    private String bar() {
        int filled = total == 0 ? BAR : (int) ((long) BAR * done / total);
        return "[" + "#".repeat(filled) + "-".repeat(BAR - filled) + "]";
    }

    /** A rate of one or two says little. */
    private String pace() {
        if (done < ENOUGH || elapsed.toMillis() == 0) {
            return "";
        }
        double each = elapsed.toMillis() / 1e3 / done;
        String rate = String.format(Locale.ROOT, "  %.1f a minute", SECONDS_PER_MINUTE / each);
        return rate + "  about " + roughly(Duration.ofSeconds(Math.round(each * (total - done)))) + " left";
    }

    private String names() {
        return current.isEmpty() ? "nothing" : String.join(", ", current);
    }

    /** Such as {@code 40 s}, {@code 25 min} or {@code 3 h 10 min}. */
    static String roughly(Duration time) {
        if (time.compareTo(Duration.ofSeconds(90)) < 0) {
            return time.toSeconds() + " s";
        }
        if (time.compareTo(Duration.ofMinutes(90)) < 0) {
            return time.plusSeconds(30).toMinutes() + " min";
        }
        Duration rounded = time.plusSeconds(30);
        return rounded.toHours() + " h " + rounded.toMinutesPart() + " min";
    }
}
