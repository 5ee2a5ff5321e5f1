package procgrade.judge;

import java.time.Duration;
import java.util.Locale;

/** Amounts as a reader sees them. */
final class Amount {
    private static final double NANOS = 1e9;

    private Amount() {}

    /** With two decimals: {@code 0.25 s}. */
    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.2f s", time.toNanos() / NANOS);
    }

    /** {@code 1 process}, {@code 3 processes}. */
    static String of(long count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }

    /** Without decimals: {@code 12 %}. */
    static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
