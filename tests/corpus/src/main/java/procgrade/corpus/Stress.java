package procgrade.corpus;

import java.time.Duration;
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
    private final long wanted;
    private final AtomicLong made = new AtomicLong();
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

    /** {@return how many of them found everybody waiting at the first look, and not at the second} */
    long close() {
        return close.get();
    }

    /** {@return how many scans of which program found it to stand still for ever} */
    Map<String, Integer> alarms() {
        synchronized (alarms) {
            return new TreeMap<>(alarms);
        }
    }

    /** {@return what scans a program again and again until it ends or there were enough} */
    RunWatcher watch(CorpusProgram program) {
        TreeSampler sampler = TreeSampler.ofThisMachine();
        StandstillDetector detector = StandstillDetector.ofThisMachine(sampler.pulse());
        return new RunWatcher() {
            @Override
            public void started(long rootPid, long programPid, EnvironmentMark mark) {
                sampler.started(rootPid, programPid, mark);
                detector.started(rootPid, programPid, mark, Set.of());
            }

            @Override
            public Optional<StopReason> tick(Duration elapsed) {
                sampler.tick(elapsed);
                StandstillDetector.DoubleScan scan = detector.doubleScan();
                if (scan == StandstillDetector.DoubleScan.MOVED) {
                    close.incrementAndGet();
                } else if (scan == StandstillDetector.DoubleScan.STILL) {
                    synchronized (alarms) {
                        alarms.merge(program.name(), 1, Integer::sum);
                    }
                }
                return made.incrementAndGet() >= wanted ? Optional.of(StopReason.INTERRUPTED) : Optional.empty();
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
}
