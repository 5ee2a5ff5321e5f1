package procgrade.corpus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import procgrade.observe.EnvironmentMark;
import procgrade.observe.TreeSampler;
import procgrade.run.RunWatcher;
import procgrade.run.StopReason;
import procgrade.standstill.StandstillDetector;

/**
 * Makes double scans of live programs, one after the other without any pause: also at moments at which a grading would
 * not look, because something has just run. Safe for use by several threads.
 */
final class Stress {
    private static final Duration BETWEEN_TICKS = Duration.ofMillis(50);
    private static final double NANOS_OF_SECOND = 1e9;

    private final long wanted;
    private final long start = System.nanoTime();
    private final AtomicLong made = new AtomicLong();
    private final AtomicLong runs = new AtomicLong();
    // of these everybody was found waiting at the first look, and not at the second
    private final AtomicLong close = new AtomicLong();
    private final Map<String, Integer> alarms = new TreeMap<>();

    Stress(long wanted) {
        this.wanted = wanted;
    }

    boolean isDone() {
        return made.get() >= wanted;
    }

    long made() {
        return made.get();
    }

    /** {@return how many scans of which program found it to stand still for ever} */
    Map<String, Integer> alarms() {
        synchronized (alarms) {
            return new TreeMap<>(alarms);
        }
    }

    /** An alarm always counts, also if there have been enough scans meanwhile. */
    void count(StandstillDetector.DoubleScan scan, String program) {
        made.incrementAndGet();
        if (scan == StandstillDetector.DoubleScan.MOVED) {
            close.incrementAndGet();
        } else if (scan == StandstillDetector.DoubleScan.STILL) {
            synchronized (alarms) {
                alarms.merge(program, 1, Integer::sum);
            }
        }
    }

    /** {@return what scans a program again and again until it ends or there were enough} */
    RunWatcher watch(CorpusProgram program) {
        TreeSampler sampler = TreeSampler.ofThisMachine();
        StandstillDetector detector = StandstillDetector.ofThisMachine(sampler.pulse());
        runs.incrementAndGet();
        return new RunWatcher() {
            @Override
            public void started(long rootPid, long programPid, EnvironmentMark mark) {
                sampler.started(rootPid, programPid, mark);
                detector.started(rootPid, programPid, mark, Set.of());
            }

            /** Not one scan for each tick: on a busy machine whoever pauses waits long for a core. */
            @Override
            public Optional<StopReason> tick(Duration elapsed) {
                long start = System.nanoTime();
                Duration since = Duration.ZERO;
                while (since.compareTo(BETWEEN_TICKS) < 0) {
                    sampler.tick(elapsed.plus(since));
                    if (isDone()) {
                        return Optional.of(StopReason.INTERRUPTED);
                    }
                    count(detector.doubleScan(), program.name());
                    since = Duration.ofNanos(System.nanoTime() - start);
                }
                return Optional.empty();
            }

            @Override
            public boolean isIdle(Duration elapsed) {
                return false;
            }

            @Override
            public void ending(Duration elapsed, Optional<StopReason> stopped) {
                sampler.ending(elapsed);
            }
        };
    }

    /** {@return what there is to say by now, whether it has come to its end or not} */
    List<String> report() {
        double seconds = (System.nanoTime() - start) / NANOS_OF_SECOND;
        Map<String, Integer> found = alarms();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%d double scans, %d of them close, in %d runs and %.0f s, %.0f a second: %d false alarms",
                made(),
                close.get(),
                runs.get(),
                seconds,
                made() / seconds,
                found.values().stream().mapToInt(Integer::intValue).sum()));
        found.forEach((name, count) -> lines.add("false alarm: " + name + ": " + count + " times"));
        return lines;
    }
}
