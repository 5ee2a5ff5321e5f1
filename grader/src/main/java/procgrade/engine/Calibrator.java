package procgrade.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import procgrade.judge.OtherPrograms;
import procgrade.rubric.CalibrationRun;
import procgrade.run.PlainTools;
import procgrade.run.RunFault;

/**
 * Measures what the cores of this machine give, by running the same program once and several times at the same time. A
 * machine that others use changes, so a measurement serves for a minute; a single one is off by up to 15 %, so several
 * take turns. One that others disturbed does not serve again, and the next one waits for them a little.
 */
final class Calibrator {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final int IN_TURN = 3;
    private static final long PAUSE_MILLIS = 2000;

    private final IntFunction<CalibrationRun> runs;
    private final LongSupplier nanoTime;
    private final Runnable pause;
    private final List<Kept> kept = new ArrayList<>();
    private int calls;
    private boolean disturbed;

    private record Kept(CalibrationRun run, long nanos) {}

    /**
     * A calibrator of this machine.
     *
     * @param javaHome of the virtual machine that runs the program
     */
    static Calibrator ofThisMachine(Path javaHome) {
        List<String> command = new ArrayList<>(PlainTools.ofThisMachine().ownSession());
        command.addAll(CalibrationKernel.command(javaHome));
        return new Calibrator(new CalibrationRuns(command)::measure, System::nanoTime, Calibrator::waitForOthers);
    }

    /**
     * A calibrator.
     *
     * @param runs measures with so many processes at the same time
     * @param nanoTime tells the time, in nanoseconds
     * @param pause waits until others may have come to their end
     */
    Calibrator(IntFunction<CalibrationRun> runs, LongSupplier nanoTime, Runnable pause) {
        this.runs = runs;
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    /**
     * Measures, or remembers.
     *
     * @param processes at the same time, at least 2
     * @return the times
     */
    synchronized CalibrationRun calibrate(int processes) {
        long now = nanoTime.getAsLong();
        kept.removeIf(
                one -> now - one.nanos > FRESH_NANOS || one.run.calibration().processes() != processes);
        calls++;
        if (kept.size() == IN_TURN) {
            return kept.get(calls % IN_TURN).run;
        }
        if (disturbed) {
            pause.run();
        }
        CalibrationRun run = runs.apply(processes);
        disturbed = OtherPrograms.disturbance(run.machine(), processes).isTooMuch();
        if (!disturbed) {
            kept.add(new Kept(run, nanoTime.getAsLong()));
        }
        return run;
    }

    static void waitForOthers() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new RunFault("interrupted while this machine was measured: grade again", stop);
        }
    }
}
