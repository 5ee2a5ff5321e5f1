package procgrade.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/** Numbers for readers, the same in every locale. */
final class Amounts {
    private static final double MILLIS_PER_SECOND = 1e3;

    private Amounts() {}

    /** Such as {@code 0.21 s}. */
    static String finely(Duration time) {
        return String.format(Locale.ROOT, "%.2f s", seconds(time));
    }

    /** Such as {@code 13.6 s}. */
    static String roughly(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", seconds(time));
    }

    /** Whole milliseconds, as a fraction of seconds. */
    static double seconds(Duration time) {
        return time.toMillis() / MILLIS_PER_SECOND;
    }

    /** Such as {@code 40} or {@code 2.5}: at most two decimals, none that are zero. */
    static String points(double points) {
        return BigDecimal.valueOf(points)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Such as {@code 1 check} or {@code 3 checks}. */
    static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
