package procgrade.standstill;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import procgrade.observe.Pulse;
import procgrade.observe.Usage;

/** Remembers what a program had used, so that it can be told how it has spent the last second or so. */
final class UsageHistory {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    /** What happened in less than that says little. */
    private static final Duration SHORTEST = Duration.ofMillis(500);

    private final Pulse pulse;
    private Usage older;
    private Usage newer;

    UsageHistory(Pulse pulse) {
        this.pulse = pulse;
    }

    boolean isDue(Duration elapsed) {
        return newer == null || elapsed.minus(newer.at()).compareTo(PERIOD) >= 0;
    }

    /** Remembers from time to time. */
    void tick(Duration elapsed) {
        if (isDue(elapsed)) {
            older = newer;
            newer = pulse.usage();
        }
    }

    /** {@return how the time until now has been spent; empty if nothing was remembered long enough ago} */
    Optional<Spent> untilNow() {
        Usage now = pulse.usage();
        return Stream.of(newer, older)
                .filter(Objects::nonNull)
                .filter(before -> now.at().minus(before.at()).compareTo(SHORTEST) >= 0)
                .findFirst()
                .map(before -> new Spent(before, now));
    }
}
