package procgrade.observe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Measures where the processor time of this machine goes between two moments. For one thread at a time. */
public final class MachineMeter {
    private final ProcFs proc;
    private final LongSupplier nanoTime;
    private final KernelUnits units;
    private final List<Integer> cpus;
    private Optional<Reading> before = Optional.empty();

    /**
     * A meter.
     *
     * @param proc where to read
     * @param nanoTime the time, of which only differences count
     */
    MachineMeter(ProcFs proc, LongSupplier nanoTime) {
        this.proc = proc;
        this.nanoTime = nanoTime;
        this.units = KernelUnits.read(proc);
        this.cpus = AllowedCpus.read(proc).toOptional().orElse(List.of());
    }

    /** {@return a meter of the processors that this process may use} */
    public static MachineMeter ofThisMachine() {
        return new MachineMeter(ProcFs.ofThisMachine(), System::nanoTime);
    }

    /**
     * Begins.
     *
     * @param program processor time that the program has used so far
     */
    public void start(Duration program) {
        before = read(program);
    }

    /**
     * Ends.
     *
     * @param program processor time that the program has used so far
     * @return where the time since {@link #start} went; empty where the kernel does not tell
     */
    public Optional<MachineUse> stop(Duration program) {
        Optional<Reading> after = read(program);
        if (before.isEmpty() || after.isEmpty() || after.get().nanos <= before.get().nanos) {
            return Optional.empty();
        }
        return Optional.of(after.get().since(before.get(), cpus.size()));
    }

    /** {@return processor time of the processes that this one has started, that have ended, and that it has asked for} */
    public Duration reapedChildren() {
        return self().map(ProcessStat::reapedCpu).orElse(Duration.ZERO);
    }

    private Optional<ProcessStat> self() {
        return proc.read("self/stat", ProcessStat.LIMIT_BYTES)
                .parse(content -> ProcessStat.parse(content, units))
                .toOptional();
    }

    private Optional<Reading> read(Duration program) {
        if (cpus.isEmpty()) {
            return Optional.empty();
        }
        Optional<CpuTimes> times = CpuTimes.read(proc, cpus, units).toOptional();
        Optional<Duration> own = self().map(ProcessStat::cpu);
        return times.isEmpty() || own.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reading(nanoTime.getAsLong(), times.get(), program, own.get()));
    }

    private record Reading(long nanos, CpuTimes times, Duration program, Duration own) {
        MachineUse since(Reading earlier, int cpus) {
            return new MachineUse(
                    Duration.ofNanos(nanos - earlier.nanos),
                    cpus,
                    times.busy().minus(earlier.times.busy()),
                    times.stolen().minus(earlier.times.stolen()),
                    program.minus(earlier.program),
                    own.minus(earlier.own));
        }
    }
}
