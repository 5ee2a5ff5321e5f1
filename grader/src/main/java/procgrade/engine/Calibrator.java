package procgrade.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import procgrade.judge.OtherPrograms;
import procgrade.measure.Calibration;
import procgrade.observe.MachineMeter;
import procgrade.observe.MachineUse;
import procgrade.rubric.CalibrationRun;
import procgrade.run.RunFault;

/**
 * Measures what the cores of this machine give, by running the same program once and several times at the same time. A
 * machine that others use changes, so a measurement serves for a minute; a single one is off by up to 15 %, so several
 * take turns.
 */
final class Calibrator {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final int IN_TURN = 3;
    private static final long LIMIT_SECONDS = 60;

    private final List<String> command;
    private final MachineMeter meter = MachineMeter.ofThisMachine();
    private final List<Kept> kept = new ArrayList<>();
    private int calls;

    private record Kept(CalibrationRun run, long nanos) {}

    /**
     * A calibrator.
     *
     * @param javaHome of the virtual machine that runs the program
     */
    Calibrator(Path javaHome) {
        this(CalibrationKernel.command(javaHome));
    }

    Calibrator(List<String> command) {
        this.command = command;
    }

    /**
     * Measures, or remembers.
     *
     * @param processes at the same time, at least 2
     * @return the times
     */
    synchronized CalibrationRun calibrate(int processes) {
        kept.removeIf(one -> System.nanoTime() - one.nanos > FRESH_NANOS
                || one.run.calibration().processes() != processes);
        calls++;
        if (kept.size() == IN_TURN) {
            return kept.get(calls % IN_TURN).run;
        }
        CalibrationRun run = measure(processes);
        if (!OtherPrograms.disturbance(run.machine(), processes).isTooMuch()) {
            kept.add(new Kept(run, System.nanoTime()));
        }
        return run;
    }

    private CalibrationRun measure(int processes) {
        meter.start(meter.reapedChildren());
        Calibration calibration = new Calibration(processes, time(1), time(processes));
        Optional<MachineUse> machine = meter.stop(meter.reapedChildren());
        return new CalibrationRun(calibration, machine);
    }

    private Duration time(int copies) {
        List<Process> started = new ArrayList<>();
        long begin = System.nanoTime();
        try {
            for (int i = 0; i < copies; i++) {
                started.add(new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
            }
            for (Process process : started) {
                if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    throw new RunFault("the program that measures this machine failed: " + command.get(0), null);
                }
            }
            return Duration.ofNanos(System.nanoTime() - begin);
        } catch (IOException cause) {
            throw new RunFault("the program that measures this machine could not be started: " + cause, cause);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new RunFault("interrupted while this machine was measured", stop);
        } finally {
            started.forEach(Process::destroyForcibly);
        }
    }
}
