package procgrade.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import procgrade.observe.MachineMeter;
import procgrade.observe.MachineUse;

/** Tells whether cores have been idle of late, whoever used the others. For one thread at a time. */
final class IdleCores {
    /** What has just been started needs that long to show what it uses. */
    private static final long WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    /** When nobody has asked for that long, it was not because cores were busy. */
    private static final long STALE_NANOS = 4 * WINDOW_NANOS;

    /** Of one core. Less than that comes and goes while programs start and end. */
    private static final double ENOUGH = 0.2;

    private final Supplier<Optional<MachineUse>> meter;
    private final LongSupplier nanoTime;
    private boolean begun;
    private long since;

    /**
     * With a clock of one's own.
     *
     * @param meter tells the use of the machine since it was asked last; empty if it is not known
     * @param nanoTime the time, of which only differences count
     */
    IdleCores(Supplier<Optional<MachineUse>> meter, LongSupplier nanoTime) {
        this.meter = meter;
        this.nanoTime = nanoTime;
    }

    static IdleCores ofThisMachine() {
        MachineMeter machine = MachineMeter.ofThisMachine();
        return new IdleCores(
                () -> {
                    Optional<MachineUse> use = machine.stop(Duration.ZERO);
                    machine.start(Duration.ZERO);
                    return use;
                },
                System::nanoTime);
    }

    /** At most once in a while: whoever is told so uses them. Where the kernel tells nothing, none are idle. */
    boolean haveBeenIdle() {
        long now = nanoTime.getAsLong();
        long window = now - since;
        if (begun && window < WINDOW_NANOS) {
            return false;
        }
        boolean known = begun && window <= STALE_NANOS;
        begun = true;
        since = now;
        return meter.get().filter(use -> known && isIdle(use)).isPresent();
    }

    private static boolean isIdle(MachineUse use) {
        double busy =
                (double) use.busy().plus(use.stolen()).toNanos() / use.window().toNanos();
        return use.cpus() - busy >= ENOUGH;
    }
}
