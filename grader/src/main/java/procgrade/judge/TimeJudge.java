package procgrade.judge;

import java.time.Duration;

/** Judges the time of a program that waits for things other than processors. */
public final class TimeJudge {
    private TimeJudge() {}

    /**
     * Judges.
     *
     * @param evidence a run that has ended by itself
     * @param most the time it may take
     * @param cores that the program could use
     * @return PASSED, TOO_SLOW, or NOT_MEASURABLE if it had to wait for processors for as long as it is too late
     */
    public static Finding takesAtMost(Evidence evidence, Duration most, int cores) {
        Duration wall = evidence.outcome().wall();
        if (wall.compareTo(most) <= 0) {
            return Finding.PASSED;
        }
        Duration foreign = RunDelay.of(evidence.timeline(), cores).foreign();
        if (wall.minus(foreign).compareTo(most) <= 0) {
            return Finding.disturbed("other programs kept it from the cores for " + Amount.seconds(foreign) + " of its "
                    + Amount.seconds(wall));
        }
        return Finding.of(
                        Verdict.TOO_SLOW,
                        "it took " + Amount.seconds(wall) + " instead of at most " + Amount.seconds(most))
                .comparing("at most " + Amount.seconds(most), Amount.seconds(wall))
                .withHelp(Outlived.told(evidence)
                        .orElse("is everything that could be done at the same time done at the same time?"));
    }

    /**
     * Judges the time of a program that has to sleep.
     *
     * @param evidence a run that has ended by itself
     * @param least the time it must take
     * @return PASSED or WRONG_PROCESSES
     */
    public static Finding takesAtLeast(Evidence evidence, Duration least) {
        Duration wall = evidence.outcome().wall();
        if (wall.compareTo(least) >= 0) {
            return Finding.PASSED;
        }
        return ProcessJudge.wrong("it took only " + Amount.seconds(wall) + " instead of at least "
                        + Amount.seconds(least) + ", so its processes cannot have waited for as long as they should")
                .comparing("at least " + Amount.seconds(least), Amount.seconds(wall))
                .withHelp("does every process sleep for the time that it was given, each time that it should?");
    }
}
