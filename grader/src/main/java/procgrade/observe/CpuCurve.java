package procgrade.observe;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * A number of one process that only grows, such as its processor time, over the time of a run: 0 before the process is
 * first seen, straight between two samples, unchanged after its end.
 */
final class CpuCurve {
    private final long[] times;
    private final long[] values;

    private CpuCurve(long[] times, long[] values) {
        this.times = times;
        this.values = values;
    }

    /**
     * Collects the samples of one process.
     *
     * @param value the number in a sample, null if the process is not in it
     */
    static CpuCurve of(Timeline timeline, Function<Timeline.Sample, Long> value) {
        List<Timeline.Sample> samples = timeline.samples();
        long[] times = new long[samples.size()];
        long[] values = new long[samples.size()];
        long last = 0;
        for (int i = 0; i < times.length; i++) {
            Long known = value.apply(samples.get(i));
            last = known == null ? last : Math.max(last, known);
            times[i] = samples.get(i).at().toNanos();
            values[i] = last;
        }
        return new CpuCurve(times, values);
    }

    static CpuCurve ofCpu(Timeline timeline, long pid) {
        return of(timeline, sample -> {
            Duration cpu = sample.cpu().get(pid);
            return cpu == null ? null : cpu.toNanos();
        });
    }

    double at(long nanos) {
        if (times.length == 0 || nanos < times[0]) {
            return 0;
        }
        int low = 0;
        int high = times.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (times[middle] <= nanos) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        if (low == times.length - 1 || times[low + 1] == times[low]) {
            return values[low];
        }
        double part = (double) (nanos - times[low]) / (times[low + 1] - times[low]);
        return values[low] + part * (values[low + 1] - values[low]);
    }

    double last() {
        return values.length == 0 ? 0 : values[values.length - 1];
    }
}
