package procgrade.judge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import procgrade.observe.Timeline;

/** What processes used of the processors between two samples each. */
final class BusyTimes {
    private final List<Step> steps = new ArrayList<>();

    /**
     * What happened between two samples.
     *
     * @param length time between them
     * @param cpu processor time by pid, of the processes that both samples know
     * @param switches how often threads were given a core, by pid
     * @param runDelay how long threads of all processes together were ready to run and had no core
     */
    record Step(Duration length, Map<Long, Duration> cpu, Map<Long, Long> switches, Duration runDelay) {
        Duration cpu(long pid) {
            return cpu.getOrDefault(pid, Duration.ZERO);
        }
    }

    /**
     * The time in which at least two processes of a group were alive and some of the group computed.
     *
     * @param length of that time
     * @param parallelism cores that the group had at work in it, on average
     */
    record Joint(Duration length, double parallelism) {}

    BusyTimes(Timeline timeline) {
        List<Timeline.Sample> samples = timeline.samples();
        for (int i = 1; i < samples.size(); i++) {
            steps.add(step(samples.get(i - 1), samples.get(i)));
        }
    }

    private static Step step(Timeline.Sample from, Timeline.Sample to) {
        Map<Long, Duration> cpu = new HashMap<>();
        Map<Long, Long> switches = new HashMap<>();
        to.cpu().forEach((pid, time) -> {
            Duration before = from.cpu().get(pid);
            if (before != null) {
                cpu.put(pid, time.minus(before));
            }
        });
        to.switches().forEach((pid, count) -> {
            Long before = from.switches().get(pid);
            if (before != null) {
                switches.put(pid, count - before);
            }
        });
        return new Step(to.at().minus(from.at()), cpu, switches, to.runDelay().minus(from.runDelay()));
    }

    List<Step> steps() {
        return steps;
    }

    Joint joint(Collection<Long> group) {
        Duration length = Duration.ZERO;
        Duration used = Duration.ZERO;
        for (Step step : steps) {
            Duration sum = group.stream().map(step::cpu).reduce(Duration.ZERO, Duration::plus);
            long alive = group.stream().filter(step.cpu()::containsKey).count();
            // half a core: in the rest of the time they wait for the master or for each other, which is no computing
            if (alive >= 2 && sum.multipliedBy(2).compareTo(step.length()) >= 0) {
                length = length.plus(step.length());
                used = used.plus(sum);
            }
        }
        return new Joint(length, length.isZero() ? 0 : (double) used.toNanos() / length.toNanos());
    }
}
