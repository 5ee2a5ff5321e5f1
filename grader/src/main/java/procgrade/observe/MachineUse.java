package procgrade.observe;

import java.time.Duration;

/**
 * Where the processor time of this machine went while something ran.
 *
 * @param window how long that was looked at, more than zero
 * @param cpus logical processors that it could use, at least 1
 * @param busy time that these processors were at work, for whatever program
 * @param stolen time in which they had work to do and the host of this virtual machine ran something else
 * @param program processor time of what ran, all its processes together
 * @param grader processor time of the grader itself
 */
public record MachineUse(Duration window, int cpus, Duration busy, Duration stolen, Duration program, Duration grader) {
    /** Checks what is divided by. */
    public MachineUse {
        if (window.isNegative() || window.isZero() || cpus < 1) {
            throw new IllegalArgumentException(
                    "the use of a machine needs a time above zero and a processor: " + window + ", " + cpus);
        }
    }

    /**
     * How many processors others kept busy on average: other programs, the kernel for its own sake, other virtual
     * machines.
     *
     * @return 0 to {@code cpus}; known to about 0.05, because the kernel counts in clock ticks
     */
    public double foreignCores() {
        Duration foreign = busy.plus(stolen).minus(program).minus(grader);
        return Math.min(cpus, Math.max(0, (double) foreign.toNanos() / window.toNanos()));
    }
}
