package procgrade.lecture7;

import java.time.Duration;

/** The passing of time in the programs: as on the slides, or faster, so that tests need not wait. */
final class Lecture {
    private Lecture() {}

    /**
     * A time of so many seconds, times the environment variable {@code LECTURE7_TIME_SCALE} if that is set (tests use
     * 0.01).
     */
    static Duration seconds(double length) {
        String scale = System.getenv().getOrDefault("LECTURE7_TIME_SCALE", "1");
        if (!scale.matches("[0-9]{1,4}(\\.[0-9]{1,9})?")) {
            Arguments.fail(
                    "LECTURE7_TIME_SCALE must be a number such as 0.5, not \"" + Arguments.printable(scale) + "\"");
        }
        return Duration.ofNanos((long) (length * Double.parseDouble(scale) * 1e9));
    }

    /** Sleeps so many seconds, scaled as {@link #seconds} does it. */
    static void sleep(double length) {
        try {
            Thread.sleep(seconds(length).toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a program of the lecture", e);
        }
    }
}
