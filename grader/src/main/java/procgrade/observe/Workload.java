package procgrade.observe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Who worked when, concluded from a {@link Timeline}. Pure functions of the samples: between two samples a process is
 * taken to have used its core evenly.
 *
 * <p>What a process needs to start (a Java virtual machine 50 to 150 ms of processor time) is no work. So a process is
 * credited only with what it used beyond a given amount.
 *
 * @param timeline of the run
 * @param startUp the processor time that does not count as work, of each process; at least zero
 */
public record Workload(Timeline timeline, Duration startUp) {
    /**
     * How a process behaved while others worked.
     *
     * @param observed for how long others worked while it was alive; more than zero
     * @param wakeUpsPerSecond how often its threads got a core
     * @param cpuShare its processor time by the time that passed; 1 is one core
     */
    public record Waiting(Duration observed, double wakeUpsPerSecond, double cpuShare) {}

    /** Checks that the amount is not negative. */
    public Workload {
        if (startUp.isNegative()) {
            throw new IllegalArgumentException("the processor time of a start cannot be negative: " + startUp);
        }
    }

    /**
     * How many processes worked at the same time, at the best moment.
     *
     * @param pids the processes to count
     * @param window how long they must have worked together, more than zero. A run of less than that is one window
     * @param share the part of one core that each must have used in that window, above 0 and up to 1. On a machine with
     *     fewer cores than processes each gets only {@code cores / processes} of one
     * @return the greatest number that did so in one window
     */
    public int mostAtOnce(Collection<Long> pids, Duration window, double share) {
        if (window.isNegative() || window.isZero() || !(share > 0)) {
            throw new IllegalArgumentException(
                    "a window and a share are more than zero: window=" + window + ", share=" + share);
        }
        List<CpuCurve> curves =
                pids.stream().map(pid -> CpuCurve.ofCpu(timeline, pid)).toList();
        double least = share * window.toNanos();
        int most = 0;
        for (long begin : beginnings(window.toNanos())) {
            long end = begin + window.toNanos();
            int now = 0;
            for (CpuCurve curve : curves) {
                now += work(curve.at(end)) - work(curve.at(begin)) >= least ? 1 : 0;
            }
            most = Math.max(most, now);
        }
        return most;
    }

    /** The numbers are straight between samples, so the best window begins or ends at one of them, or close to it. */
    private List<Long> beginnings(long window) {
        List<Long> beginnings = new ArrayList<>();
        for (Timeline.Sample sample : timeline.samples()) {
            long at = sample.at().toNanos();
            beginnings.add(at);
            beginnings.add(at - window);
        }
        return beginnings;
    }

    private double work(double cpuNanos) {
        return Math.max(0, cpuNanos - startUp.toNanos());
    }

    /**
     * The part of the program's work that one process did.
     *
     * @param pid the process, such as the master
     * @param others all other processes of the program that could have done it
     * @return 0 to 1; empty if nobody used more than it takes to start
     */
    public OptionalDouble shareOfWork(long pid, Collection<Long> others) {
        double own = work(CpuCurve.ofCpu(timeline, pid).last());
        double all = own;
        for (long other : others) {
            all += other == pid ? 0 : work(CpuCurve.ofCpu(timeline, other).last());
        }
        return all > 0 ? OptionalDouble.of(own / all) : OptionalDouble.empty();
    }

    /**
     * How a process behaved while others worked: one that waits in the kernel is woken a few times a second at most, one
     * that asks again and again is woken hundreds of times or uses a core.
     *
     * @param pid the process
     * @param others the processes whose work counts
     * @param settling time after the first sight of the process that is left out, since it starts then
     * @return what was observed; empty if others never worked while it was alive, and on kernels that do not count
     *     wake-ups
     */
    public Optional<Waiting> whileOthersWork(long pid, Collection<Long> others, Duration settling) {
        List<CpuCurve> curves = others.stream()
                .filter(other -> other != pid)
                .map(other -> CpuCurve.ofCpu(timeline, other))
                .toList();
        Duration settled = null;
        Duration observed = Duration.ZERO;
        Duration cpu = Duration.ZERO;
        long wakeUps = 0;
        Timeline.Sample before = null;
        for (Timeline.Sample sample : timeline.samples()) {
            if (sample.switches().containsKey(pid)) {
                settled = settled == null ? sample.at().plus(settling) : settled;
                boolean counts = before != null && before.at().compareTo(settled) >= 0;
                if (counts && somebodyWorks(curves, before.at(), sample.at())) {
                    observed = observed.plus(sample.at().minus(before.at()));
                    wakeUps += sample.switches().get(pid) - before.switches().getOrDefault(pid, 0L);
                    cpu = cpu.plus(sample.cpu().get(pid)).minus(before.cpu().getOrDefault(pid, Duration.ZERO));
                }
            }
            before = sample;
        }
        double seconds = observed.toNanos() / 1e9;
        return seconds > 0
                ? Optional.of(new Waiting(observed, wakeUps / seconds, cpu.toNanos() / 1e9 / seconds))
                : Optional.empty();
    }

    /** Half of a core among all of them, beyond their starts. */
    private boolean somebodyWorks(List<CpuCurve> curves, Duration from, Duration to) {
        double used = 0;
        for (CpuCurve curve : curves) {
            used += work(curve.at(to.toNanos())) - work(curve.at(from.toNanos()));
        }
        return used >= 0.5 * to.minus(from).toNanos();
    }
}
