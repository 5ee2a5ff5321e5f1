package procgrade.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import procgrade.measure.Calibration;
import procgrade.observe.MachineMeter;
import procgrade.observe.MachineUse;
import procgrade.observe.ProcessStarts;
import procgrade.rubric.CalibrationRun;
import procgrade.run.RunFault;

/** Runs the program that measures this machine, once and several times at the same time. */
final class CalibrationRuns {
    private static final long LIMIT_SECONDS = 60;

    private final List<String> command;
    private final MachineMeter meter = MachineMeter.ofThisMachine();

    /**
     * Its runs.
     *
     * @param command that runs the program
     */
    CalibrationRuns(List<String> command) {
        this.command = List.copyOf(command);
    }

    /** Makes them now, which takes half a second. */
    CalibrationRun measure(int processes) {
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
                started.add(ProcessStarts.start(new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)));
            }
            for (Process process : started) {
                if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    throw new RunFault(
                            "the program that measures this machine failed: " + String.join(" ", command)
                                    + ": run it by hand to see why",
                            null);
                }
            }
            return Duration.ofNanos(System.nanoTime() - begin);
        } catch (IOException cause) {
            throw new RunFault(
                    "the program that measures this machine could not be started: " + cause.getMessage()
                            + ": run 'procgrade doctor' to see whether there is a Java",
                    cause);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new RunFault("interrupted while this machine was measured: grade again", stop);
        } finally {
            started.forEach(Process::destroyForcibly);
        }
    }
}
