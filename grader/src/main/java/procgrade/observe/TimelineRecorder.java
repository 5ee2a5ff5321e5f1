package procgrade.observe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import procgrade.observe.Timeline.Sample;

/**
 * Collects samples in bounded memory: when there are too many, every second one is dropped and new ones are taken half
 * as often, so that a long run is seen more coarsely from its beginning to its end.
 */
final class TimelineRecorder {
    private final int mostSamples;
    private final int mostEntries;
    private final List<Sample> samples = new ArrayList<>();
    private Duration period;
    private int entries;

    /**
     * A recorder.
     *
     * @param period the least time between two samples
     * @param mostSamples how many samples are kept
     * @param mostEntries how many processes all samples together may have
     */
    TimelineRecorder(Duration period, int mostSamples, int mostEntries) {
        this.period = period;
        this.mostSamples = mostSamples;
        this.mostEntries = mostEntries;
    }

    boolean isDue(Duration at) {
        return samples.isEmpty() || at.minus(last().at()).compareTo(period) >= 0;
    }

    /** Takes a sample; one that is as old as the last replaces it. */
    void add(Duration at, Collection<WatchedProcess> processes, Duration runDelay) {
        Map<Long, Duration> cpu = new HashMap<>();
        Map<Long, Long> switches = new HashMap<>();
        for (WatchedProcess process : processes) {
            cpu.put(process.pid(), Duration.ofNanos(process.cpuNanos()));
            switches.put(process.pid(), process.timeslices());
        }
        if (!samples.isEmpty() && last().at().compareTo(at) >= 0) {
            entries -= samples.remove(samples.size() - 1).cpu().size();
        }
        samples.add(new Sample(at, cpu, switches, runDelay));
        entries += cpu.size();
        if (samples.size() > mostSamples || entries > mostEntries) {
            thinOut();
        }
    }

    private Sample last() {
        return samples.get(samples.size() - 1);
    }

    private void thinOut() {
        List<Sample> kept = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            if (i % 2 == 0 || i == samples.size() - 1) {
                kept.add(samples.get(i));
            }
        }
        samples.clear();
        samples.addAll(kept);
        entries = kept.stream().mapToInt(sample -> sample.cpu().size()).sum();
        period = period.multipliedBy(2);
    }

    Timeline timeline() {
        return new Timeline(samples);
    }
}
