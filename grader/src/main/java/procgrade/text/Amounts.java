package procgrade.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/** Numbers for readers, the same in every locale. */
public final class Amounts {
    private static final double MILLIS_PER_SECOND = 1e3;

    private Amounts() {}

    /**
     * A short time.
     *
     * @param time not negative
     * @return such as {@code 0.21 s}
     */
    public static String finely(Duration time) {
        return String.format(Locale.ROOT, "%.2f s", seconds(time));
    }

    /**
     * A longer time.
     *
     * @param time not negative
     * @return such as {@code 13.6 s}
     */
    public static String roughly(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", seconds(time));
    }

    /**
     * A time as a number.
     *
     * @param time not negative
     * @return whole milliseconds, as a fraction of seconds
     */
    public static double seconds(Duration time) {
        return time.toMillis() / MILLIS_PER_SECOND;
    }

    /**
     * Points.
     *
     * @param points finite
     * @return such as {@code 40} or {@code 2.5}: at most two decimals, none that are zero
     */
    public static String points(double points) {
        return BigDecimal.valueOf(points)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /**
     * A number of things.
     *
     * @param count how many
     * @param noun for one of them
     * @return such as {@code 1 check} or {@code 3 checks}
     */
    public static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
