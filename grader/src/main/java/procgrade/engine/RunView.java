package procgrade.engine;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import procgrade.judge.Evidence;
import procgrade.observe.Census;
import procgrade.observe.Timeline;
import procgrade.standstill.Standstill;

/**
 * What a report can show of one run, without its output.
 *
 * @param command the run as a student would type it
 * @param wall how long it took
 * @param end how it ended: {@code exit code 0}, {@code stopped: time limit}
 * @param census its processes
 * @param timeline their processor time
 * @param standstill the proof of a deadlock, if there is one
 */
public record RunView(
        String command, Duration wall, String end, Census census, Timeline timeline, Optional<Standstill> standstill) {
    static RunView of(Evidence evidence) {
        return new RunView(
                evidence.command(),
                evidence.outcome().wall(),
                evidence.outcome().ending().end().map(Object::toString).orElseGet(() -> stopped(evidence)),
                evidence.census(),
                evidence.timeline(),
                evidence.standstill());
    }

    private static String stopped(Evidence evidence) {
        String reason = evidence.outcome().ending().stopped().orElseThrow().name();
        return "stopped: " + reason.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
