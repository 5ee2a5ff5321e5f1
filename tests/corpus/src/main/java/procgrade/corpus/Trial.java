package procgrade.corpus;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import procgrade.observe.EnvironmentMark;
import procgrade.observe.TreeSampler;
import procgrade.run.RunWatcher;
import procgrade.run.StopReason;
import procgrade.standstill.Standstill;
import procgrade.standstill.StandstillDetector;

/** Watches one program as a grading would, and notes when the detector speaks. */
final class Trial implements RunWatcher {
    private final int scans;
    private final TreeSampler sampler = TreeSampler.ofThisMachine();
    private final StandstillDetector detector = StandstillDetector.ofThisMachine(sampler.pulse());
    private final LastMove lastMove = new LastMove();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private Optional<Standstill> proof = Optional.empty();
    private Duration latency = Duration.ZERO;
    private Duration scanCpu = Duration.ZERO;

    /**
     * A trial of one program.
     *
     * @param scans how many double scans are measured after a verdict
     */
    Trial(int scans) {
        this.scans = scans;
    }

    @Override
    public void started(long rootPid, long programPid, EnvironmentMark mark) {
        sampler.started(rootPid, programPid, mark);
        detector.started(rootPid, programPid, mark, Set.of());
        lastMove.started(rootPid);
    }

    @Override
    public Optional<StopReason> tick(Duration elapsed) {
        lastMove.tick(elapsed);
        sampler.tick(elapsed);
        long start = System.nanoTime();
        proof = detector.look(elapsed).filter(Standstill::whole);
        if (proof.isEmpty()) {
            return Optional.empty();
        }
        latency = elapsed.plusNanos(System.nanoTime() - start).minus(lastMove.at());
        scanCpu = measureScan();
        return Optional.of(StopReason.DEADLOCK);
    }

    private Duration measureScan() {
        long[] nanos = new long[scans];
        for (int i = 0; i < scans; i++) {
            long before = threads.getCurrentThreadCpuTime();
            detector.doubleScan();
            nanos[i] = threads.getCurrentThreadCpuTime() - before;
        }
        Arrays.sort(nanos);
        return Duration.ofNanos(nanos[scans / 2]);
    }

    @Override
    public boolean isIdle(Duration elapsed) {
        return false;
    }

    @Override
    public void ending(Duration elapsed, Optional<StopReason> stopped) {
        lastMove.close();
        sampler.ending(elapsed);
    }

    /** {@return what was said; empty if nothing was} */
    Optional<Standstill> proof() {
        return proof;
    }

    /** {@return from the moment at which the last thread came to rest to the verdict} */
    Duration latency() {
        return latency;
    }

    /** {@return the processor time of the grader for a double scan of the program at rest, the median of some} */
    Duration scanCpu() {
        return scanCpu;
    }
}
