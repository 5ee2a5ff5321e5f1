package procgrade.judge;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import procgrade.observe.Timeline;

/**
 * How long a program was ready to run and had no core.
 *
 * @param foreign the part that other programs caused
 * @param used processor time of the program
 */
public record RunDelay(Duration foreign, Duration used) {
    /**
     * Adds up the delays of a run. A program with more threads than there are cores keeps itself waiting, and that says nothing about the machine.
     * So of the delay between two samples, no more is held against the machine than the program left of the cores in
     * that time: what it did use, it could not have used better.
     *
     * @param timeline of the run
     * @param cores that the program could use, at least 1
     * @return the sums
     */
    public static RunDelay of(Timeline timeline, int cores) {
        Duration foreign = Duration.ZERO;
        Duration used = Duration.ZERO;
        List<Timeline.Sample> samples = timeline.samples();
        for (int i = 1; i < samples.size(); i++) {
            Timeline.Sample from = samples.get(i - 1);
            Timeline.Sample to = samples.get(i);
            Duration cpu = used(from.cpu(), to.cpu());
            Duration left =
                    atLeastZero(to.at().minus(from.at()).multipliedBy(cores).minus(cpu));
            Duration delay = atLeastZero(to.runDelay().minus(from.runDelay()));
            foreign = foreign.plus(delay.compareTo(left) < 0 ? delay : left);
            used = used.plus(cpu);
        }
        return new RunDelay(foreign, used);
    }

    /** {@return the share of the time that the program wanted to run in which others kept it from running, 0 to 1} */
    public double foreignShare() {
        long wanted = foreign.plus(used).toNanos();
        return wanted == 0 ? 0 : (double) foreign.toNanos() / wanted;
    }

    private static Duration used(Map<Long, Duration> from, Map<Long, Duration> to) {
        Duration sum = Duration.ZERO;
        for (Map.Entry<Long, Duration> process : to.entrySet()) {
            Duration before = from.getOrDefault(process.getKey(), Duration.ZERO);
            sum = sum.plus(atLeastZero(process.getValue().minus(before)));
        }
        return sum;
    }

    private static Duration atLeastZero(Duration time) {
        return time.isNegative() ? Duration.ZERO : time;
    }
}
