package procgrade.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import procgrade.observe.MachineMeter;
import procgrade.observe.MachineUse;

/** Tells from the use of the cores, whoever uses them, whether more should go on. For one thread at a time. */
final class IdleCores {
    /** What has just been started needs that long to show what it uses. */
    private static final long WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    /** When nobody has asked for that long, it was not because cores were busy. */
    private static final long STALE_NANOS = 4 * WINDOW_NANOS;

    /** Of one core. Less than that comes and goes while programs start and end. */
    private static final double IDLE = 0.2;

    /** Of one core. With less than that idle, all are as busy as they can be. */
    private static final double BUSY = 0.05;

    /** Windows in a row: programs that hang do not end at the pace at which others begin. */
    private static final int LONG_BUSY = 5;

    private final Supplier<Optional<MachineUse>> meter;
    private final LongSupplier nanoTime;
    private boolean begun;
    private int busyWindows;
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

    /**
     * What to do, told at most once in a while.
     *
     * @return 1 if cores have been idle, -1 if all have been busy for long, else 0; where the kernel tells nothing, 0
     */
    int change() {
        long now = nanoTime.getAsLong();
        long window = now - since;
        if (begun && window < WINDOW_NANOS) {
            return 0;
        }
        boolean known = begun && window <= STALE_NANOS;
        begun = true;
        since = now;
        return meter.get().filter(use -> known).map(this::change).orElse(0);
    }

    private int change(MachineUse use) {
        double busy =
                (double) use.busy().plus(use.stolen()).toNanos() / use.window().toNanos();
        double idle = use.cpus() - busy;
        busyWindows = idle < BUSY ? busyWindows + 1 : 0;
        if (busyWindows == LONG_BUSY) {
            busyWindows = 0;
            return -1;
        }
        return idle >= IDLE ? 1 : 0;
    }
}
